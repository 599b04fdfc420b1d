// error: koine: an update or erase has a where
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.execute(koine::update<author>().set(col<&author::name> = "x"));
#else
    db.execute(koine::update_all<author>().set(col<&author::name> = "x"));
#endif
}
