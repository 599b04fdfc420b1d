// error: koine: the rows of this relation are looked for by a foreign key that is declared unindexed; declare the index that is named here
// SPDX-License-Identifier: BSL-1.0
#include "unindexed.hpp"

using namespace blog;

struct headline { std::string title; };
struct page { std::string name; std::vector<headline> articles; };

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<page>();
#else
    auto query = koine::from<author>().select<page>().include<&page::articles>(koine::unindexed);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
