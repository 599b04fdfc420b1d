// error: koine: && and || connect two conditions
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(col<&author::id> == 1 && col<&author::name>);
#else
    auto query = koine::from<article>().where(col<&article::id> == 1 && col<&article::published>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
