// error: koine: a column stands beside an aggregate and is not grouped by
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct tally {
    std::int64_t author_id{};
    std::int64_t articles{};
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select<tally>(koine::as<&tally::articles>(koine::count()));
#else
    auto query = koine::from<article>()
                     .select<tally>(koine::as<&tally::articles>(koine::count()))
                     .group_by(col<&article::author_id>);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
