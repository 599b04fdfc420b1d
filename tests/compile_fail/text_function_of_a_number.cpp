// error: koine: this function is of text
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::concat(col<&article::title>, col<&article::id>));
#else
    auto query = koine::from<article>().select(koine::concat(col<&article::title>, koine::cast<std::string>(col<&article::id>)));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
