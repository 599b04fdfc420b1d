// error: koine: a row of a tree belongs to the row that it is nested in; a member of its shape gives it a second one by the same foreign key
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

struct someone { std::string name{}; std::uint64_t score{}; };
struct owned { std::string title{}; bool published{}; double rating{}; state progress{}; someone author{}; };
struct edited { std::string title{}; bool published{}; double rating{}; state progress{}; std::optional<someone> editor{}; };
template <class Article>
struct tree { std::string name{}; std::uint64_t score{}; std::vector<Article> articles{}; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.insert<author>(tree<owned>{.name = "Ada"});
#else
    db.insert<author>(tree<edited>{.name = "Ada"});
#endif
}
