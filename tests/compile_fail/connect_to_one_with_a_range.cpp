// error: koine: a relation to one row takes one key, no range
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.connect<article, "editor">(1, std::vector{2, 3});
#else
    db.connect<article, "editor">(1, 2);
#endif
}
