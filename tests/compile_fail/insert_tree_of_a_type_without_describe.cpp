// error: koine: this type is no model
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

struct plain { std::string name{}; std::uint64_t score{}; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.insert<person>(plain{"Ada"});
#else
    db.insert<author>(plain{"Ada"});
#endif
}
