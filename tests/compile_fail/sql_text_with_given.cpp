// error: koine: a query with when() has as many texts
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    std::optional<std::int64_t> id;
    auto query = koine::from<author>().where(col<&author::id> == koine::given(id));
#else
    std::optional<std::string> email;
    auto query = koine::from<author>().where(col<&author::email>.same_as(email));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
