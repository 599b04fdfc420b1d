// error: koine: a column belongs to a table that is not in the query
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/filter.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(koine::some<"articles">(col<&comment::text> == "x"));
#else
    auto query = koine::from<author>().where(koine::some<"articles">(koine::some<"comments">(col<&comment::text> == "x")));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
