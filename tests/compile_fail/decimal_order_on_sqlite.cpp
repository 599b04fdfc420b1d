// error: koine: SQLite has no exact decimals
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
    auto query = koine::from<invoice>().order_by(col<&invoice::amount>);
#else
    auto query = koine::from<invoice>().order_by(col<&invoice::id>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
