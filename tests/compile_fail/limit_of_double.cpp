// error: koine: limit and offset take an integer
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().limit(5.0);
#else
    auto query = koine::from<author>().limit(5);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
