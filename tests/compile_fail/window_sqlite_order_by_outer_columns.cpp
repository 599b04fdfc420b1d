// error: koine: SQLite orders an include or a subquery by nothing but its own columns
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/postgres.hpp>

using namespace blog;
using koine::col;
using koine::desc;

struct page {
    std::string name;
    std::vector<headline> articles;
};

int main() {
#ifdef MISTAKE
    using dialect = koine::dialect::sqlite<>;
#else
    using dialect = koine::dialect::postgres<>;
#endif
    auto query = koine::from<author>().select<page>().include<&page::articles>(koine::order_by(desc(col<&article::title> == col<&author::name>)), koine::limit(3));
    return koine::sql_text<dialect>(query).empty();
}
