// error: koine: a member of the shape has another type than the column of its name
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

struct seen { std::string_view name; std::uint64_t score{}; };
struct owned { std::string name; std::uint64_t score{}; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    auto row = db.insert<author>(seen{.name = "Ada", .score = 1});
#else
    auto row = db.insert<author>(owned{.name = "Ada", .score = 1});
#endif
}
