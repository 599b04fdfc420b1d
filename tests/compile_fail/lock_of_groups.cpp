// error: koine: for_update and for_share lock the rows of a model
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/postgres.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select(koine::count()).for_update();
#else
    auto query = koine::from<author>().select(col<&author::id>).for_update();
#endif
    return koine::sql_text<koine::dialect::postgres>(query).empty();
}
