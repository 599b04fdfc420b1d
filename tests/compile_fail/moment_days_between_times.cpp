// error: koine: days_between is of two dates, microseconds_between of two points of time in UTC
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

#include <koine/expression/moment_function.hpp>

struct visit {
    std::int64_t id{};
    std::chrono::year_month_day on{};
    std::chrono::sys_seconds came{};
};
constexpr auto describe(koine::model<visit>) { return koine::table("visits").primary_key<&visit::id>(); }

int main() {
    using koine::col;
#ifdef MISTAKE
    auto query = koine::from<visit>().select(koine::days_between(col<&visit::on>, col<&visit::came>));
#else
    auto query = koine::from<visit>().select(koine::days_between(col<&visit::on>, koine::date_of(col<&visit::came>)));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
