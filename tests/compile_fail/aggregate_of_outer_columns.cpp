// error: koine: an aggregate in a subquery names a column of the subquery's own rows
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto rating = koine::max(col<&article::rating>);
#else
    auto rating = koine::max(col<&article::rating> + col<&comment::number>);
#endif
    auto query = koine::from<article>().select(col<&article::title>).where(koine::scalar(koine::from<comment>().select(rating)) > 1);
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
