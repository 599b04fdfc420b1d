// error: koine: this verb takes several statements in this dialect; run it by all(), one(), first() or execute()
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/dialect/mysql.hpp>
#include <koine/driver/recording.hpp>
#include <koine/koine.hpp>

using namespace blog;

int main() {
    koine::database<koine::driver::recording, koine::dialect::mysql<>> db{""};
    auto query = koine::upsert(author{.name = "Ada"}).on<&author::email>().set<&author::name>().returning();
#ifdef MISTAKE
    auto prepared = db.prepare(query);
#else
    auto rows = db.all(query);
#endif
}
