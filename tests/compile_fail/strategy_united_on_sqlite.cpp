// error: koine: SQLite gives the rows of a UNION in no order of their own
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

struct page {
    std::string name;
    std::vector<headline> articles;
};

int main() {
#ifdef MISTAKE
    constexpr auto by = koine::strategy::united;
#else
    constexpr auto by = koine::strategy::packed;
#endif
    return koine::sql_text<koine::dialect::sqlite<>>(koine::from<author>().select<page>().lists_by<by>()).empty();
}
