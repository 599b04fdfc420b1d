// error: koine: PostgreSQL merges no patch into JSON
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

#include <koine/dialect/postgres.hpp>
#include <koine/expression/json_column.hpp>

struct thing {
    std::int64_t id{};
    std::string name;
    koine::json_text note{};
};
constexpr auto describe(koine::model<thing>) { return koine::table("things").primary_key<&thing::id>(); }

int main() {
    using koine::col;
#ifdef MISTAKE
    auto query = koine::update<thing>().set(koine::json_merge(col<&thing::note>, koine::json_text("{}"))).where(col<&thing::id> == 1);
#else
    auto query = koine::update<thing>().set(koine::json_set<"a">(col<&thing::note>, koine::json_text("{}"))).where(col<&thing::id> == 1);
#endif
    return koine::sql_text_of<koine::dialect::postgres<>, decltype(query)>.empty();
}
