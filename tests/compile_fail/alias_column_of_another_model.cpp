// error: koine: the column of an alias is a member of the model that it is an alias of
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    constexpr auto boss = koine::alias<author, "boss">;
    auto query = koine::from(boss).where(boss.col<&article::id> == 1);
#else
    constexpr auto boss = koine::alias<author, "boss">;
    auto query = koine::from(boss).where(boss.col<&author::id> == 1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
