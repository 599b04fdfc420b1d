// error: koine: for_update and for_share lock rows of tables that are in the query
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/postgres.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().left_join<"author">().for_update(koine::of<author>());
#else
    auto query = koine::from<article>().join<"author">().for_update(koine::of<author>());
#endif
    return koine::sql_text<koine::dialect::postgres>(query).empty();
}
