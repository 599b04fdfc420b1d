// error: koine: include<…> narrows a relation to many, and its last member is none
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

struct signed_article {
    std::string title;
    person author;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select<signed_article>().include<&signed_article::author>(koine::last(1));
#else
    auto query = koine::from<article>().select<signed_article>().last(1);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
