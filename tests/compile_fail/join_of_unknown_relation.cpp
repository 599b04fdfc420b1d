// error: koine: the model has no relation of this name to join by
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().join<"artciles">();
#else
    auto query = koine::from<author>().join<"articles">();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
