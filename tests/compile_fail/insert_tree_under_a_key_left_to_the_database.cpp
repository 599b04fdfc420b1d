// error: koine: rows of a tree belong to a row by a column that its shape leaves to the database's default; give it as a member
// SPDX-License-Identifier: BSL-1.0
#include "papers.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

struct note_input { std::string text{}; };
struct uncoded { std::vector<note_input> notes{}; };
struct coded { std::string code{}; std::vector<note_input> notes{}; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.insert<paper>(uncoded{});
#else
    db.insert<paper>(coded{});
#endif
}
