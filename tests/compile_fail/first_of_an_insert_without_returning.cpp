// error: koine: this statement gives no rows
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.first(koine::insert<author>().set(col<&author::name> = "x", col<&author::score> = 1));
#else
    db.first(koine::insert<author>().set(col<&author::name> = "x", col<&author::score> = 1).returning());
#endif
}
