// error: koine: a limit is not negative
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().last<-1>();
#else
    auto query = koine::from<article>().last<1>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
