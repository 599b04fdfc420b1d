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
    auto prepared = db.prepare(koine::from<author>().select<seen>());
#else
    auto prepared = db.prepare(koine::from<author>().select<person>());
#endif
}
