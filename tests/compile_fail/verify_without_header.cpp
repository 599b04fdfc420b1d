// error: koine: include <koine/verify.hpp>, everywhere where queries are run, to have verify_program() check them
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>
#ifndef MISTAKE
#include <koine/verify.hpp>
#endif

using namespace blog;

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.all(koine::from<author>());
    return static_cast<int>(db.verify_program().differences.size());
}
