// error: koine: MySQL has neither window frames of groups
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::over(koine::count(), koine::order_by(col<&article::id>), koine::groups_between(koine::preceding<1>, koine::current_row)));
#else
    auto query = koine::from<article>().select(koine::over(koine::count(), koine::order_by(col<&article::id>), koine::rows_between(koine::preceding<1>, koine::current_row)));
#endif
    return koine::sql_text<koine::dialect::mysql>(query).empty();
}
