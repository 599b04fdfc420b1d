// error: koine: two rows are compared pair by pair
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(koine::row(col<&author::id>, col<&author::name>) < koine::row(1, "x", 2));
#else
    auto query = koine::from<author>().where(koine::row(col<&author::id>, col<&author::name>) < koine::row(1, "x"));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
