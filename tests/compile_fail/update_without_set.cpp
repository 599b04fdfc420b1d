// error: koine: an update sets at least one column
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::update<author>().where(col<&author::id> == 1);
#else
    auto query = koine::update<author>().set(col<&author::name> = "Ada").where(col<&author::id> == 1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
