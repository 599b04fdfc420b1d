// error: koine: a member of the shape is given an expression of another type
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/aggregate.hpp>

using namespace blog;

struct page {
    std::string name;
    std::int64_t articles_written{};
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<page>(koine::as<&page::name>(koine::count_of<"articles">()));
#else
    auto query = koine::from<author>().select<page>(koine::as<&page::articles_written>(koine::count_of<"articles">()));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
