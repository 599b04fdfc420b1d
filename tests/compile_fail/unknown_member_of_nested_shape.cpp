// error: koine: a member of the shape is neither a column nor a relation of the model
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"

using namespace blog;
using koine::col;

struct line {
    std::string titel;
};
template <class Line>
struct page {
    std::string name;
    std::vector<Line> articles;
};

int main() {
#ifdef MISTAKE
    auto query = koine::from<author>().select<page<line>>();
#else
    auto query = koine::from<author>().select<page<headline>>();
#endif
    return koine::sql_text<koine::dialect::sqlite>(query).empty();
}
