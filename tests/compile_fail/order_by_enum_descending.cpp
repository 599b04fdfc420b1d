// error: koine: enums have no order that all databases agree on
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().order_by(koine::desc(col<&author::temper>));
#else
    auto query = koine::from<author>().order_by(koine::desc(col<&author::name>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
