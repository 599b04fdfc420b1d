// error: koine: a member of the shape has not its relation's form
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

template <class Editor>
struct page {
    std::string title;
    Editor editor;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select<page<person>>();
#else
    auto query = koine::from<article>().select<page<std::optional<person>>>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
