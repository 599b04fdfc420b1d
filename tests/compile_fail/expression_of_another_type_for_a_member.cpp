// error: koine: a member of the shape is given an expression of another type
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<person>(col<&author::id>);
#else
    auto query = koine::from<author>().select<person>(col<&author::name>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
