// error: koine: the values of a case are of one family
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::case_when(col<&article::published>, col<&article::title>).otherwise(0));
#else
    auto query = koine::from<article>().select(koine::case_when(col<&article::published>, col<&article::title>).otherwise("none"));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
