// error: koine: any(query) and all(query) take a query that selects one value
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(col<&author::id> > koine::any(koine::from<article>()));
#else
    auto query = koine::from<author>().where(col<&author::id> > koine::any(koine::from<article>().select(col<&article::author_id>)));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
