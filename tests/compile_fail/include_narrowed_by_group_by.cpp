// error: koine: an include is narrowed by koine::where, order_by, limit, offset, last, after, before and distinct_on
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct page {
    std::string name;
    std::vector<headline> articles;
};

int main() {
#ifdef MISTAKE
    auto query =
        koine::from<author>().select<page>().include<&page::articles>(koine::group_by(col<&article::id>));
#else
    auto query =
        koine::from<author>().select<page>().include<&page::articles>(koine::order_by(col<&article::id>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
