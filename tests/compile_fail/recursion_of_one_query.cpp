// error: koine: with_recursive takes a first query and a step
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::with_recursive<headline>(koine::from<article>().select<headline>()).from<headline>();
#else
    auto query = koine::with<headline>(koine::from<article>().select<headline>()).from<headline>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
