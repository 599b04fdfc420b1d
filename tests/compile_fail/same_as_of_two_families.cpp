// error: koine: same_as compares values of one family
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(col<&author::email>.same_as(5));
#else
    auto query = koine::from<author>().where(col<&author::email>.same_as("a@b"));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
