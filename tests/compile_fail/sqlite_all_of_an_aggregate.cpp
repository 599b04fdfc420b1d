// error: koine: SQLite has neither ANY nor ALL, and what stands in their place holds no aggregate
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

constexpr auto ids = koine::from<article>().select(col<&article::id>);

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select(koine::max(col<&author::id>)).having(koine::count() > koine::all(ids));
#else
    auto query = koine::from<author>().select(koine::max(col<&author::id>)).having(koine::count() > koine::scalar(ids));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
