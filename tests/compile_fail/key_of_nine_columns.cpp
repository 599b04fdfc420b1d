// error: koine: a key has at most eight columns
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

struct other {
    std::int64_t id{};
};

struct thing {
    int a{}, b{}, c{}, d{}, e{}, f{}, g{}, h{}, i{};
};
constexpr auto describe(koine::model<thing>) {
#ifdef MISTAKE
    return koine::table("things")
        .index<&thing::a, &thing::b, &thing::c, &thing::d, &thing::e, &thing::f, &thing::g, &thing::h,
               &thing::i>();
#else
    return koine::table("things")
        .index<&thing::a, &thing::b, &thing::c, &thing::d, &thing::e, &thing::f, &thing::g, &thing::h>();
#endif
}

int main() { return koine::sql_text<koine::dialect::sqlite>(koine::from<thing>()).empty(); }
