// SPDX-License-Identifier: BSL-1.0
// Rows of the README's "I want to…" about statements that put tables, queries and rows together.

#include "wanted.hpp"

namespace blog {

wanted const kept{"keep what has no partner, or pair each with each", [](database& db) {
    auto const rows = koine::from<article>().select(koine::count());
    std::int64_t const all = db.one(rows);
    check(db.one(rows.left_join<"author">()) == all);
    check(db.one(rows.right_join<"author">()) == all + 1);
    check(db.one(rows.full_join<"author">()) == all + 1);
    check(db.one(rows.cross_join<author>()) == all * 3);
}};

}  // namespace blog
