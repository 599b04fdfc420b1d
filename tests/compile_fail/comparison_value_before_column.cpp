// error: koine: these two cannot be compared
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(5 == col<&author::name>);
#else
    auto query = koine::from<author>().where(5 == col<&author::id>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
