// error: koine: MariaDB has no DELETE … RETURNING that joins tables
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/relation/filter.hpp>
#include <koine/dialect/mariadb.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::erase<article>().join<"author">().where(col<&author::name> == "x").returning();
#else
    auto query = koine::erase<article>().where(koine::is<"author">(col<&author::name> == "x")).returning();
#endif
    return koine::sql_text<koine::dialect::mariadb>(query).empty();
}
