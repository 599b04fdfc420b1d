// error: koine: MySQL has no FULL JOIN
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mysql.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().full_join<"author">().select(koine::count());
#else
    auto query = koine::from<article>().left_join<"author">().select(koine::count());
#endif
    return koine::sql_text<koine::dialect::mysql>(query).empty();
}
