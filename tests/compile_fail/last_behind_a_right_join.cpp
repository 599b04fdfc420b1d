// error: koine: last, distinct_on, after and before need an order in which every row has one place
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().right_join<"author">().select(col<&author::name>).last<3>();
#else
    auto query = koine::from<article>().join<"author">().select(col<&author::name>).last<3>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
