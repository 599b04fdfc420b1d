// error: koine: raw SQL has one {} for each operand
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().raw<"LIMIT {}, {}">(5);
#else
    auto query = koine::from<author>().raw<"LIMIT {}, {}">(5, 6);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
