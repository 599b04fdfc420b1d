// error: koine: databases keep microseconds
// SPDX-License-Identifier: BSL-1.0
#include "flights.hpp"

struct landing {
    std::int64_t id{};
#ifdef MISTAKE
    std::chrono::sys_time<std::chrono::nanoseconds> at{};
#else
    std::chrono::sys_time<std::chrono::microseconds> at{};
#endif
};
constexpr auto describe(koine::model<landing>) { return koine::table("landings").primary_key<&landing::id>(koine::generated); }

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<landing>()).empty(); }
