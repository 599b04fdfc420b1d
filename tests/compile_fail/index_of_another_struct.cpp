// error: koine: the description of this model names a member of another struct
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
    return koine::table("things").index<&other::id>();
#else
    return koine::table("things").index<&thing::id>();
#endif
}

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
