// error: koine: % is of integers
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().where(col<&article::rating> % 2 == 1);
#else
    auto query = koine::from<article>().where(col<&article::id> % 2 == 1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
