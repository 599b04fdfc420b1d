// error: koine: the queries of a union have rows of one type
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::union_all(koine::from<article>().select(col<&article::id>), koine::from<article>().select(col<&article::title>));
#else
    auto query = koine::union_all(koine::from<article>().select(col<&article::id>), koine::from<author>().select(col<&author::id>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
