// error: koine: a tree gives every column that has no default and may not be NULL, by a member of its shape or by the row around it
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

struct incomplete { std::string name{}; };
struct complete { std::string name{}; std::uint64_t score{}; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.insert<author>(incomplete{"Ada"});
#else
    db.insert<author>(complete{"Ada", 1});
#endif
}
