// error: koine: a computed table is declared by queries whose rows are its struct
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::with<headline>(koine::from<article>()).from<headline>();
#else
    auto query = koine::with<headline>(koine::from<article>().select<headline>()).from<headline>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
