// error: koine: the rows of this relation are looked for by a foreign key that is declared unindexed; declare the index that is named here
// SPDX-License-Identifier: BSL-1.0
#include "unindexed.hpp"

using namespace blog;

struct headline { std::string title; };
struct page { std::string name; std::vector<headline> articles; };
struct written { std::string title; page author; };

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select<written>();
#else
    auto query = koine::from<article>().select<written>().include<&written::author, &page::articles>(koine::unindexed, koine::limit(3));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
