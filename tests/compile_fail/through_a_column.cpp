// error: koine: the member of an include by through<…> has its relation's form
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

struct titled {
    std::string title;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<article>().select<titled>().include<&titled::title>(koine::through<"author">);
#else
    auto query = koine::from<article>().select<titled>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
