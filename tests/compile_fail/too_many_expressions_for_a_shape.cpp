// error: koine: expressions fill the members of a shape in their order
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<person>(col<&author::name>, col<&author::id>);
#else
    auto query = koine::from<author>().select<person>(col<&author::name>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
