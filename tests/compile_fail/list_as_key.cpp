// error: koine: a list is part of no key and no index
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

struct thing {
    std::int64_t id{};
    std::vector<std::int64_t> years{};
};
#ifdef MISTAKE
constexpr auto describe(koine::model<thing>) { return koine::table("things").primary_key<&thing::id>().index<&thing::years>(); }
#else
constexpr auto describe(koine::model<thing>) { return koine::table("things").primary_key<&thing::id>(); }
#endif

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
