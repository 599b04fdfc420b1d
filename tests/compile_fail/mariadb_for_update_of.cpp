// error: koine: MariaDB has no FOR UPDATE OF
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mariadb.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().join<"author">().for_update();
#else
    auto query = koine::from<article>().for_update();
#endif
    return koine::sql_text<koine::dialect::mariadb>(query).empty();
}
