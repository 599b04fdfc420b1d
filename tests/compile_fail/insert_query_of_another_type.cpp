// error: koine: the query of an insert selects a value for each column
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct scored { std::string name; std::uint64_t score{}; };

int main() {
#ifdef MISTAKE
    auto query = koine::insert<author>().columns<&author::score, &author::name>(koine::from<author>().select<scored>());
#else
    auto query = koine::insert<author>().columns<&author::name, &author::score>(koine::from<author>().select<scored>());
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
