// error: koine: include <koine/pmr.hpp> to have rows in a std::pmr::memory_resource, which all(query, &memory) takes
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
    int memory = 0;
    db.all(koine::from<author>().select<kept>(), &memory);
#else
    auto rows = db.all(koine::from<author>().select<kept>(), &arena);
#endif
}
