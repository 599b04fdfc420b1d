// error: koine: MySQL has no INSERT … RETURNING
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mysql.hpp>

using namespace blog;
using koine::col;

struct scored { std::string name; std::uint64_t score{}; };

int main() {
#ifdef MISTAKE
    auto query = koine::insert<author>().columns<&author::name, &author::score>(koine::from<author>().select<scored>()).returning();
#else
    auto query = koine::insert<author>().columns<&author::name, &author::score>(koine::from<author>().select<scored>());
#endif
    return koine::sql_texts_of<koine::dialect::mysql<>, decltype(query)>.empty();
}
