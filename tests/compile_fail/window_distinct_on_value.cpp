// error: koine: distinct_on names expressions, such as columns
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().distinct_on("a");
#else
    auto query = koine::from<article>().distinct_on(col<&article::title>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
