// error: koine: a column belongs to a table that is not in the query
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(col<&article::published>);
#else
    auto query = koine::from<author>().join<"articles">().where(col<&article::published>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
