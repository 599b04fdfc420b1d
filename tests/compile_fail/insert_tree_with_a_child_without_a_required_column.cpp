// error: koine: a tree gives every column that has no default and may not be NULL, by a member of its shape or by the row around it
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

struct titled { std::string title{}; bool published{}; state progress{}; };
struct full { std::string title{}; bool published{}; double rating{}; state progress{}; };
template <class Article>
struct writer { std::string name{}; std::uint64_t score{}; std::vector<Article> articles{}; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.insert<author>(writer<titled>{.name = "Ada"});
#else
    db.insert<author>(writer<full>{.name = "Ada"});
#endif
}
