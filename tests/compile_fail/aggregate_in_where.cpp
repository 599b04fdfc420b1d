// error: koine: an aggregate cannot stand in where
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().where(koine::count() > 3);
#else
    auto query = koine::from<article>()
                     .select(col<&article::author_id>)
                     .group_by(col<&article::author_id>)
                     .having(koine::count() > 3);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
