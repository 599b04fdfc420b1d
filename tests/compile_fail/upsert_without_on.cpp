// error: koine: an upsert names its conflict target
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::upsert(author{.name = "Ada"}).set<&author::name>();
#else
    auto query = koine::upsert(author{.name = "Ada"}).on<&author::email>().set<&author::name>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
