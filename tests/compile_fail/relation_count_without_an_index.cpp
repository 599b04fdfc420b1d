// error: koine: the rows of this relation are looked for by a foreign key that is declared unindexed; declare the index that is named here
// SPDX-License-Identifier: BSL-1.0
#include "unindexed.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().order_by(koine::desc(koine::count_of<"articles">()));
#else
    auto query = koine::from<author>().order_by(koine::desc(koine::count_of<"articles">(koine::unindexed)));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
