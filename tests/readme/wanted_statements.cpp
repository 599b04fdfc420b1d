// SPDX-License-Identifier: BSL-1.0
// Rows of the README's "I want to…" about statements that put tables, queries and rows together.

#include "wanted.hpp"

#include <koine/dialect/postgres.hpp>

namespace blog {

wanted const kept{"keep what has no partner, or pair each with each", [](database& db) {
    auto const rows = koine::from<article>().select(koine::count());
    std::int64_t const all = db.one(rows);
    check(db.one(rows.left_join<"author">()) == all);
    check(db.one(rows.right_join<"author">()) == all + 1);
    check(db.one(rows.full_join<"author">()) == all + 1);
    check(db.one(rows.cross_join<author>()) == all * 3);
}};

wanted const united{"unite queries, intersect them, or take one from another", [](database& db) {
    auto const first = koine::from<article>().where(col<&article::published>).select<headline>();
    auto const second = koine::from<article>().where(col<&article::title> == "Notes").select<headline>();
    check(each(db.all(koine::union_all(first, second).order_by(col<&headline::title>).limit(10)), &headline::title) == texts{"Loops", "Notes", "Notes", "Notes", "Notes"});
    auto const authors = koine::from<author>().select(col<&author::id>);
    auto const writers = koine::from<article>().select(col<&article::author_id>);
    check(sorted(db.all(koine::union_of(authors, writers))) == numbers{7, 8, 9});
    check(sorted(db.all(koine::intersect(authors, writers))) == numbers{7, 8});
    check(db.all(koine::except(authors, writers)) == numbers{9});
}};

struct author_total { std::int64_t author_id{}; std::int64_t articles{}; };

wanted const quantified{"compare with any, or with each, row of a query", [](database& db) {
    auto const query = koine::from<comment>().select(col<&comment::article_id>);
    std::int64_t const highest = *db.one(koine::from<comment>().select(koine::max(col<&comment::article_id>)));
    check(db.count(koine::from<article>().where(col<&article::id> > koine::all(query))) == db.count(koine::from<article>().where(col<&article::id> > highest)));
    check(db.count(koine::from<article>().where(col<&article::id> < koine::any(query))) == db.count(koine::from<article>().where(col<&article::id> < highest)));
}};

struct key_pair { std::int64_t author_id{}; std::int64_t id{}; };

wanted const rows_as_one{"compare several values as one", [](database& db) {
    auto const before = koine::row(col<&article::author_id>, col<&article::id>) < koine::row(8, 3);
    auto const either = col<&article::author_id> < 8 || (col<&article::author_id> == 8 && col<&article::id> < 3);
    check(ids(db.all(koine::from<article>().where(before))) == ids(db.all(koine::from<article>().where(either))));
    auto const query = koine::from<article>().where(col<&article::published>).select<key_pair>();
    check(db.count(koine::from<article>().where(koine::row(col<&article::author_id>, col<&article::id>).in(query))) == db.count(koine::from<article>().where(col<&article::published>)));
}};

wanted const computed{"compute a table, and ask it as any other", [](database& db) {
    auto const totals = koine::from<article>().select<author_total>(col<&article::author_id>, koine::count()).group_by(col<&article::author_id>);
    auto const query = koine::with<author_total>(totals).from<author>().join<author_total>(koine::on(col<&author_total::author_id> == col<&author::id>));
    check(ids(db.all(query.where(col<&author_total::articles> > 2))) == numbers{7});
}};

wanted const locked{"lock the rows that are read, but on SQLite", [](database&) {
    constexpr auto drafts = koine::from<article>().join<"author">().where(!col<&article::published>).select(col<&article::id>);
    auto const ends = [](auto const& query, std::string_view with) { check(koine::sql_text<koine::dialect::postgres>(query).ends_with(with)); };
    ends(drafts.for_update(), " FOR UPDATE OF t0");
    ends(drafts.for_share(koine::no_wait), " FOR SHARE OF t0 NOWAIT");
    ends(drafts.for_update(koine::skip_locked), " FOR UPDATE OF t0 SKIP LOCKED");
    ends(drafts.for_update(koine::of<article>()), " FOR UPDATE OF t0");
}};

wanted const joined{"change or erase rows by those of another table", [](database& db) {
    check(db.execute(koine::update<article>().join<"author">().set(col<&article::title> = col<&author::name>).where(col<&author::id> == 7)) ==
          db.count(koine::from<article>().where(col<&article::author_id> == 7)));
    check(db.count(koine::from<article>().join<"author">().where(col<&author::id> == 7 && col<&article::title> != col<&author::name>)) == 0);
    db.execute(koine::erase<comment>().join<"article">().where(col<&article::published>));
    check(db.count(koine::from<comment>().join<"article">().where(col<&article::published>)) == 0);
}};

struct tally { std::int64_t id{}; std::string name; std::int64_t n{}; };
constexpr auto describe(koine::model<tally>) { return koine::table("tallies").primary_key<&tally::id>(koine::generated).unique<&tally::name>(); }

wanted const counted_up{"compute what an upsert sets", [](database& db) {
    db.create_tables<tally>();
    auto const add = [](std::int64_t n) {
        return koine::upsert(tally{.name = "visits", .n = n}).on<&tally::name>().set(col<&tally::n> = col<&tally::n> + koine::excluded<&tally::n>);
    };
    db.execute(add(3));
    db.execute(add(4));
    check(db.execute(add(9).where(col<&tally::n> < 7)) == 0);
    check(db.one(koine::from<tally>()).n == 7);
}};

wanted const copied{"insert what a query finds", [](database& db) {
    check(db.execute(koine::insert<author>().columns<&author::name>(koine::from<employee>().select(col<&employee::name>))) == 4);
    check(db.count(koine::from<author>().where(col<&author::name> == "Ada")) == 2);
}};

struct chain { std::int64_t id{}; std::int64_t depth{}; };

wanted const walked{"walk from row to row", [](database& db) {
    auto const first = koine::from<employee>().where(col<&employee::boss_id> == std::nullopt).select<chain>(col<&employee::id>, koine::value(0));
    auto const next = koine::from<employee>().join<chain>(koine::on(col<&employee::boss_id> == col<&chain::id>)).select<chain>(col<&employee::id>, col<&chain::depth> + 1);
    check(ids(db.all(koine::with_recursive<chain>(first, next).from<chain>().order_by(koine::desc(col<&chain::depth>), col<&chain::id>))) == numbers{3, 2, 4, 1});
}};

}  // namespace blog
