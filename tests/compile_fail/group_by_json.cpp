// error: koine: rows are grouped or told apart by a list or JSON here
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

#include <koine/expression/json_column.hpp>

struct thing {
    std::int64_t id{};
    koine::json_text note{};
};
constexpr auto describe(koine::model<thing>) { return koine::table("things").primary_key<&thing::id>(); }

int main() {
    using koine::col;
#ifdef MISTAKE
    auto query = koine::from<thing>().select(koine::count()).group_by(col<&thing::note>);
#else
    auto query = koine::from<thing>().select(koine::count()).group_by(koine::json_as_text(col<&thing::note>));
#endif
    return koine::sql_text_of<koine::dialect::sqlite<>, decltype(query)>.empty();
}
