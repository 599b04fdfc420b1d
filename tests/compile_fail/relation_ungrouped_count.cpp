// error: koine: a column stands beside an aggregate and is not grouped by
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/aggregate.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select(koine::count()).group_by(col<&author::name>).having(koine::count_of<"articles">() > 1);
#else
    auto query = koine::from<author>().select(koine::count()).group_by(col<&author::id>).having(koine::count_of<"articles">() > 1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
