// error: koine: for_update and for_share take
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/postgres.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().for_update(koine::skip_locked, koine::no_wait);
#else
    auto query = koine::from<author>().for_update(koine::skip_locked);
#endif
    return koine::sql_text<koine::dialect::postgres>(query).empty();
}
