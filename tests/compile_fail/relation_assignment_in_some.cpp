// error: koine: = sets a column; a condition compares with ==
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/filter.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(koine::some<"articles">(col<&article::title> = "x"));
#else
    auto query = koine::from<author>().where(koine::some<"articles">(col<&article::title> == "x"));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
