// error: koine: last, distinct_on, after and before need an order in which every row has one place
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::union_all(koine::from<author>(), koine::from<author>()).order_by(col<&author::name>).after("x");
#else
    auto query = koine::union_all(koine::from<author>(), koine::from<author>()).order_by(col<&author::name>).limit<3>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
