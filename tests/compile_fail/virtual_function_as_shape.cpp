// error: koine: a model or a shape is a plain aggregate
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;

#ifdef MISTAKE
struct page {
    virtual void act() {}
    std::int64_t id{};
    std::string name;
};
#else
struct page {
    std::int64_t id{};
    std::string name;
};
#endif

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<author>().select<page>()).empty(); }
