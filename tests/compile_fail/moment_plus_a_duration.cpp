// error: koine: arithmetic is of numbers
// SPDX-License-Identifier: BSL-1.0
#include "flights.hpp"

int main() {
#ifdef MISTAKE
    auto query = koine::from<flight>().select(col<&flight::leaves> + 5min);
#else
    auto query = koine::from<flight>().select(col<&flight::leaves>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
