// error: koine: after<…> and before<…> name the members of the primary key or of a unique key that is never NULL
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().after<&article::title>("a");
#else
    auto query = koine::from<article>().after<&article::id>(1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
