// error: koine: an offset is not negative
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().offset<-1>();
#else
    auto query = koine::from<author>().offset<1>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
