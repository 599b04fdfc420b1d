// error: koine: an aggregate cannot stand in where
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query =
        koine::update<article>().set(col<&article::id> = koine::count()).where(col<&article::id> == 1);
#else
    auto query = koine::update<article>().set(col<&article::id> = 7).where(col<&article::id> == 1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
