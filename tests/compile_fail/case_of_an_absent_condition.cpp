// error: koine: a case has conditions
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::case_when(koine::when(true, col<&article::published>), 1).otherwise(0));
#else
    auto query = koine::from<article>().select(koine::case_when(col<&article::published>, 1).otherwise(0));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
