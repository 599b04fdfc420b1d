// error: koine: a year, a month and a day are of a date or a point of time
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

#include <koine/expression/moment_function.hpp>

struct visit {
    std::int64_t id{};
    std::chrono::year_month_day on{};
};
constexpr auto describe(koine::model<visit>) { return koine::table("visits").primary_key<&visit::id>(); }

int main() {
#ifdef MISTAKE
    auto query = koine::from<visit>().select(koine::hour(koine::col<&visit::on>));
#else
    auto query = koine::from<visit>().select(koine::day(koine::col<&visit::on>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
