// error: koine: koine::excluded<…> is what the row of an upsert gives a column
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

const auto add = koine::upsert(author{}).on<&author::name>();

int main() {
#ifdef MISTAKE
    auto query = add.set(col<&author::score> = koine::excluded<&author::id>);
#else
    auto query = add.set(col<&author::score> = koine::excluded<&author::score>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
