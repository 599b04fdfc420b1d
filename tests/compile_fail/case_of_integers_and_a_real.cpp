// error: koine: where a value of a case is a floating-point number, the first one is
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::case_when(col<&article::published>, 1).otherwise(0.5));
#else
    auto query = koine::from<article>().select(koine::case_when(col<&article::published>, 1.0).otherwise(0.5));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
