// error: koine: a list for in() holds values, no optionals
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    std::vector<std::optional<std::int64_t>> ids{1, 2};
    auto query = koine::from<author>().where(col<&author::id>.in(ids));
#else
    std::vector<std::int64_t> ids{1, 2};
    auto query = koine::from<author>().where(col<&author::id>.in(ids));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
