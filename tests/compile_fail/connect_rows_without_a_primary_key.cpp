// error: koine: rows are connected by the primary key of those that have the foreign key, and their model has none
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include "papers.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.connect<paper, "notes">("x", 2);
#else
    db.connect<author, "articles">(1, 2);
#endif
}
