// error: koine: where an operand of coalesce is a floating-point number, the first one is; koine::cast<double>(…) makes it one
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
    auto const id = koine::null_if(col<&author::id>, 7);
#ifdef MISTAKE
    auto query = koine::from<author>().where(koine::coalesce(id, 0.5) > 1.0);
#else
    auto query = koine::from<author>().where(koine::coalesce(koine::cast<double>(id), 0.5) > 1.0);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
