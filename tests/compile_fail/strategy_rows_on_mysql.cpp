// error: koine: MySQL loads lists by strategy::united, json or split
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mysql.hpp>

using namespace blog;

struct page {
    std::string name;
    std::vector<headline> articles;
};

int main() {
#ifdef MISTAKE
    constexpr auto by = koine::strategy::rows;
#else
    constexpr auto by = koine::strategy::json;
#endif
    return koine::sql_text<koine::dialect::mysql<>>(koine::from<author>().select<page>().lists_by<by>()).empty();
}
