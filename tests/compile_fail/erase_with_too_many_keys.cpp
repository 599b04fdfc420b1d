// error: koine: a row is found by as many values as its primary key has columns
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.erase<author>(1, 2);
#else
    db.erase<author>(1);
#endif
}
