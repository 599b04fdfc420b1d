// error: koine: a member of the shape is neither a column nor a relation of the model
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct page {
    std::int64_t id{};
    std::string nmae;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<page>();
#else
    auto query = koine::from<author>().select<person>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
