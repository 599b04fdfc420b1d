// error: koine: a column belongs to a table that is not in the query
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(koine::exists(koine::with<headline>(koine::from<article>().select<headline>().where(col<&article::author_id> == col<&author::id>)).from<headline>()));
#else
    auto query = koine::from<author>().where(koine::exists(koine::with<headline>(koine::from<article>().select<headline>()).from<headline>().where(col<&headline::id> == col<&author::id>)));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
