// error: koine: a union cannot be a model or a shape
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

#ifdef MISTAKE
union thing {
    std::int64_t id;
    double name;
};
#else
struct thing {
    std::int64_t id{};
    std::string name;
};
#endif
constexpr auto describe(koine::model<thing>) { return koine::table("things"); }

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
