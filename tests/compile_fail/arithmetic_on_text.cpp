// error: koine: arithmetic is of numbers
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(col<&author::name> + 1 == 2);
#else
    auto query = koine::from<author>().where(col<&author::id> + 1 == 2);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
