// error: koine: with_recursive takes a query that does not name its table
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::with_recursive<headline>(koine::from<article>().select<headline>(), koine::from<article>().join<headline>(koine::on(col<&article::id> < col<&headline::id>)).select<headline>(col<&article::id>, col<&article::title>).limit<1>()).from<headline>();
#else
    auto query = koine::with_recursive<headline>(koine::from<article>().select<headline>(), koine::from<article>().join<headline>(koine::on(col<&article::id> < col<&headline::id>)).select<headline>(col<&article::id>, col<&article::title>)).from<headline>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
