// error: koine: is, is_not and value_of are of a relation to one
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/filter.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::erase<author>().where(koine::is_not<"articles">(col<&article::published>));
#else
    auto query = koine::erase<author>().where(koine::none<"articles">(col<&article::published>));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
