// error: koine: this column cannot hold this value
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

int main() {
#ifdef MISTAKE
    std::optional<std::string> name;
    auto query = koine::update<author>().set(col<&author::name> = name).where(col<&author::id> == 1);
#else
    std::optional<std::string> email;
    auto query = koine::update<author>().set(col<&author::email> = email).where(col<&author::id> == 1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
