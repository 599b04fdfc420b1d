// error: koine: a member of the shape has not its relation's form: std::vector for many
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

struct full { std::string title{}; bool published{}; double rating{}; state progress{}; };
template <class Articles>
struct writer { std::string name{}; std::uint64_t score{}; Articles articles{}; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.insert<author>(writer<std::optional<full>>{.name = "Ada"});
#else
    db.insert<author>(writer<std::vector<full>>{.name = "Ada"});
#endif
}
