// error: koine: an order with parts that may be absent has no cursors
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::asc;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().order_by(koine::when(true, asc(col<&article::title>)), asc(col<&article::id>)).after("a", 1);
#else
    auto query = koine::from<article>().order_by(asc(col<&article::title>), asc(col<&article::id>)).after("a", 1);
#endif
    return koine::sql<koine::dialect::sqlite<>>(query).text.empty();
}
