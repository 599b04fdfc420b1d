// SPDX-License-Identifier: BSL-1.0
// conformance · include_structure: what belongs to which parent, in which order, how many, and what is missing.
#include "library.hpp"

namespace include_structure {

using namespace library;
using koine::asc;
using koine::col;
using koine::desc;
using koine::limit;
using koine::offset;
using koine::order_by;
using koine::where;

struct scored { std::int32_t score{}; };
struct discussed { std::string title; std::vector<scored> comments; };
struct author_discussed { std::string name; std::vector<discussed> articles; };
struct edited_title { std::string title; std::optional<named> editor; std::vector<scored> comments; };
struct author_edited { std::string name; std::vector<edited_title> articles; };
struct facts { std::optional<std::string> motto; std::optional<std::int64_t> age; };
struct author_facts { std::string name; std::optional<facts> profile; };
struct article_facts { std::string title; std::optional<author_facts> editor; };
struct author_article_facts { std::string name; std::vector<article_facts> articles; };
struct article_author { std::string title; named author; };
struct comment_author { std::int32_t score{}; named author; };
struct article_comment_authors { std::vector<comment_author> comments; };

TEST_CASE("pitfall 45: zero children", "[include]") {
    library::books books;
    auto const all = books.db.all(koine::from<author>().select<author_discussed>().include<&author_discussed::articles>(order_by(asc(col<&article::title>))).order_by(asc(col<&author::id>)));
    REQUIRE(each(all, &author_discussed::name) == texts{"Ada", "Bob", "Cyd"});
    CHECK(all[0].articles.size() == 5);
    CHECK(all[0].articles[0].comments.empty());
    CHECK(all[0].articles[1].comments.size() == 2);
    CHECK(all[1].articles.size() == 1);
    CHECK(all[1].articles[0].comments.empty());
    CHECK(all[2].articles.empty());
}

TEST_CASE("pitfall 46: missing to-one", "[include]") {
    library::books books;
    auto const edited = books.of<author_edited>(books.ada, order_by(asc(col<&article::title>))).articles;
    REQUIRE(each(edited, &edited_title::title) == texts{"a", "b", "c", "d", "e"});
    CHECK((!edited[0].editor && !edited[1].editor));
    CHECK((edited[2].editor->name == "Bob" && edited[3].editor->name == "Cyd" && edited[4].editor->name == "Bob"));
    auto const plain = books.db.all(koine::from<article>().select<edited_title>().where(col<&article::title> <= "c").order_by(asc(col<&article::title>)));
    CHECK((!plain.at(0).editor && !plain.at(1).editor && plain.at(2).editor->name == "Bob"));
}

TEST_CASE("pitfall 47: to-one with all columns NULL is there", "[include]") {
    library::books books;
    books.db.insert(profile{.author_id = books.bob.id});
    books.db.insert(profile{.author_id = books.cyd.id, .motto = "m", .age = 7});
    auto const plain = books.db.all(koine::from<author>().select<author_facts>().order_by(asc(col<&author::id>)));
    CHECK(!plain.at(0).profile);
    CHECK((plain.at(1).profile && !plain.at(1).profile->motto && !plain.at(1).profile->age));
    CHECK((plain.at(2).profile && plain.at(2).profile->motto == "m" && plain.at(2).profile->age == 7));
    auto const nested = books.of<author_article_facts>(books.ada, order_by(asc(col<&article::title>))).articles;
    CHECK((!nested.at(0).editor && nested.at(2).editor->profile && !nested.at(2).editor->profile->motto && nested.at(3).editor->profile->motto == "m"));
}

TEST_CASE("pitfall 49: required relation missing is an error", "[include]") {
    library::books books;
    auto const plain = koine::from<article>().select<article_author>();
    auto const nested = koine::from<article>().select<article_comment_authors>();
    CHECK(books.db.all(plain).at(0).author.name == "Ada");
    CHECK(books.db.all(nested).at(0).comments.at(0).author.name == "Cyd");
    server::forget_foreign_keys(books.db);
    server::run(books.db, "DELETE FROM authors");
    CHECK(books.failure_of(plain) == "mismatch");
    CHECK(books.failure_of(nested) == "mismatch");
}

TEST_CASE("pitfall 51: order by a column without index, descending", "[include]") {
    library::books books;
    CHECK(books.titles(books.ada, order_by(desc(col<&article::title>))) == texts{"e", "d", "c", "b", "a"});
    CHECK(books.titles(books.ada, order_by(desc(col<&article::rank>), asc(col<&article::title>))) == texts{"b", "a", "c", "d", "e"});
}

TEST_CASE("pitfall 52: ties are broken by the primary key, in the direction of the last term, where rows are cut off", "[include]") {
    library::books books;
    CHECK(books.titles(books.ada, order_by(asc(col<&article::rank>)), limit(2)) == texts{"e", "d"});
    CHECK(books.titles(books.ada, order_by(desc(col<&article::rank>)), limit(4)) == texts{"b", "a", "c", "d"});
    CHECK(books.titles(books.ada, order_by(desc(col<&article::rank>)), offset(3)) == texts{"d", "e"});
    CHECK(books.titles(books.ada, limit(3)) == texts{"e", "b", "d"});
}

TEST_CASE("pitfall 53: order of NULLs", "[include]") {
    library::books books;
    CHECK(books.titles(books.ada, order_by(asc(col<&article::weight>), asc(col<&article::title>))) == texts{"d", "c", "b", "a", "e"});
    CHECK(books.titles(books.ada, order_by(desc(col<&article::weight>), asc(col<&article::title>))) == texts{"a", "e", "b", "c", "d"});
    CHECK(books.titles(books.ada, order_by(desc(col<&article::weight>)), limit(3)) == texts{"a", "e", "b"});
}

TEST_CASE("pitfall 54: order at depth 2 inside a join", "[include]") {
    library::books books;
    auto const found = books.db.one(koine::from<author>()
                                        .select<author_edited>()
                                        .include<&author_edited::articles>(order_by(desc(col<&article::title>)))
                                        .include<&author_edited::articles, &edited_title::comments>(order_by(asc(col<&comment::score>)))
                                        .where(col<&author::id> == books.ada.id));
    CHECK(each(found.articles, &edited_title::title) == texts{"e", "d", "c", "b", "a"});
    CHECK(each(found.articles[0].comments, &scored::score) == scores{3, 6, 8});
    CHECK(each(found.articles[1].comments, &scored::score) == scores{1, 4, 7});
    CHECK(found.articles[0].editor->name == "Bob");
    CHECK(found.articles[1].editor->name == "Cyd");
}

TEST_CASE("pitfall 56: limit and offset for each parent", "[include]") {
    library::books books;
    auto const by_title = order_by(asc(col<&article::title>));
    CHECK(books.titles(books.ada, by_title, limit(1)) == texts{"a"});
    CHECK(books.titles(books.ada, by_title, limit(5)) == texts{"a", "b", "c", "d", "e"});
    CHECK(books.titles(books.ada, by_title, limit(6)) == texts{"a", "b", "c", "d", "e"});
    CHECK(books.titles(books.ada, by_title, limit(2), offset(1)) == texts{"b", "c"});
    CHECK(books.titles(books.ada, by_title, limit<2>(), offset<4>()) == texts{"e"});
    CHECK(books.titles(books.ada, by_title, limit(2), offset(5)).empty());
    CHECK(books.titles(books.ada, by_title, offset(3)) == texts{"d", "e"});
    auto const all = books.db.all(koine::from<author>().select<author_titles>().include<&author_titles::articles>(by_title, limit(2)).order_by(asc(col<&author::name>)));
    CHECK(each(all.at(0).articles, &title_only::title) == texts{"a", "b"});
    CHECK(each(all.at(1).articles, &title_only::title) == texts{"f"});
    CHECK(all.at(2).articles.empty());
}

TEST_CASE("pitfall 57: limit 0", "[include]") {
    library::books books;
    CHECK(books.titles(books.ada, limit(0)).empty());
    CHECK(books.titles(books.ada, limit<0>()).empty());
    CHECK(books.titles(books.ada, where(col<&article::rank> > 0), order_by(asc(col<&article::title>)), limit(0), offset(1)).empty());
    CHECK(books.db.all(koine::from<author>().select<author_titles>().limit(0)).empty());
}

TEST_CASE("pitfall 58: limit inside a limit", "[include]") {
    library::books books;
    auto const found = books.db.one(koine::from<author>()
                                        .select<author_discussed>()
                                        .include<&author_discussed::articles>(where(col<&article::title> != "b"), order_by(desc(col<&article::title>)), limit(2))
                                        .include<&author_discussed::articles, &discussed::comments>(order_by(desc(col<&comment::score>)), limit(1), offset(1))
                                        .where(col<&author::name> == "Ada")
                                        .order_by(asc(col<&author::name>))
                                        .limit(3));
    CHECK(each(found.articles, &discussed::title) == texts{"e", "d"});
    CHECK(each(found.articles.at(0).comments, &scored::score) == scores{6});
    CHECK(each(found.articles.at(1).comments, &scored::score) == scores{4});
}

struct pupil { std::string name; };
struct tutor { std::string name; std::vector<pupil> students; };
struct professor { std::string name; std::vector<tutor> students; };
struct dean { std::string name; std::vector<professor> students; std::optional<named> mentor; };

TEST_CASE("pitfall 59: self relation at depth 3", "[include]") {
    library::books books;
    books.db.insert(author{.name = "Dan", .mentor_id = books.cyd.id});
    books.db.insert(author{.name = "Eve", .mentor_id = books.cyd.id});
    auto const query = koine::from<author>()
                           .select<dean>()
                           .include<&dean::students, &professor::students, &tutor::students>(where(col<&author::name> != "Eve"))
                           .order_by(asc(col<&author::id>));
    auto const all = books.db.all(query);
    REQUIRE(all.size() == 5);
    CHECK((!all[0].mentor && all[1].mentor->name == "Ada" && all[2].mentor->name == "Bob"));
    CHECK((all[0].students.size() == 1 && all[0].students[0].name == "Bob"));
    CHECK((all[0].students[0].students.size() == 1 && all[0].students[0].students[0].name == "Cyd"));
    CHECK(each(all[0].students[0].students[0].students, &pupil::name) == texts{"Dan"});
    CHECK((all[1].students.at(0).students.size() == 2 && all[1].students[0].students[0].students.empty()));
    CHECK(all[4].students.empty());
}

struct cycle_end { std::string title; named author; };
struct cycle_author { std::string name; std::vector<cycle_end> articles; };
struct cycle_article { std::string title; cycle_author author; };
struct cycle { std::string name; std::vector<cycle_article> articles; };

TEST_CASE("pitfall 60: a cycle of relations goes as deep as its shapes", "[include]") {
    library::books books;
    auto const all = books.db.all(koine::from<author>().select<cycle>().order_by(asc(col<&author::id>)));
    REQUIRE(all.size() == 3);
    REQUIRE(all[0].articles.size() == 5);
    for (cycle_article const& one : all[0].articles) {
        CHECK((one.author.name == "Ada" && one.author.articles.size() == 5));
        for (cycle_end const& last : one.author.articles) CHECK(last.author.name == "Ada");
    }
    CHECK((all[1].articles.at(0).author.name == "Bob" && all[1].articles[0].author.articles.at(0).title == "f"));
}

struct siblings { std::string name; std::vector<title_only> articles; std::vector<title_only> edited; std::vector<named> students; };

TEST_CASE("pitfall 64: sibling lists do not multiply", "[include]") {
    library::books books;
    books.db.insert(author{.name = "Dan", .mentor_id = books.bob.id});
    auto const all = books.db.all(koine::from<author>().select<siblings>().include<&siblings::edited>(order_by(asc(col<&article::title>))).order_by(asc(col<&author::id>)));
    REQUIRE(all.size() == 4);
    CHECK((all[0].articles.size() == 5 && all[0].edited.empty() && all[0].students.size() == 1));
    CHECK((all[1].articles.size() == 1 && all[1].students.size() == 2));
    CHECK(each(all[1].edited, &title_only::title) == texts{"c", "e"});
}

TEST_CASE("pitfall 65: a to-one has one row: the unique key refuses a second, and check() tells where it is missing", "[include]") {
    library::books books;
    books.db.insert(profile{.author_id = books.bob.id, .motto = "one"});
    CHECK(conformance::kind_of([&] { books.db.insert(profile{.author_id = books.bob.id, .motto = "two"}); }) == "unique");
    CHECK(books.db.one(koine::from<author>().select<author_facts>().where(col<&author::id> == books.bob.id)).profile->motto == "one");
    CHECK(books.db.check<author, profile, article, comment>().empty());
    // Koine's own table, made without the key.
    std::string table(koine::create_table_texts<server::dialect, profile>[0]);
    std::string const key = ", CONSTRAINT " + server::quoted("profiles_author_id_key") + " UNIQUE (" + server::quoted("author_id") + ")";
    REQUIRE(table.find(key) != std::string::npos);
    table.erase(table.find(key), key.size());
    while (table.back() == '\0') table.pop_back();
    auto const check = [&](char const* index, bool missing) {
        INFO(index);
        server::run(books.db, "DROP TABLE profiles", table, index);
        CHECK(books.db.check<profile>() == (missing ? texts{"table profiles: the unique key on (author_id) is missing"} : texts{}));
    };
    check("CREATE INDEX plain_key ON profiles (author_id)", true);
    check("CREATE UNIQUE INDEX other_key ON profiles (author_id)", false);
    check("CREATE UNIQUE INDEX longer_key ON profiles (author_id, id)", true);
    if (server::is_sqlite || server::is_postgres) check("CREATE UNIQUE INDEX partial_key ON profiles (author_id) WHERE age > 1", true);
}

}  // namespace include_structure
