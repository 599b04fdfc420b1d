// error: koine: a column that may be NULL is selected into a plain member
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

template <class Email>
struct page {
    std::string name;
    Email email;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<page<std::string>>();
#else
    auto query = koine::from<author>().select<page<std::optional<std::string>>>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
