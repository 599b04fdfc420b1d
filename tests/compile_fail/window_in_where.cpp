// error: koine: a function over a window stands in the select or order_by
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().where(koine::over(koine::count()) > 3);
#else
    auto query = koine::from<article>().order_by(koine::over(koine::count(), koine::partition_by(col<&article::author_id>)));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
