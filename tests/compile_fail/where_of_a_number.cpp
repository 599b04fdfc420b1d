// error: koine: this clause takes a condition
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(col<&author::id>);
#else
    auto query = koine::from<author>().where(col<&author::id> > 0);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
