// error: koine: in() takes a contiguous container
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(col<&author::id>.in(5));
#else
    auto query = koine::from<author>().where(col<&author::id>.in({5}));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
