// error: koine: PostgreSQL has a FULL JOIN only where the condition equates
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/postgres.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().full_join<article>(koine::on(col<&author::id> < col<&article::author_id>)).select(koine::count());
#else
    auto query = koine::from<author>().full_join<article>(koine::on(col<&author::id> == col<&article::author_id>)).select(koine::count());
#endif
    return koine::sql_text<koine::dialect::postgres>(query).empty();
}
