// error: koine: contains, starts_with and ends_with match text in text
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(col<&author::id>.contains("x"));
#else
    auto query = koine::from<author>().where(col<&author::name>.contains("x"));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
