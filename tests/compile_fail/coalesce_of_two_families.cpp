// error: koine: the operands of coalesce are of one family
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(koine::coalesce(col<&author::email>, 5) == "x");
#else
    auto query = koine::from<author>().where(koine::coalesce(col<&author::email>, "") == "x");
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
