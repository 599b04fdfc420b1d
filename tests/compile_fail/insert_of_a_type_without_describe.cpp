// error: koine: insert takes a row of a model, or a range of them
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.insert(person{"Ada"});
#else
    db.insert(author{.name = "Ada"});
#endif
}
