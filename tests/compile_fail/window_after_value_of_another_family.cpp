// error: koine: after and before take a value for each term of the order, of its family
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::asc;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().order_by(asc(col<&article::title>)).after(7, 1);
#else
    auto query = koine::from<article>().order_by(asc(col<&article::title>)).after("7", 1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
