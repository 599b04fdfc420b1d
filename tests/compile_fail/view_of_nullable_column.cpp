// error: koine: a column that may be NULL is selected into a plain member
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

struct seen { std::string_view name; };
struct mailed { std::string_view email; };
struct maybe_mailed { std::optional<std::string_view> email; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.visit(koine::from<author>().select<mailed>(), [](mailed const&) {});
#else
    db.visit(koine::from<author>().select<maybe_mailed>(), [](maybe_mailed const&) {});
#endif
}
