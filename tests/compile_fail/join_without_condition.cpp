// error: koine: a join takes its condition in words: koine::on(condition)
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().join<article>(col<&article::author_id> == col<&author::id>);
#else
    auto query = koine::from<author>().join<article>(koine::on(col<&article::author_id> == col<&author::id>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
