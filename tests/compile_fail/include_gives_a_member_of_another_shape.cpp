// error: koine: as<…> names a member of the shape that is selected
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
    auto query = koine::from<author>().select<page>().include<&page::articles>(koine::as<&page::name>(col<&article::title>));
#else
    auto query = koine::from<author>().select<page>().include<&page::articles>(koine::as<&headline::title>(col<&article::title>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
