// error: koine: a model has one primary key
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
    return koine::table("things").primary_key<&thing::id>().primary_key<&thing::name>();
#else
    return koine::table("things").primary_key<&thing::id, &thing::name>();
#endif
}

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
