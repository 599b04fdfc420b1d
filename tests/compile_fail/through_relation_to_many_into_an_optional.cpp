// error: koine: the member of an include by through<…> has its relation's form
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

struct numbered {
    std::int64_t id{};
};

using namespace blog;

struct page {
    std::int64_t id{};
    std::optional<numbered> latest;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<page>().include<&page::latest>(koine::through<"articles">);
#else
    auto query = koine::from<article>().select<page>().include<&page::latest>(koine::through<"editor">);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
