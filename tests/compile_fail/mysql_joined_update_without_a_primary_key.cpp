// error: koine: MySQL sets columns by joined tables in an order that nobody knows
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mysql.hpp>

using namespace blog;
using koine::col;

struct visit {
    std::int64_t author_id{};
    std::int64_t seen{};
};
constexpr auto describe(koine::model<visit>) { return koine::table("visits"); }
constexpr auto by_author = koine::update<visit>().join<author>(koine::on(col<&author::id> == col<&visit::author_id>));

int main() {
#ifdef MISTAKE
    auto query = by_author.set(col<&visit::seen> = col<&visit::author_id>, col<&visit::author_id> = col<&author::id>).where(col<&author::id> > 1);
#else
    auto query = by_author.set(col<&visit::seen> = col<&author::id>).where(col<&author::id> > 1);
#endif
    return koine::sql_text<koine::dialect::mysql>(query).empty();
}
