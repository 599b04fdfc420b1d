// error: koine: between compares an expression with two bounds of its own family
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(koine::between(col<&author::id>, 1, "z"));
#else
    auto query = koine::from<author>().where(koine::between(col<&author::id>, 1, 9));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
