// error: koine: batch() takes at least one insert, update, erase or upsert
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/recording.hpp>
#include <koine/koine.hpp>

using namespace blog;

int main() {
    koine::database<koine::driver::recording> db{""};
#ifdef MISTAKE
    db.batch();
#else
    db.batch(koine::erase<author>().where(koine::col<&author::id> == 1));
#endif
}
