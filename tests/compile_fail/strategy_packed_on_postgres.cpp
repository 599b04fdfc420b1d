// error: koine: strategy::packed is an aggregate of SQLite's driver, and this database has no such thing
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/postgres.hpp>

using namespace blog;

struct page {
    std::string name;
    std::vector<headline> articles;
};

int main() {
#ifdef MISTAKE
    constexpr auto by = koine::strategy::packed;
#else
    constexpr auto by = koine::strategy::rows;
#endif
    return koine::sql_text<koine::dialect::postgres<>>(koine::from<author>().select<page>().lists_by<by>()).empty();
}
