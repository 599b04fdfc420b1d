// error: koine: MariaDB numbers the rows of an include with last or distinct_on before it pairs them with their parents
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/postgres.hpp>
#include <koine/dialect/mariadb.hpp>

using namespace blog;
using koine::col;

struct page {
    std::string name;
    std::vector<headline> articles;
};

int main() {
#ifdef MISTAKE
    using dialect = koine::dialect::mariadb<>;
#else
    using dialect = koine::dialect::postgres<>;
#endif
    auto query = koine::from<author>().select<page>().include<&page::articles>(koine::where(col<&article::title> != col<&author::name>), koine::last(3));
    return koine::sql_text<dialect>(query).empty();
}
