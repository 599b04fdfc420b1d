// error: koine: the model has no primary key to update a row by
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
    db.update(note{"x"});
#else
    db.update(author{.id = 1, .name = "Ada"});
#endif
}
