// error: koine: this verb takes several statements in this dialect
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mysql.hpp>

using namespace blog;

int main() {
    auto query = koine::upsert(author{.name = "Ada"}).on<&author::email>().set<&author::name>().returning();
#ifdef MISTAKE
    return koine::sql_text<koine::dialect::mysql>(query).empty();
#else
    return koine::sql_texts_of<koine::dialect::mysql<>, decltype(query)>.size() != 3;
#endif
}
