// error: koine: SQLite has no aggregates of deviation
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::stddev_sample(col<&article::rating>));
#else
    auto query = koine::from<article>().select(koine::avg(col<&article::rating>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
