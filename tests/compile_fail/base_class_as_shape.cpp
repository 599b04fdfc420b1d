// error: koine: a model or a shape has no base class
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

#ifdef MISTAKE
struct base {
    std::int64_t id{};
};
struct page : base {
    std::string name;
};
#else
struct page {
    std::int64_t id{};
    std::string name;
};
#endif

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<author>().select<page>()).empty(); }
