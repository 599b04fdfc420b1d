// error: koine: MariaDB before 10.6 has no SKIP LOCKED
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mariadb.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().for_update(koine::skip_locked);
#else
    auto query = koine::from<article>().for_update(koine::no_wait);
#endif
    return koine::sql_text<koine::dialect::mariadb<10, 5>>(query).empty();
}
