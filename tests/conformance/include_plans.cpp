// SPDX-License-Identifier: BSL-1.0
// conformance · include_plans: how often an include is evaluated, by which index, in how many statements, and how long its list may be.
#include "library.hpp"

#include <koine/driver/recording.hpp>

#include <algorithm>

namespace include_plans {

using namespace library;
using koine::asc;
using koine::col;
using koine::desc;

/// Fifty authors with an article each, and a function that counts how often it is asked for one.
struct counted : server::fresh {
    server::call_counter counter{db};

    counted() {
        db.create_tables<author, profile, article, comment>();
        for (int i = 0; i < 50; ++i) {
            author const one = db.insert(author{.name = std::to_string(i * 37 % 50 + 100)});
            db.insert(article{.author_id = one.id, .title = one.name});
        }
    }
    template <class Query>
    int calls_of(Query const& query) {
        counter.restart();
        for (author_titles const& one : db.all(query)) CHECK((one.articles.size() == 1 && one.articles[0].title == one.name));
        return counter.calls();
    }
};
constexpr auto seen_articles = koine::from<author>().select<author_titles>().include<&author_titles::articles>(koine::where(koine::raw<bool, "seen({})">(col<&article::id>)));

TEST_CASE("pitfall 78: a root limit evaluates no more includes than rows", "[include][plans]") {
    counted roots;
    CHECK(roots.calls_of(seen_articles) == 50);
    CHECK(roots.calls_of(seen_articles.limit(3)) == 3);
    CHECK(roots.calls_of(seen_articles.order_by(asc(col<&author::name>)).limit(3)) == 3);
    CHECK(roots.calls_of(seen_articles.order_by(desc(col<&author::name>), asc(col<&author::id>)).limit<7>()) == 7);
    CHECK(roots.calls_of(seen_articles.order_by(desc(col<&author::id> + 1)).limit(3)) == 3);
    CHECK(roots.calls_of(seen_articles.order_by(asc(col<&author::name>)).limit(0)) == 0);
}

TEST_CASE("pitfall 79: nor does an offset", "[include][plans]") {
    counted roots;
    CHECK(roots.calls_of(seen_articles.order_by(asc(col<&author::name>)).limit(3).offset(40)) == 3);
    CHECK(roots.calls_of(seen_articles.limit(3).offset(40)) == 3);
    CHECK(roots.calls_of(seen_articles.order_by(asc(col<&author::name>)).offset(45)) == 5);
    CHECK(roots.calls_of(seen_articles.offset(60)) == 0);
}

TEST_CASE("nor do last and distinct_on", "[include][plans]") {
    counted roots;
    auto const by_name = seen_articles.order_by(desc(col<&author::name>));
    CHECK(roots.calls_of(by_name.last(3)) == 3);
    CHECK(roots.calls_of(by_name.last(3).offset(40)) == 3);
    CHECK(roots.calls_of(by_name.last(0)) == 0);
    // Names from 100 to 149 begin with 10, 11, 12, 13 or 14.
    auto const of_tens = by_name.distinct_on(koine::raw<std::string, "substr({}, 1, 2)">(col<&author::name>));
    CHECK(roots.calls_of(of_tens) == 5);
    CHECK(roots.calls_of(of_tens.limit(2)) == 2);
    CHECK(roots.calls_of(of_tens.last(2).offset(1)) == 2);
    CHECK(roots.calls_of(by_name.after<&author::id>(roots.db.one(koine::from<author>().where(col<&author::name> == "104")).id)) == 4);
    CHECK(roots.calls_of(by_name.after("104", 0).limit(3)) == 3);
}

TEST_CASE("a root limit evaluates no more expressions that are given to its shape than rows", "[include][plans]") {
    counted roots;
    struct author_count { std::string name; std::int64_t articles_seen{}; };
    auto const query = koine::from<author>().select<author_count>(koine::as<&author_count::articles_seen>(koine::count_of<"articles">(koine::raw<bool, "seen({})">(col<&article::id>)))).order_by(desc(col<&author::name>));
    auto const calls_of = [&](auto const& narrowed, std::size_t rows) {
        roots.counter.restart();
        auto const found = roots.db.all(narrowed);
        CHECK(found.size() == rows);
        for (author_count const& one : found) CHECK(one.articles_seen == 1);
        return roots.counter.calls();
    };
    CHECK(calls_of(query, 50) == 50);
    CHECK(calls_of(query.limit(3), 3) == 3);
    CHECK(calls_of(query.limit(3).offset(40), 3) <= 43);
    CHECK(calls_of(query.last(3), 3) == 3);
    CHECK(calls_of(query.distinct_on(koine::raw<std::string, "substr({}, 1, 2)">(col<&author::name>)), 5) == 5);
}

struct summary { std::string name; std::int64_t liked{}; std::optional<std::string> teacher{}; std::vector<title_only> articles; };
struct commented { std::string name; std::int64_t comments_on{}; };

TEST_CASE("what waits until the rows of a page are chosen has its columns, beside joined and aliased tables too", "[include]") {
    library::books books;
    constexpr auto one = koine::alias<author, "one">;
    auto const query = koine::from(one)
                           .select<summary>(koine::as<&summary::liked>(koine::count_of<"articles">(col<&article::rank> > 2)), koine::as<&summary::teacher>(koine::value_of<"mentor">(col<&author::name>)))
                           .include<&summary::articles>(koine::order_by(asc(col<&article::title>)), koine::last(2))
                           .order_by(desc(one.col<&author::name>));
    auto const printed = [&](auto const& narrowed) {
        std::string all;
        for (summary const& row : books.db.all(narrowed)) {
            all += row.name + std::to_string(row.liked) + row.teacher.value_or("-");
            for (title_only const& each : row.articles) all += each.title;
        }
        return all;
    };
    CHECK(printed(query.limit(2)) == "Cyd0BobBob0Adaf");
    CHECK(printed(query.last(2)) == "Bob0AdafAda2-de");
    CHECK(printed(query.distinct_on(one.col<&author::mentor_id> > 0)) == "Cyd0BobAda2-de");
    CHECK(printed(query.distinct_on(one.col<&author::mentor_id> > 0).last(1)) == "Ada2-de");
    auto const joined = koine::from<article>()
                            .join<"author">()
                            .select<commented>(koine::as<&commented::name>(col<&author::name>), koine::as<&commented::comments_on>(koine::count_of<"comments">()))
                            .order_by(asc(col<&author::name>), desc(col<&article::title>));
    auto const counts = [&](auto const& narrowed) {
        std::string all;
        for (commented const& row : books.db.all(narrowed)) all += row.name + std::to_string(row.comments_on);
        return all;
    };
    CHECK(counts(joined.limit(2)) == "Ada3Ada3");
    CHECK(counts(joined.last(3)) == "Ada2Ada0Bob0");
    CHECK(counts(joined.distinct_on(col<&author::name>)) == "Ada3Bob0");
}

struct scored { std::int32_t score{}; };
struct discussed { std::string title; std::vector<scored> comments; };
struct pupil { std::string name; std::vector<discussed> articles; };
struct teacher { std::string name; std::vector<pupil> students; };

TEST_CASE("pitfall 81: the index of the foreign key is used at every level", "[include][plans]") {
    library::books books;
    server::prefer_indexes(books.db);
    auto const check = [&](auto const& query, std::initializer_list<char const*> indexes) {
        std::string const plan = books.db.explain(query);
        INFO(plan);
        for (char const* index : indexes) CHECK(plan.find(index) != std::string::npos);
    };
    check(koine::from<author>().select<teacher>().where(col<&author::id> == 1), {"authors_mentor_id_idx", "articles_author_id_idx", "comments_article_id_idx"});
    check(koine::from<author>().select<author_titles>().include<&author_titles::articles>(koine::order_by(desc(col<&article::rank>)), koine::limit(2)).where(col<&author::id> == 1), {"articles_author_id_idx"});
}

TEST_CASE("three levels with where, order, limit and offset for each parent are one statement", "[include]") {
    koine::database<koine::driver::recording, server::dialect> db{""};
    koine::recording_script& script = *db.native_handle();
    script.answer({{koine::recording_script::of("Ada"), koine::recording_script::of(R"([["Bob",[["t",[[4],[3]]]]],["Cyd",[]]])")}});
    auto const query = koine::from<author>()
                           .select<teacher>()
                           .include<&teacher::students>(koine::where(col<&author::name> != "x"), koine::order_by(asc(col<&author::name>)), koine::limit(11), koine::offset(12))
                           .include<&teacher::students, &pupil::articles>(koine::where(col<&article::rank> > 20), koine::order_by(asc(col<&article::title>)), koine::limit(21), koine::offset(22))
                           .include<&teacher::students, &pupil::articles, &discussed::comments>(koine::where(col<&comment::score> > 30), koine::order_by(desc(col<&comment::score>)), koine::limit(31), koine::offset(32))
                           .where(col<&author::name> == "Ada")
                           .order_by(asc(col<&author::name>))
                           .limit(1)
                           .offset(2);
    auto const found = db.all(query);
    REQUIRE(script.sent.size() == 1);
    REQUIRE(script.sent[0].binds.size() == 12);
    std::vector<std::string> binds;
    for (auto const& bind : script.sent[0].binds) koine::sql_statement::print(bind, binds.emplace_back());
    CHECK(std::is_permutation(binds.begin(), binds.end(), std::vector<std::string>{"'x'", "11", "12", "20", "21", "22", "30", "31", "32", "'Ada'", "1", "2"}.begin()));
    REQUIRE((found.size() == 1 && found[0].students.size() == 2));
    CHECK((found[0].students[0].articles[0].comments[1].score == 3 && found[0].students[1].articles.empty()));
    // The same query on the server, so that what was sent is known to be right.
    library::books books;
    CHECK(books.db.all(query).empty());
}

TEST_CASE("pitfall 73: a list of more than 16 MiB is whole, or an error of kind limit", "[include][errors]") {
    library::books books;
    std::vector<article> rows;
    for (char letter = 'a'; letter < 'r'; ++letter) rows.push_back({.author_id = books.cyd.id, .title = std::string(1 << 20, letter)});
    CHECK(books.db.insert(rows) == 17);
    auto const query = koine::from<author>().select<author_titles>().include<&author_titles::articles>(koine::order_by(asc(col<&article::id>))).where(col<&author::name> == "Cyd");
    std::string const kind = conformance::kind_of([&] {
        auto const found = books.db.one(query).articles;
        REQUIRE(found.size() == 17);
        for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i].title == rows[i].title);
    });
    // MariaDB before 11 holds no value longer than its max_allowed_packet, and so no longer list.
    CHECK((kind == "no failure" || (server::is_mariadb && kind == "limit")));
    CHECK(books.db.count(koine::from<article>()) == 23);
}

TEST_CASE("pitfall 74: 100,000 children of one parent", "[include]") {
    library::books books;
    std::vector<article> rows(100'000, article{.author_id = books.cyd.id, .title = "t"});
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].rank = static_cast<std::int32_t>(i);
    CHECK(books.db.insert(rows) == 100'000);
    struct ranked { std::int32_t rank{}; };
    struct author_ranks { std::string name; std::vector<ranked> articles; };
    auto const found = books.db.one(koine::from<author>().select<author_ranks>().include<&author_ranks::articles>(koine::order_by(asc(col<&article::rank>))).where(col<&author::name> == "Cyd")).articles;
    REQUIRE(found.size() == 100'000);
    int wrong = 0;
    for (std::size_t i = 0; i < found.size(); ++i) wrong += found[i].rank != static_cast<std::int32_t>(i) ? 1 : 0;
    CHECK(wrong == 0);
}

}  // namespace include_plans
