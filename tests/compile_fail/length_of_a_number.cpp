// error: koine: length bounds a column of text
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

struct other {
    std::int64_t id{};
};

struct thing {
    std::int64_t id{};
    std::string name;
};
constexpr auto describe(koine::model<thing>) {
#ifdef MISTAKE
    return koine::table("things").length<&thing::id>(5);
#else
    return koine::table("things").length<&thing::name>(5);
#endif
}

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
