// error: koine: a member of the shape has not its relation's form
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

template <class Articles>
struct page {
    std::string name;
    Articles articles;
};

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.all(koine::from<author>().select<page<headline>>());
#else
    db.all(koine::from<author>().select<page<std::vector<headline>>>());
#endif
}
