// error: koine: is, is_not and value_of are of a relation to one
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/aggregate.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::value_of<"author", "articles">(col<&article::title>));
#else
    auto query = koine::from<article>().select(koine::value_of<"author">(col<&author::name>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
