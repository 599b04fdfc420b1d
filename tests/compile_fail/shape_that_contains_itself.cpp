// error: koine: a shape that contains itself has no last level
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct endless_article;
struct endless {
    std::string name;
    std::vector<endless_article> articles;
};
struct endless_article {
    std::string title;
    endless author;
};
struct page {
    std::string name;
    std::vector<headline> articles;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<endless>();
#else
    auto query = koine::from<author>().select<page>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
