// error: koine: a model owns its columns: std::string, std::vector<std::byte>; a view of them, or one in an arena, is a member of shapes
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"
#include <koine/pmr.hpp>

struct thing {
    std::int64_t id{};
#ifdef MISTAKE
    std::pmr::string name;
#else
    std::string name;
#endif
};
constexpr auto describe(koine::model<thing>) { return koine::table("things"); }

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
