// error: koine: a member of the shape has another type than the column of its name
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>
#include <koine/pmr.hpp>

using namespace blog;
using koine::col;

struct kept { std::pmr::string name; };
struct scored { std::pmr::string name; std::uint64_t score{}; };
struct owned { std::string name; std::uint64_t score{}; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
    std::pmr::monotonic_buffer_resource arena;
#ifdef MISTAKE
    db.insert<author>(scored{.name = "Ada", .score = 1});
#else
    db.insert<author>(owned{.name = "Ada", .score = 1});
#endif
}
