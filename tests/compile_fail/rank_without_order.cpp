// error: koine: ranks, rows before and behind, and frames need an order
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select(koine::over(koine::rank()));
#else
    auto query = koine::from<article>().select(koine::over(koine::count()));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
