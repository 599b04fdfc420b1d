// error: koine: an element of a list is a value of the list's own family
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
    auto query = koine::update<thing>().set(col<&thing::years>.push(1.5)).where(col<&thing::id> == 1);
#else
    auto query = koine::update<thing>().set(col<&thing::years>.push(1)).where(col<&thing::id> == 1);
#endif
    return koine::sql_text_of<koine::dialect::sqlite<>, decltype(query)>.empty();
}
