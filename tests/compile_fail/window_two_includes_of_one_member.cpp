// error: koine: two includes are about one member of the shape
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

struct page {
    std::string name;
    std::vector<headline> articles;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<page>().include<&page::articles>(koine::limit(3)).include<&page::articles>(koine::offset(3));
#else
    auto query = koine::from<author>().select<page>().include<&page::articles>(koine::limit(3), koine::offset(3));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
