// error: koine: a bound std::optional has two readings in a comparison
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    std::optional<std::string> email;
    auto query = koine::from<author>().where(col<&author::email> == email);
#else
    std::optional<std::string> email;
    auto query = koine::from<author>().where(col<&author::email>.same_as(email));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
