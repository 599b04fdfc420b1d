// error: koine: an include is narrowed by koine::where
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
    auto query = koine::from<author>().select<page>().include<&page::articles>(col<&article::published>);
#else
    auto query =
        koine::from<author>().select<page>().include<&page::articles>(koine::where(col<&article::published>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
