// error: koine: expressions fill the members of a shape in their order
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<headline>(col<&author::id>);
#else
    auto query = koine::from<author>().select<headline>(col<&author::id>, col<&author::name>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
