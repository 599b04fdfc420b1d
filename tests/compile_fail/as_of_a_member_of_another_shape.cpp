// error: koine: as<…> names a member of the shape that is selected
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<person>(koine::as<&headline::title>(col<&author::name>));
#else
    auto query = koine::from<author>().select<person>(koine::as<&person::name>(col<&author::name>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
