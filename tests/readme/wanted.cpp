// SPDX-License-Identifier: BSL-1.0
// readme · wanted: the rows of the README's table, each with its code as it stands there; those of relations are next door.
#include "wanted.hpp"

#include <koine/dialect/postgres.hpp>
#include <koine/query_log.hpp>

namespace blog {

wanted const whole_rows{"read whole rows", [](database& db) {
    check(sorted(ids(db.all(koine::from<article>().where(col<&article::published>)))) == numbers{5, 7, 8});
}};

wanted const one_row{"read one row, or none", [](database& db) {
    auto const query = koine::from<author>().where(col<&author::id> == 8);
    check(db.one(query).name == "Bob");
    check(db.first(query)->name == "Bob");
    check(db.find<author>(7)->name == "Ada");
    check(!db.find<author>(1));
}};

wanted const few_columns{"read a few columns", [](database& db) {
    std::vector<headline> const rows = db.all(koine::from<article>().select<headline>().order_by(col<&article::id>));
    check(each(rows, &headline::title) == texts{"Loops", "Engine", "Notes", "Notes"});
}};

wanted const one_value{"read one value", [](database& db) {
    check(db.one(koine::from<author>().select(koine::count())) == 3);
}};

struct stats { std::string name; std::int64_t articles{}; };

wanted const grouped{"group", [](database& db) {
    auto const rows = db.all(koine::from<article>()
                                 .join<"author">()
                                 .select<stats>(col<&author::name>, koine::count()).group_by(col<&author::name>).having(koine::count() > 1));
    check(rows.size() == 1 && rows[0].name == "Ada" && rows[0].articles == 3);
}};

wanted const joined{"join by a relation, or by a condition", [](database& db) {
    check(ids(db.all(koine::from<article>().join<"author">().where(col<&author::name> == "Bob"))) == numbers{8});
    auto const condition = col<&article::author_id> == col<&author::id> && col<&article::published>;
    auto const pairs = koine::from<author>().left_join<article>(koine::on(condition)).select(koine::count());
    check(db.one(pairs) == 4);
}};

wanted const aliased{"use a table twice", [](database& db) {
    constexpr auto boss = koine::alias<employee, "boss">;
    check(ids(db.all(koine::from<employee>().join<"boss">(boss).where(boss.col<&employee::name> == "Ada").order_by(col<&employee::id>))) == numbers{2, 4});
}};

wanted const null{"compare with NULL", [](database& db) {
    auto const column = col<&author::email>;
    std::optional<std::string> optional;
    check(ids(db.all(koine::from<author>().where(column == std::nullopt))) == numbers{8});
    check(ids(db.all(koine::from<author>().where(column.same_as(optional)))) == numbers{8});
    optional = "cyd@example.org";
    check(ids(db.all(koine::from<author>().where(column.same_as(optional)))) == numbers{9});
}};

wanted const left_out{"leave a part out at run time", [](database& db) {
    auto const column = col<&author::email>;
    auto const condition = col<&author::name> == "Cyd";
    for (bool const flag : {false, true}) {
        std::optional<std::string> optional;
        if (flag) optional = "ada@example.org";
        check(db.count(koine::from<author>().where(koine::when(flag, condition))) == (flag ? 1 : 3));
        check(db.count(koine::from<author>().where(column == koine::given(optional))) == (flag ? 1 : 3));
        check(db.all(koine::from<author>().order_by(koine::when(flag, koine::desc(col<&author::id>)), col<&author::id>))[0].id == (flag ? 9 : 7));
        db.execute(koine::update<author>().set(column = "c", koine::when(flag, col<&author::name> = "C")).where(col<&author::id> == 9));
        check(db.find<author>(9)->name == (flag ? "C" : "Cyd"));
    }
}};

wanted const one_of_many{"ask for one of many values", [](database& db) {
    numbers const given{7, 9};
    auto const query = koine::from<article>().select(col<&article::author_id>).where(!col<&article::published>);
    auto const of = [&](auto const& condition) { return ids(db.all(koine::from<author>().where(condition).order_by(col<&author::id>))); };
    auto const& ids = given;
    check(of(col<&author::id>.in(ids)) == given);
    check(of(col<&author::id>.in({1, 2, 8})) == numbers{8});
    check(of(col<&author::id>.in(query)) == numbers{7});
}};

wanted const exact_text{"match text exactly as it is", [](database& db) {
    db.insert(author{.name = "Dan", .email = "At 50%"});
    db.insert(author{.name = "Eve", .email = "at 50 or 60%"});
    auto const column = col<&author::email>;
    auto const of = [&](auto const& condition) { return each(db.all(koine::from<author>().where(condition).order_by(col<&author::id>)), &author::name); };
    check(of(column.contains("50%")) == texts{"Dan"});
    check(of(column.starts_with("a", koine::insensitive)) == texts{"Ada", "Dan", "Eve"});
}};

wanted const exists{"ask whether any rows of another table exist", [](database& db) {
    auto const written = koine::exists(koine::from<article>().where(col<&article::author_id> == col<&author::id>));
    check(ids(db.all(koine::from<author>().where(!written))) == numbers{9});
}};

wanted const last_rows{"read the last rows, still in order", [](database& db) {
    check(ids(db.all(koine::from<article>().order_by(col<&article::title>).last(3))) == numbers{5, 7, 8});
    auto const rows = db.all(koine::from<author>().select<author_page>().include<&author_page::articles>(koine::order_by(col<&article::title>), koine::last(2)).order_by(col<&author::id>));
    check(ids(rows[0].articles) == numbers{5, 7});
}};

wanted const one_of_each{"read one row of each kind", [](database& db) {
    auto const newest = koine::from<article>().distinct_on(col<&article::author_id>).order_by(koine::desc(col<&article::id>));
    check(ids(db.all(newest)) == numbers{8, 7});
    // Counted over the rows that are left.
    check(ids(db.all(newest.after<&article::id>(8))) == numbers{7});
}};

wanted const behind{"go on behind a row, or in front of it", [](database& db) {
    check(ids(db.all(koine::from<article>().order_by(col<&article::title>).after("Notes", 7))) == numbers{8});
    auto const query = koine::from<article>().order_by(col<&article::title>);
    check(ids(db.all(query.after<&article::id>(5))) == numbers{7, 8});
    check(ids(db.all(query.before<&article::id>(7).last(1))) == numbers{5});
}};

wanted const pages{"read page by page", [](database& db) {
    for (int i = 0; i < 21; ++i) db.insert(article{.author_id = 9, .title = "Part"});
    auto const query = koine::from<article>().order_by(col<&article::title>);
    auto page = db.page(query, {.size = 20, .with_total = true});
    check(page.rows.size() == 20 && page.rows[0].id == 6 && page.total == 25 && !page.previous);
    auto const next = db.page(query, {.size = 20, .after = *page.next});
    check(next.rows.size() == 5 && !next.next && !next.total);
    auto const previous = db.page(query, {.size = 20, .before = *next.previous});
    check(ids(previous.rows) == ids(page.rows));
    // A token of another order is refused, and the transaction goes on.
    db.transaction([&](auto& tx) {
        check(kind_of([&] { tx.page(koine::from<article>(), {.after = *page.next}); }) == koine::error_kind::cursor);
        check(kind_of([&] { tx.page(query, {.after = "no token"}); }) == koine::error_kind::cursor);
        tx.insert(author{.name = "Dan"});
    });
    check(db.count(koine::from<author>()) == 4);
}};

wanted const inserted{"insert a row, or many", [](database& db) {
    check(db.insert(author{.name = "Ada"}).id == 10);
    std::vector<author> const rows{{.name = "Dan"}, {.name = "Eve"}};
    check(db.insert(rows) == 2 && db.find<author>(12)->name == "Eve");
}};

wanted const changed{"change rows", [](database& db) {
    check(db.execute(koine::update<author>().set(col<&author::name> = "Ada").where(col<&author::id> > 7)) == 2);
    check(db.count(koine::from<author>().where(col<&author::name> == "Ada")) == 3);
}};

wanted const changed_by_key{"change one row by its key", [](database& db) {
    author row = *db.find<author>(8);
    row.name = "Rob";
    db.update(row);
    check(db.find<author>(8)->name == "Rob");
    db.execute(koine::erase_all<comment>());
    check(db.erase<author>(7) && !db.find<author>(7) && db.find<author>(8));
}};

wanted const upserted{"insert or update", [](database& db) {
    for (char const* const name : {"Eve", "Eva"}) db.execute(koine::upsert(author{.name = name, .email = "eve"}).on<&author::email>().set<&author::name>());
    check(each(db.all(koine::from<author>().where(col<&author::id> > 9)), &author::name) == texts{"Eva"});
}};

wanted const returned{"get written rows back", [](database& db) {
    auto const publish = koine::update<article>().set(col<&article::published> = true).where(!col<&article::published>);
    std::vector<headline> const headlines = db.all(publish.returning<headline>());
    check(each(headlines, &headline::title) == texts{"Engine"});
    std::vector<article> const whole = db.all(koine::erase<article>().where(col<&article::id> == 6).returning());
    check(ids(whole) == numbers{6} && whole[0].published);
}};

wanted const together{"do several things or none", [](database& db) {
    auto const rename = koine::update<author>().set(col<&author::name> = "Rob").where(col<&author::id> == 8);
    auto const both = [&](char const* email) {
        db.transaction([&](auto& tx) { tx.insert(author{.name = "Rob", .email = email}); tx.execute(rename); });
    };
    check(kind_of([&] { both("ada@example.org"); }) == koine::error_kind::unique);
    check(db.count(koine::from<author>().where(col<&author::name> == "Rob")) == 0);
    both("rob@example.org");
    check(db.count(koine::from<author>().where(col<&author::name> == "Rob")) == 2);
}};

wanted const batched{"do several writes in one round trip", [](database& db) {
    auto const affected = db.batch(koine::update<author>().set(col<&author::name> = "A").where(col<&author::id> != 8), koine::erase<article>().where(col<&article::author_id> == 7));
    check(affected[0] == 2 && affected[1] == 3);
}};

wanted const retried{"try a transaction again when it lost a race", [](database& db) {
    int runs = 0;
    db.transaction({.attempts = 5}, [&](auto& tx) {
        tx.insert(author{.name = "Dan"});
        if (++runs < 3) throw koine::error(koine::error_kind::serialization, "lost").with_retryable(true);
    });
    check(runs == 3 && db.count(koine::from<author>()) == 4);
}};

wanted const only_read{"read without a chance to write", [](database& db) {
    check(kind_of([&] { db.transaction({.read_only = true}, [&](auto& tx) { tx.insert(author{.name = "Dan"}); }); }) == koine::error_kind::read_only);
    check(db.count(koine::from<author>()) == 3);
}};

wanted const streamed{"read more than fits in memory", [](database& db) {
    auto const query = koine::from<article>().order_by(col<&article::id>);
    numbers seen;
    for (article& one : db.stream(query)) seen.push_back(one.id);
    check(seen == numbers{5, 6, 7, 8});
}};

wanted const prepared_once{"run one query again and again", [](database& db) {
    auto const query = koine::from<author>().where(col<&author::id> > 8);
    auto prepared = db.prepare(query);
    check(prepared.all().size() == 1);
    db.insert(author{.name = "Dan"});
    check(prepared.all().size() == 2);
}};

wanted const schema{"create tables, check a live schema", [](database&) {
    database db{":memory:"};
    check(db.check<author, article>().size() == 2);
    db.create_tables<author, article>();
    check(db.check<author, article>().empty());
}};

wanted const raw{"write SQL of my own", [](database& db) {
    db.insert(author{.name = "Grace"});
    check(ids(db.all(koine::from<author>().where(koine::raw<std::int64_t, "length({})">(col<&author::name>) == 5))) == numbers{10});
}};

wanted const as_value{"have the SQL as a value", [](database&) {
    auto const query = koine::from<author>().select(col<&author::id>).where(col<&author::name> == "Ada");
    check(koine::sql<koine::dialect::postgres>(query).to_string().starts_with(R"(SELECT t0."id" FROM "authors" AS t0 WHERE t0."name" = $1)"));
}};

wanted const cancelled{"end a statement from another thread", [](database& db) {
    auto canceller = db.canceller();
    // One row in memory: the statement is under way while its rows are visited.
    check(kind_of([&] { db.visit(koine::from<article>(), [&](article const&) { canceller.cancel(); }); }) == koine::error_kind::cancelled);
}};

struct counter : koine::observer {
    int statements = 0;
    void finished(koine::statement_event const&) noexcept override { ++statements; }
};

wanted const observed{"see every statement", [](database& db) {
    koine::query_log log; db.observe(&log);
    db.count(koine::from<author>());
    counter seen;
    db.observe(&seen);
    db.find<author>(7);
    db.erase<article>(5);
    check(seen.statements == 2);
    db.observe(nullptr);
}};

}  // namespace blog

int main() { return blog::run_all() == 0 ? 0 : 1; }
