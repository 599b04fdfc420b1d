// error: koine: this type is no model
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<headline>();
#else
    auto query = koine::from<article>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
