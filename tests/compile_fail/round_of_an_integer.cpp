// error: koine: floating-point numbers are rounded
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::round(col<&article::id>));
#else
    auto query = koine::from<article>().select(koine::round(col<&article::rating>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
