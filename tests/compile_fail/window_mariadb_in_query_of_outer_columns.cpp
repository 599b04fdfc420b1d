// error: koine: MariaDB numbers the rows of an include with last or distinct_on before it pairs them with their parents, and cuts off those of in(query)
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/postgres.hpp>
#include <koine/dialect/mariadb.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    using dialect = koine::dialect::mariadb<>;
#else
    using dialect = koine::dialect::postgres<>;
#endif
    auto last = koine::from<comment>().select(col<&comment::text>).where(col<&comment::article_id> == col<&article::id>).limit<1>();
    auto query = koine::from<article>().where(col<&article::title>.in(last));
    return koine::sql_text<dialect>(query).empty();
}
