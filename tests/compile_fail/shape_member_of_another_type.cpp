// error: koine: a member of the shape has another type than the column of its name
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct page {
    std::int64_t id{};
    int name{};
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<page>();
#else
    auto query = koine::from<author>().select<person>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
