// error: koine: a member of the shape is neither a column nor a relation of the model
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

struct page {
    std::int64_t id{};
    std::string nmae;
};

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.all(koine::from<author>().select<page>());
#else
    db.all(koine::from<author>().select<person>());
#endif
}
