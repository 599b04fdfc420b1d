// error: koine: some, every, none and the aggregates are of a relation to many
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/filter.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().where(koine::some<"author">(col<&author::name> == "Ada"));
#else
    auto query = koine::from<article>().where(koine::is<"author">(col<&author::name> == "Ada"));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
