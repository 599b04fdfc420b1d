// error: koine: start_of is of a point of time, or the year or month of a date
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
    constexpr auto unit = koine::calendar_unit::day;
#else
    constexpr auto unit = koine::calendar_unit::month;
#endif
    auto query = koine::from<visit>().select(koine::start_of<unit>(koine::col<&visit::on>));
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
