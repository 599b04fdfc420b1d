// error: koine: rows are named by a key, or by a range of keys
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.connect<article, "editor">(1, author{});
#else
    db.connect<article, "editor">(1, author{}.id);
#endif
}
