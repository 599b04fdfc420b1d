// error: koine: this type is no model, and no computed table because a member is no column
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct written { std::int64_t id{}; };
struct author_page { std::string name; std::vector<written> articles; };

int main() {
#ifdef MISTAKE
    auto query = koine::union_all(koine::from<author>().select<author_page>(), koine::from<author>().select<author_page>());
#else
    auto query = koine::union_all(koine::from<author>(), koine::from<author>());
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
