// error: koine: an insert sets every column that has no default
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct scored { std::string name; std::uint64_t score{}; };

int main() {
#ifdef MISTAKE
    auto query = koine::insert<author>().columns<&author::name>(koine::from<author>().select(col<&author::name>));
#else
    auto query = koine::insert<author>().columns<&author::name, &author::score>(koine::from<author>().select<scored>());
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
