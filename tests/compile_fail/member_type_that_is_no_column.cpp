// error: koine: a member of a model is a column
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

struct point {
    double x{};
    double y{};
};

struct thing {
    std::int64_t id{};
#ifdef MISTAKE
    point where;
#else
    double where{};
#endif
};
constexpr auto describe(koine::model<thing>) { return koine::table("things"); }

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
