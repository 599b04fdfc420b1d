// error: koine: an update or erase has a where
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::erase<author>();
#else
    auto query = koine::erase_all<author>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
