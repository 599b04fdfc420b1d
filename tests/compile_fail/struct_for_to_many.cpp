// error: koine: a member of the shape has not its relation's form
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

template <class Articles>
struct page {
    std::string name;
    Articles articles;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<page<headline>>();
#else
    auto query = koine::from<author>().select<page<std::vector<headline>>>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
