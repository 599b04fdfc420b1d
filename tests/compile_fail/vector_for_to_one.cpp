// error: koine: a member of the shape has not its relation's form
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

template <class Author>
struct page {
    std::string title;
    Author author;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select<page<std::vector<person>>>();
#else
    auto query = koine::from<article>().select<page<person>>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
