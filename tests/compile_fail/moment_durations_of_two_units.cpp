// error: koine: these two cannot be compared
// SPDX-License-Identifier: BSL-1.0
#include "flights.hpp"

int main() {
#ifdef MISTAKE
    auto query = koine::from<flight>().where(col<&flight::late> > 1h);
#else
    auto query = koine::from<flight>().where(col<&flight::late> > std::chrono::minutes(1h));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
