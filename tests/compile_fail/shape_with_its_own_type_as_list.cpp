// error: koine: a shape that contains itself has no last level
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct endless {
    std::int64_t id{};
    std::vector<endless> articles;
};
struct page {
    std::int64_t id{};
    std::vector<headline> articles;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<endless>();
#else
    auto query = koine::from<author>().select<page>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
