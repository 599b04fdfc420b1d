// error: koine: returning() takes an expression with a value
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::update<author>()
                     .set(col<&author::name> = "x")
                     .where(col<&author::id> == 1)
                     .returning(koine::when(true, col<&author::id> == 1));
#else
    auto query = koine::update<author>()
                     .set(col<&author::name> = "x")
                     .where(col<&author::id> == 1)
                     .returning(col<&author::id> == 1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
