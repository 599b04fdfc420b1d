// error: koine: these two cannot be compared
// SPDX-License-Identifier: BSL-1.0
#include "flights.hpp"

int main() {
#ifdef MISTAKE
    auto query = koine::from<flight>().where(col<&flight::on> == col<&flight::leaves>);
#else
    auto query = koine::from<flight>().where(col<&flight::on> == std::chrono::sys_days{});
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
