// error: koine: a function over a window stands in the select or order_by
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().order_by(koine::over(koine::row_number(), koine::order_by(col<&article::title>)), col<&article::id>).after<&article::id>(7);
#else
    auto query = koine::from<article>().order_by(col<&article::title>, col<&article::id>).after<&article::id>(7);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
