// error: koine: update takes a row of a model
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.update(person{"Ada"});
#else
    db.update(author{.id = 1, .name = "Ada"});
#endif
}
