// error: koine: a value that may be NULL is selected in a plain form; make it a std::optional
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
    db.visit(koine::from<author>().select<std::string_view>(col<&author::email>), [](std::string_view) {});
#else
    db.visit(koine::from<author>().select<std::optional<std::string_view>>(col<&author::email>), [](std::optional<std::string_view> const&) {});
#endif
}
