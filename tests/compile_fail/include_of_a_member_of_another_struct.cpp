// error: koine: include<…> names a member of the selected shape
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct page {
    std::string name;
    std::vector<headline> articles;
};
struct other {
    std::string name;
    std::vector<headline> articles;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<page>().include<&other::articles>(koine::limit(3));
#else
    auto query = koine::from<author>().select<page>().include<&page::articles>(koine::limit(3));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
