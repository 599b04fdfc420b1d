// error: koine: the model has no primary key to find a row by
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

struct note {
    std::string text;
};
constexpr auto describe(koine::model<note>) { return koine::table("notes"); }

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.find<note>(1);
#else
    db.find<author>(1);
#endif
}
