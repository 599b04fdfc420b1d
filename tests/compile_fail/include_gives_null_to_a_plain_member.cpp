// error: koine: a value that may be NULL is selected into a plain member of the shape
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
    auto query = koine::from<author>().select<page>().include<&page::articles>(koine::as<&headline::id>(koine::max_of<"comments">(col<&comment::number>)));
#else
    auto query = koine::from<author>().select<page>().include<&page::articles>(koine::as<&headline::id>(koine::count_of<"comments">()));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
