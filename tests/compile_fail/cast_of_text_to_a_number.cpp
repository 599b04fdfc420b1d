// error: koine: cast is of a number to double
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::cast<std::int64_t>(col<&article::title>));
#else
    auto query = koine::from<article>().select(koine::cast<std::int64_t>(col<&article::rating>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
