// error: koine: MariaDB before 10.5 has INTERSECT and EXCEPT without ALL
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mariadb.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::except_all(koine::from<author>(), koine::from<author>());
#else
    auto query = koine::except(koine::from<author>(), koine::from<author>());
#endif
    return koine::sql_text<koine::dialect::mariadb<10, 4>>(query).empty();
}
