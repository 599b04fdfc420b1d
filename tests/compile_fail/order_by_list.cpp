// error: koine: enums have no order that all databases agree on, and lists and JSON have none
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

#include <koine/expression/list_column.hpp>

struct thing {
    std::int64_t id{};
    std::string name;
    std::vector<std::int64_t> years{};
};
constexpr auto describe(koine::model<thing>) { return koine::table("things").primary_key<&thing::id>(); }

int main() {
    using koine::col;
#ifdef MISTAKE
    auto query = koine::from<thing>().order_by(col<&thing::years>);
#else
    auto query = koine::from<thing>().order_by(col<&thing::years>.length());
#endif
    return koine::sql_text_of<koine::dialect::sqlite<>, decltype(query)>.empty();
}
