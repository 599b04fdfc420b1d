// error: koine: MariaDB before 10.3 has no INTERSECT
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mariadb.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::except(koine::from<author>(), koine::from<author>());
#else
    auto query = koine::union_of(koine::from<author>(), koine::from<author>());
#endif
    return koine::sql_text<koine::dialect::mariadb<10, 2>>(query).empty();
}
