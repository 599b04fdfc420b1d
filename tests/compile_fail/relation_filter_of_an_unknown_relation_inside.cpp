// error: koine: the model has no relation of this name to ask about
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/filter.hpp>

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    // A relation of the author, asked of the article.
    auto query = koine::from<author>().where(koine::some<"articles">(koine::none<"articles">()));
#else
    auto query = koine::from<author>().where(koine::some<"articles">(koine::none<"comments">()));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
