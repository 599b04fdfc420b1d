// error: koine: an order with a cursor has at most 32 terms
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

constexpr auto title = koine::col<&article::title>;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().order_by(title, title, title, title, title, title, title, title, title, title, title, title, title, title, title, title,
                                                 title, title, title, title, title, title, title, title, title, title, title, title, title, title, title, title).after<&article::id>(7);
#else
    auto query = koine::from<article>().order_by(title, title, title, title, title, title, title, title, title, title, title, title, title, title, title, title,
                                                 title, title, title, title, title, title, title, title, title, title, title, title, title, title, title).after<&article::id>(7);
#endif
    return koine::sql_text<koine::dialect::sqlite<3, 46>>(query).empty();
}
