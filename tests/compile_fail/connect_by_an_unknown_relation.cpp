// error: koine: the model has no relation of this name to connect rows by
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.connect<author, "artciles">(1, 2);
#else
    db.connect<author, "articles">(1, 2);
#endif
}
