// error: koine: MySQL sets one column after the other
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mysql.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query =
        koine::update<article>()
            .set(col<&article::id> = col<&article::author_id>, col<&article::author_id> = col<&article::id>)
            .where(col<&article::id> == 1);
#else
    auto query = koine::update<article>()
                     .set(col<&article::id> = col<&article::author_id>, col<&article::author_id> = 5)
                     .where(col<&article::id> == 1);
#endif
    return koine::sql_text<koine::dialect::mysql>(query).empty();
}
