// error: koine: a view is read by visit() or stream(), which show a row while the driver holds it, and not inside a list
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

struct seen { std::string_view name; };
#ifdef MISTAKE
struct line { std::string_view title; };
#else
struct line { std::string title; };
#endif
struct written { std::string_view name; std::vector<line> articles; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
    for (written const& one : db.stream(koine::from<author>().select<written>())) static_cast<void>(one);
}
