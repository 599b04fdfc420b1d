// error: koine: last, distinct_on, after and before are of rows; a query with distinct(), group_by or an aggregate gives groups
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::count()).last(1);
#else
    auto query = koine::from<article>().select(col<&article::id>).last(1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
