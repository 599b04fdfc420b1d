// error: koine: SQLite keeps a uint64 as eight bytes
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select(koine::sum(col<&author::score>));
#else
    auto query = koine::from<author>().select(koine::sum(col<&author::id>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
