// error: koine: through<…> names a relation of the model, which has none of this name
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

struct page {
    std::string name;
    std::vector<headline> articles;
    std::vector<headline> latest;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<page>().include<&page::latest>(koine::through<"article">);
#else
    auto query = koine::from<author>().select<page>().include<&page::latest>(koine::through<"articles">);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
