// error: koine: a junction has a column that has no default and may not be NULL, beside the keys that it pairs
// SPDX-License-Identifier: BSL-1.0
#include "papers.hpp"
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

using namespace blog;

struct label_input { std::int64_t id{}; };
struct with_labels { std::string code{}; std::vector<label_input> labels{}; };
struct without { std::string code{}; };

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
#ifdef MISTAKE
    db.insert<paper>(with_labels{});
#else
    db.insert<paper>(without{});
#endif
}
