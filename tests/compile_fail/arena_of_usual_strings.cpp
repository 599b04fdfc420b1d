// error: koine: rows in a memory of one's own have std::pmr::string and std::pmr::vector in the place of std::string and std::vector
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>
#include <koine/pmr.hpp>

using namespace blog;
using koine::col;

struct kept { std::pmr::string name; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
    std::pmr::monotonic_buffer_resource arena;
#ifdef MISTAKE
    auto rows = db.all(koine::from<author>().select<person>(), &arena);
#else
    auto rows = db.all(koine::from<author>().select<kept>(), &arena);
#endif
}
