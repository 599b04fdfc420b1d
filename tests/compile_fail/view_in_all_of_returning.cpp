// error: koine: a view is read by visit() or stream(), which show a row while the driver holds it, and not inside a list
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

struct seen { std::string_view name; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    auto rows = db.all(koine::update<author>().set(col<&author::score> = 1).where(col<&author::id> == 1).returning<seen>());
#else
    for (seen const& one : db.stream(koine::update<author>().set(col<&author::score> = 1).where(col<&author::id> == 1).returning<seen>())) static_cast<void>(one);
#endif
}
