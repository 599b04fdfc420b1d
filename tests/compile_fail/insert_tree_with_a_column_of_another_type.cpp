// error: koine: a member of the shape has another type than the column of its name
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

template <class Score>
struct scored { std::string name{}; Score score{}; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.insert<author>(scored<std::int64_t>{.name = "Ada"});
#else
    db.insert<author>(scored<std::uint64_t>{.name = "Ada"});
#endif
}
