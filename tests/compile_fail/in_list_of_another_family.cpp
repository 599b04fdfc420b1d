// error: koine: the elements of a list for in() are of the expression
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    std::vector<std::string> ids{"1"};
    auto query = koine::from<author>().where(col<&author::id>.in(ids));
#else
    std::vector<std::int64_t> ids{1, 2};
    auto query = koine::from<author>().where(col<&author::id>.in(ids));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
