// error: koine: after<…> and before<…> find a row of the table whose rows are ordered, and by its own columns
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().join<"author">().after<&author::id>(1);
#else
    auto query = koine::from<article>().join<"author">().after<&article::id>(1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
