// error: koine: a table is in the query twice under one name
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().join<author>(koine::on(col<&author::id> == col<&author::id>));
#else
    constexpr auto other = koine::alias<author, "other">;
    auto query = koine::from<author>().join(other, koine::on(col<&author::id> == other.col<&author::id>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
