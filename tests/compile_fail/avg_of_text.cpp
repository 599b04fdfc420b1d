// error: koine: avg is of numbers
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select(koine::avg(col<&author::name>));
#else
    auto query = koine::from<author>().select(koine::avg(col<&author::id>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
