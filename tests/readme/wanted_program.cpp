// SPDX-License-Identifier: BSL-1.0
// The row of the README's "I want to…" about all statements of a program: those of this file and of what it includes.

#include "wanted.hpp"

#include <koine/verify.hpp>

namespace blog {

wanted const verified{"check every query of the program against a live database, unrun", [](database& db) {
    check(db.verify_program().statements > 2);
    check(db.verify_program().differences.empty());
    database other{":memory:"};
    other.create_tables<author>();
    check(db.all(koine::from<author>()).size() > 0);
    check(db.count(koine::from<article>()) > 0);
    check(other.verify_program().differences.size() >= 1);
}};

}  // namespace blog
