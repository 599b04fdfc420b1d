// SPDX-License-Identifier: BSL-1.0
// conformance · locks: rows that one transaction has locked are skipped by another, or an error at once, and free again behind it.
#include "library.hpp"

namespace locks {

using namespace library;
using koine::asc;
using koine::col;

constexpr auto name = col<&author::name>;
constexpr auto names = koine::from<author>().order_by(asc(name)).select(name);

/// SQLite refuses every one of these queries; the functions are templates so that nobody asks it.
template <class Books>
void skip_and_fail(Books& all) {
    server::database other{all.where.name()};
    // By its key: InnoDB locks every row that it looks at.
    auto const bob = names.where(col<&author::id> == all.bob.id);
    auto const cyd = names.where(col<&author::id> == all.cyd.id);
    all.db.transaction([&](auto& tx) {
        CHECK(tx.all(bob.for_update()) == texts{"Bob"});
        CHECK(other.all(names) == texts{"Ada", "Bob", "Cyd"});
        CHECK(other.all(names.for_update(koine::skip_locked)) == texts{"Ada", "Cyd"});
        CHECK(other.all(names.for_share(koine::skip_locked)) == texts{"Ada", "Cyd"});
        CHECK(conformance::kind_of([&] { other.all(names.for_update(koine::no_wait)); }) == "timeout");
        CHECK(conformance::kind_of([&] { other.all(names.for_share(koine::no_wait)); }) == "timeout");
        CHECK(other.one(cyd.for_update(koine::no_wait)) == "Cyd");
    });
    CHECK(other.all(names.for_update(koine::no_wait)) == texts{"Ada", "Bob", "Cyd"});
    // Two may share, and none of them writes.
    all.db.transaction([&](auto& tx) {
        CHECK(tx.all(bob.for_share()) == texts{"Bob"});
        CHECK(other.all(names.for_share(koine::no_wait)) == texts{"Ada", "Bob", "Cyd"});
        CHECK(other.all(names.for_update(koine::skip_locked)) == texts{"Ada", "Cyd"});
    });
}

template <class Books, class Titles>
void one_of_two_tables(Books& all, Titles const& titles) {
    server::database other{all.where.name()};
    auto const joined = titles.template join<"author">().where(col<&article::id> == 6);
    all.db.transaction([&](auto& tx) {
        CHECK(tx.all(joined.for_update()) == texts{"f"});
        CHECK(other.all(names.for_update(koine::skip_locked)) == texts{"Ada", "Bob", "Cyd"});
        CHECK(other.all(titles.for_update(koine::skip_locked)).size() == 5);
    });
    all.db.transaction([&](auto& tx) {
        CHECK(tx.all(joined.for_update(koine::of<author>())) == texts{"f"});
        CHECK(other.all(names.for_update(koine::skip_locked)) == texts{"Ada", "Cyd"});
        CHECK(other.all(titles.for_update(koine::skip_locked)).size() == 6);
    });
}

TEST_CASE("rows that are locked are skipped, or an error at once", "[locks]") {
    if constexpr (koine::expressible<server::dialect, decltype(names.for_update())>) {
        books all;
        skip_and_fail(all);
    }
}

TEST_CASE("of the tables that a query joins those are locked that it names, or its own", "[locks]") {
    constexpr auto titles = koine::from<article>().select(col<&article::title>);
    if constexpr (koine::expressible<server::dialect, decltype(titles.join<"author">().for_update())>) {
        books all;
        one_of_two_tables(all, titles);
    }
}

}  // namespace locks
