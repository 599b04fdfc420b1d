// error: koine: a key is one value, or where it has several columns a std::tuple of as many
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.connect<article, "comments">(1, 2);
#else
    db.connect<article, "comments">(1, std::tuple(1, 2));
#endif
}
