// error: koine: MySQL before 8.0.31 has no INTERSECT
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mysql.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::intersect(koine::from<author>(), koine::from<author>());
#else
    auto query = koine::union_of(koine::from<author>(), koine::from<author>());
#endif
    return koine::sql_text<koine::dialect::mysql<8, 0, 30>>(query).empty();
}
