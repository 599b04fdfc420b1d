// error: koine: a column belongs to a table that is not in the query
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
    auto query = koine::from<author>().select<page>().include<&page::articles>(
        koine::where(col<&comment::number> == 1));
#else
    auto query =
        koine::from<author>().select<page>().include<&page::articles>(koine::where(col<&article::id> == 1));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
