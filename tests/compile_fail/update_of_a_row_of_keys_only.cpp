// error: koine: every member of the model is of its primary key
// SPDX-License-Identifier: BSL-1.0
#include "blog.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;
using koine::col;

struct pair {
    int left{};
    int right{};
};
constexpr auto describe(koine::model<pair>) {
    return koine::table("pairs").primary_key<&pair::left, &pair::right>();
}

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.update(pair{1, 2});
#else
    db.erase<pair>(1, 2);
#endif
}
