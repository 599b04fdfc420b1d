// error: koine: a view is read by visit() or stream(), which show a row while the driver holds it
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>
#include <koine/pmr.hpp>

using namespace blog;
using koine::col;

struct kept { std::pmr::string name; };
struct seen { std::string_view name; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
    std::pmr::monotonic_buffer_resource arena;
#ifdef MISTAKE
    auto rows = db.all(koine::from<author>().select<seen>(), &arena);
#else
    auto rows = db.all(koine::from<author>().select<kept>(), &arena);
#endif
}
