// error: koine: a model or a shape has no base class
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

#ifdef MISTAKE
struct base {
    std::int64_t id{};
    std::string name;
};
struct thing : base {};
#else
struct thing {
    std::int64_t id{};
    std::string name;
};
#endif
constexpr auto describe(koine::model<thing>) { return koine::table("things"); }

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
