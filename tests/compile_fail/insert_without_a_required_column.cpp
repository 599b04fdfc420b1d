// error: koine: an insert sets every column that has no default and may not be NULL
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::insert<article>().set(col<&article::title> = "x");
#else
    auto query = koine::insert<article>().set(col<&article::title> = "x", col<&article::author_id> = 1,
                                              col<&article::published> = true, col<&article::rating> = 1.5,
                                              col<&article::progress> = state::draft);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
