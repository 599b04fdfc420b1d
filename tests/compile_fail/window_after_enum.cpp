// error: koine: after and before take the values of the order
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().after(state::sent);
#else
    auto query = koine::from<article>().after(1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
