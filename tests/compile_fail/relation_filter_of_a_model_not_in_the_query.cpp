// error: koine: a relation starts from a table that is not in the query
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/filter.hpp>

using namespace blog;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(koine::some<article, "comments">());
#else
    auto query = koine::from<author>().join<"articles">().where(koine::some<article, "comments">());
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
