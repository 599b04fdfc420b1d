// error: koine: raw SQL has one {} for each operand
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query =
        koine::from<author>().where(koine::raw<std::int64_t, "length({}) + {}">(col<&author::name>) > 3);
#else
    auto query = koine::from<author>().where(koine::raw<std::int64_t, "length({})">(col<&author::name>) > 3);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
