// error: koine: a member of the shape has another type than the column of its name
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

struct seen { std::string_view name; };
struct numbered { std::string_view id; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.visit(koine::from<author>().select<numbered>(), [](numbered const&) {});
#else
    db.visit(koine::from<author>().select<seen>(), [](seen const&) {});
#endif
}
