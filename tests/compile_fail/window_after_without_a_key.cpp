// error: koine: last, distinct_on, after and before need an order in which every row has one place
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

struct line {
    std::int64_t number{};
    std::string text;
};
constexpr auto describe(koine::model<line>) { return koine::table("lines"); }

using namespace blog;
using koine::asc;
using koine::col;

int main() {
#ifdef MISTAKE
    auto query = koine::from<line>().order_by(asc(col<&line::number>)).after(3);
#else
    auto query = koine::from<article>().order_by(asc(col<&article::id>)).after(3);
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
