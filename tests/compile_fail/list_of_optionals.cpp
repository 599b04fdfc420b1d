// error: koine: a list column is a std::vector of bool, integers, double, std::string or enums
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

struct thing {
    std::int64_t id{};
#ifdef MISTAKE
    std::vector<std::optional<std::int64_t>> years{};
#else
    std::vector<std::int64_t> years{};
#endif
};
constexpr auto describe(koine::model<thing>) { return koine::table("things"); }

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
