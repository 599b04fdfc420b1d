// error: koine: SQLite has INTERSECT and EXCEPT without ALL
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::intersect_all(koine::from<author>(), koine::from<author>());
#else
    auto query = koine::intersect(koine::from<author>(), koine::from<author>());
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
