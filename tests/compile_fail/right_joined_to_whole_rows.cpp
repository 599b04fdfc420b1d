// error: koine: a value that may be NULL, or a column of an outer-joined table, is selected into a plain member
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().right_join<"author">();
#else
    auto query = koine::from<article>().right_join<"author">().select(koine::coalesce(col<&article::title>, ""));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
