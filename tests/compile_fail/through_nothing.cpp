// error: koine: a member of the shape is neither a column nor a relation of the model
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
    auto query = koine::from<author>().select<page>().include<&page::latest>(koine::limit(1));
#else
    auto query = koine::from<author>().select<page>().include<&page::latest>(koine::through<"articles">, koine::limit(1));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
