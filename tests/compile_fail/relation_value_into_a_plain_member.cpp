// error: koine: a value that may be NULL is selected into a plain member of the shape; make the member a std::optional
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/aggregate.hpp>

using namespace blog;
using koine::col;

struct page {
    std::string title;
#ifdef MISTAKE
    std::string writer;
#else
    std::optional<std::string> writer;
#endif
};

int main() {
    auto query = koine::from<article>().select<page>(koine::as<&page::writer>(koine::value_of<"author">(col<&author::name>)));
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
