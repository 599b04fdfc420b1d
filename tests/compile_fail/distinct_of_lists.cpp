// error: koine: rows are grouped or told apart by a list or JSON here
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

#include <koine/expression/list_column.hpp>

struct thing {
    std::int64_t id{};
    std::vector<std::int64_t> years{};
};
constexpr auto describe(koine::model<thing>) { return koine::table("things").primary_key<&thing::id>(); }

int main() {
    using koine::col;
#ifdef MISTAKE
    auto query = koine::from<thing>().select(col<&thing::years>).distinct();
#else
    auto query = koine::from<thing>().select(col<&thing::years>.length()).distinct();
#endif
    return koine::sql_text_of<koine::dialect::sqlite<>, decltype(query)>.empty();
}
