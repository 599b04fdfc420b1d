// error: koine: replace takes keys, or new rows: a std::vector of them for a relation to many, one for a has_one
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

struct full { std::string title{}; bool published{}; double rating{}; state progress{}; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.replace<author, "articles">(1, full{});
#else
    db.replace<author, "articles">(1, std::vector<full>(1));
#endif
}
