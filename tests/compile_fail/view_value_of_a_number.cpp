// error: koine: select<…>() of one value takes an expression of its type: text as std::string_view, bytes as koine::bytes_view
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
    db.visit(koine::from<author>().select<std::string_view>(col<&author::id>), [](std::string_view) {});
#else
    db.visit(koine::from<author>().select<std::string_view>(col<&author::name>), [](std::string_view) {});
#endif
}
