// error: koine: greatest and least are of values of one family
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::greatest(col<&article::progress>, col<&article::progress>));
#else
    auto query = koine::from<article>().select(koine::greatest(col<&article::id>, col<&article::author_id>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
