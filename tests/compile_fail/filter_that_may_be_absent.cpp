// error: koine: filter takes a condition
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::count().filter(koine::when(true, col<&article::published>)));
#else
    auto query = koine::from<article>().select(koine::count().filter(col<&article::published>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
