// SPDX-License-Identifier: BSL-1.0
// The models of an application in a dialect that Koine does not have: asserted as constants, and sent to a driver.
#include "cockroach.hpp"

#include <koine/driver/recording.hpp>
#include <koine/koine.hpp>

#include <cstdio>

namespace ledger {

struct account {
    std::int64_t id{};
    std::string owner;
    std::int32_t cents{};
    std::optional<std::int16_t> rating{};
};
constexpr auto describe(koine::model<account>) { return koine::table("accounts").primary_key<&account::id>(koine::generated); }

using koine::col;
constexpr auto halves = koine::from<account>()
                            .select(col<&account::cents> / 2)
                            .where(col<&account::owner>.contains("a", koine::insensitive))
                            .order_by(col<&account::rating>);
static_assert(koine::sql_text_of<cockroach::dialect, decltype(halves)> ==
              "SELECT div(t0.\"cents\"::INT8, NULLIF($1::INT8, 0)) FROM \"accounts\" AS t0"
              " WHERE strpos(translate(t0.\"owner\", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'),"
              " translate($2::STRING, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')) > 0 ORDER BY t0.\"rating\" NULLS LAST");

}  // namespace ledger

int main() {
    koine::database<koine::driver::recording, cockroach::dialect> db{""};
    db.create_tables<ledger::account>();
    db.execute(koine::insert<ledger::account>().set(ledger::col<&ledger::account::owner> = "Ada", ledger::col<&ledger::account::cents> = 700));
    std::printf("%zu halves\n", db.all(ledger::halves).size());  // a driver without a database answers nothing
    for (koine::sql_statement const& sent : db.native_handle()->sent) std::puts(sent.to_string().c_str());
}
