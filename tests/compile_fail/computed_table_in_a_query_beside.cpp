// error: koine: this type is no model
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().join<headline>(koine::on(col<&headline::id> == col<&article::id>));
#else
    auto query = koine::with<headline>(koine::from<article>().select<headline>()).from<article>().join<headline>(koine::on(col<&headline::id> == col<&article::id>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
