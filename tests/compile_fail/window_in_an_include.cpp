// error: koine: a function over a window stands in the select or order_by
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct author_with_articles {
    std::string name;
    std::vector<headline> articles;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<author_with_articles>().include<&author_with_articles::articles>(koine::order_by(koine::over(koine::row_number(), koine::order_by(col<&article::title>))));
#else
    auto query = koine::from<author>().select<author_with_articles>().include<&author_with_articles::articles>(koine::order_by(col<&article::title>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
