// error: koine: rows are parted by a foreign key that becomes NULL, and no column of this one may be NULL
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.disconnect<article, "author">(1);
#else
    db.disconnect<article, "editor">(1);
#endif
}
