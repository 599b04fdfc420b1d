// error: koine: SQLite before 3.39 has no RIGHT JOIN
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().right_join<"author">().select(koine::count());
#else
    auto query = koine::from<article>().left_join<"author">().select(koine::count());
#endif
    return koine::sql_text<koine::dialect::sqlite<3, 38>>(query).empty();
}
