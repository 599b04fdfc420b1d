// error: koine: every takes a condition on the related rows, such as a comparison
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/filter.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(koine::every<"articles">(col<&article::rating>));
#else
    auto query = koine::from<author>().where(koine::every<"articles">(col<&article::rating> > 1.0));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
