// error: koine: = sets a column; a condition compares with ==
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::count()).having(col<&article::id> = 1);
#else
    auto query = koine::from<article>().select(koine::count()).having(koine::count() == 1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
