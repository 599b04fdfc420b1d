// error: koine: this clause takes a condition, such as a comparison or a column of bool
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/filter.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(koine::some<"articles">(col<&article::title>));
#else
    auto query = koine::from<author>().where(koine::some<"articles">(col<&article::title> == ""));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
