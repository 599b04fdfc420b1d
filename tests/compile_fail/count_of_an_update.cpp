// error: koine: count() and exists() ask about a select
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.count(koine::update<author>().set(col<&author::name> = "x").where(col<&author::id> == 1));
#else
    db.count(koine::from<author>());
#endif
}
