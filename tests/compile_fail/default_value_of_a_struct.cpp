// error: koine: a database default is a bool, a number or text
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
    return koine::table("things").default_value<&thing::name>(other{});
#else
    return koine::table("things").default_value<&thing::name>("x");
#endif
}

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
