// error: koine: SQLite locks no rows
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().for_update();
#else
    auto query = koine::from<author>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
