// error: koine: some, every, none and the aggregates are of a relation to many
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

#include <koine/relation/aggregate.hpp>

using namespace blog;

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().order_by(koine::count_of<"author">());
#else
    auto query = koine::from<article>().order_by(koine::count_of<"comments">());
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
