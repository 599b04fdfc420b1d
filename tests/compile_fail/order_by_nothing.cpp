// error: koine: order_by names at least one expression
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().order_by();
#else
    auto query = koine::from<author>().order_by(col<&author::name>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
