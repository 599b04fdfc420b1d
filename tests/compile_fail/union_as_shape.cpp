// error: koine: a union cannot be a model or a shape
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

#ifdef MISTAKE
union page {
    std::int64_t id;
    double name;
};
#else
struct page {
    std::int64_t id{};
    std::string name;
};
#endif

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<author>().select<page>()).empty(); }
