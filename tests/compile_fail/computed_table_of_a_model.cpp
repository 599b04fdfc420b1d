// error: koine: a model has a table of its own
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::with<author>(koine::from<author>()).from<author>();
#else
    auto query = koine::with<headline>(koine::from<article>().select<headline>()).from<headline>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
