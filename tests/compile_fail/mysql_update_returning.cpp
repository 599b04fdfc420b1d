// error: koine: MySQL has no UPDATE … RETURNING
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mysql.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query =
        koine::update<author>().set(col<&author::name> = "x").where(col<&author::id> == 1).returning();
#else
    auto query = koine::update<author>().set(col<&author::name> = "x").where(col<&author::id> == 1);
#endif
    return koine::sql_text<koine::dialect::mysql>(query).empty();
}
