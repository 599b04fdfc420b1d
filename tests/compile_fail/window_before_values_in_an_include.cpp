// error: koine: after and before take a value for each term of the order, of its family
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

struct page {
    std::string name;
    std::vector<headline> articles;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<page>().include<&page::articles>(koine::before("a"));
#else
    auto query = koine::from<author>().select<page>().include<&page::articles>(koine::before(1));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
