// error: koine: the member of an include by through<…> has its relation's form
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

struct signed_article {
    std::string title;
    person reviewer;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select<signed_article>().include<&signed_article::reviewer>(koine::through<"editor">);
#else
    auto query = koine::from<article>().select<signed_article>().include<&signed_article::reviewer>(koine::through<"author">);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
