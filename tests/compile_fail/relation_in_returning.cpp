// error: koine: returning gives columns of the written rows
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
    auto query =
        koine::update<author>().set(col<&author::name> = "x").where(col<&author::id> == 1).returning<page>();
#else
    auto query = koine::update<author>()
                     .set(col<&author::name> = "x")
                     .where(col<&author::id> == 1)
                     .returning<person>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
