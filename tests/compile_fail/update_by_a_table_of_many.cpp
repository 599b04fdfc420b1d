// error: koine: an update sets a column by a joined table of which several rows may match
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::update<author>().join<article>(koine::on(col<&article::author_id> == col<&author::id>)).set(col<&author::name> = col<&article::title>).where(col<&author::id> > 1);
#else
    auto query = koine::update<author>().join<article>(koine::on(col<&article::id> == col<&author::id>)).set(col<&author::name> = col<&article::title>).where(col<&author::id> > 1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
