// error: koine: the rows of this relation are looked for by a foreign key that is declared unindexed; declare the index that is named here
// SPDX-License-Identifier: BSL-1.0
#include "unindexed.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::erase<author>().where(koine::every<"articles">(col<&article::title> == "x"));
#else
    auto query = koine::erase<author>().where(koine::every<"articles">(koine::unindexed, col<&article::title> == "x"));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
