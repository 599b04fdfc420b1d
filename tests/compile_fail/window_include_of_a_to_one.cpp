// error: koine: include<…> narrows a relation to many, and its last member is none
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct signed_article {
    std::string title;
    person author;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select<signed_article>().include<&signed_article::author>(koine::where(col<&author::name> == "a"));
#else
    auto query = koine::from<article>().select<signed_article>().where(koine::is<"author">(col<&author::name> == "a"));
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
