// error: koine: a value that may be NULL is selected into a plain member of the shape
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<person>(col<&author::email>);
#else
    auto query = koine::from<author>().select<person>(col<&author::name>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
