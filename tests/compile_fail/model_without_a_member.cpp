// error: koine: a model has at least one member
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

struct other {
    std::int64_t id{};
};

struct thing {
#ifndef MISTAKE
    std::int64_t id{};
#endif
};
constexpr auto describe(koine::model<thing>) {
#ifdef MISTAKE
    return koine::table("things");
#else
    return koine::table("things");
#endif
}

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
