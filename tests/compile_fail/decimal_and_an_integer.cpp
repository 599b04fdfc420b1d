// error: koine: these two cannot be compared
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

#include <koine/types/decimal.hpp>

using koine::col;

struct invoice {
    std::int64_t id{};
    koine::decimal<10, 2> amount{};
};
constexpr auto describe(koine::model<invoice>) { return koine::table("invoices").primary_key<&invoice::id>(koine::generated); }

int main() {
#ifdef MISTAKE
    auto query = koine::from<invoice>().where(col<&invoice::amount> == 5);
#else
    auto query = koine::from<invoice>().where(col<&invoice::amount> == koine::decimal<10, 2>(5));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
