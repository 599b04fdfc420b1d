// error: koine: upsert names a conflict target that is a key of the model
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::upsert(author{.name = "Ada"}).on<&author::score>().set<&author::name>();
#else
    auto query = koine::upsert(author{.name = "Ada"}).on<&author::email>().set<&author::name>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
