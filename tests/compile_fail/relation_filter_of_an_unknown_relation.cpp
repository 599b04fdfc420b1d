// error: koine: the model has no relation of this name to ask about
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/filter.hpp>

using namespace blog;

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().where(koine::some<"artciles">());
#else
    auto query = koine::from<author>().where(koine::some<"articles">());
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
