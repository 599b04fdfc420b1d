// error: koine: the values of a key are of its columns' families
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.connect<author, "articles">(1, "Notes");
#else
    db.connect<author, "articles">(1, 2);
#endif
}
