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
