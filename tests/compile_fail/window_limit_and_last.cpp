// error: koine: limit takes the first rows and last the last; one of the two
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().limit(3).last(3);
#else
    auto query = koine::from<article>().offset(3).last(3);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
