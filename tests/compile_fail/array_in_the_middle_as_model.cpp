// error: koine: a member of a model or a shape is no C array
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

#ifdef MISTAKE
struct thing {
    std::int64_t id{};
    int counts[3]{};
    std::string name;
};
#else
struct thing {
    std::int64_t id{};
    std::string name;
};
#endif
constexpr auto describe(koine::model<thing>) { return koine::table("things"); }

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
