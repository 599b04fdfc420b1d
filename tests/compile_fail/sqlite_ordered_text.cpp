// error: koine: SQLite before 3.44 joins texts in no order
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::string_agg<"">(col<&article::title>, koine::order_by(col<&article::id>)));
#else
    auto query = koine::from<article>().select(koine::max(col<&article::title>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
