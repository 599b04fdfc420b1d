// error: koine: include<…> names a member that is no relation of the model; give it one by koine::through<…>
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
    auto query = koine::from<author>().select<page>().include<&page::latest>(koine::where(koine::some<"comments">()));
#else
    auto query =
        koine::from<author>().select<page>().include<&page::latest>(koine::through<"articles">, koine::where(koine::some<"comments">()));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
