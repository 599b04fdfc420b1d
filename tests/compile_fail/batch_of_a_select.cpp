// error: koine: execute() runs a statement that writes; all(), one() and first() read
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/recording.hpp>
#include <koine/koine.hpp>

using namespace blog;

int main() {
    koine::database<koine::driver::recording> db{""};
    auto write = koine::erase<author>().where(koine::col<&author::id> == 1);
#ifdef MISTAKE
    db.batch(write, koine::from<author>());
#else
    db.batch(write, write);
#endif
}
