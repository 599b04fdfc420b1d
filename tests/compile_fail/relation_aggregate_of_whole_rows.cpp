// error: koine: an aggregate of a relation, and value_of, take an expression with a value
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/aggregate.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::value_of<"author">(koine::asc(col<&author::name>)));
#else
    auto query = koine::from<article>().select(koine::value_of<"author">(col<&author::name>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
