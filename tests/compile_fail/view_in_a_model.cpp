// error: koine: a model owns its columns: std::string, std::vector<std::byte>; a view of them, or one in an arena, is a member of shapes
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

struct thing {
    std::int64_t id{};
#ifdef MISTAKE
    std::optional<std::string_view> name;
#else
    std::optional<std::string> name;
#endif
};
constexpr auto describe(koine::model<thing>) { return koine::table("things"); }

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
