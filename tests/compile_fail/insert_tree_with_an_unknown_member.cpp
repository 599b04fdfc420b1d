// error: koine: a member of the shape is neither a column nor a relation of the model
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

struct misspelled { std::string name{}; std::vector<author> artciles{}; };
struct right { std::string name{}; std::uint64_t score{}; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.insert<author>(misspelled{.name = "Ada"});
#else
    db.insert<author>(right{.name = "Ada"});
#endif
}
