// SPDX-License-Identifier: BSL-1.0
// conformance · include_limits: wide rows, deep lists, clashing names, plans, and one statement for everything.
#include "library.hpp"

#include <koine/driver/recording.hpp>
#include <koine/wide.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

namespace include_limits {

using namespace library;
using koine::asc;
using koine::col;
using koine::desc;

struct wide64;
struct wide100;
struct wide128;
struct narrow {
    std::int64_t id{};
};
constexpr auto describe(koine::model<narrow>) {
    return koine::table("narrow").primary_key<&narrow::id>(koine::generated).has_many<"of64", wide64, "owner">().has_many<"of100", wide100, "owner">().has_many<"of128", wide128, "owner">();
}
struct wide64 {
    std::int64_t id{}, owner_id{};
    std::int64_t c0{}, c1{}, c2{}, c3{}, c4{}, c5{}, c6{}, c7{}, c8{}, c9{}, c10{}, c11{}, c12{}, c13{}, c14{}, c15{}, c16{}, c17{}, c18{}, c19{};
    std::int64_t c20{}, c21{}, c22{}, c23{}, c24{}, c25{}, c26{}, c27{}, c28{}, c29{}, c30{}, c31{}, c32{}, c33{}, c34{}, c35{}, c36{}, c37{}, c38{}, c39{};
    std::int64_t c40{}, c41{}, c42{}, c43{}, c44{}, c45{}, c46{}, c47{}, c48{}, c49{}, c50{}, c51{}, c52{}, c53{}, c54{}, c55{}, c56{}, c57{}, c58{}, c59{};
    std::int64_t c60{}, c61{};

    bool operator==(wide64 const&) const = default;
};
constexpr auto describe(koine::model<wide64>) {
    return koine::table("wide64").primary_key<&wide64::id>(koine::generated).belongs_to<"owner", narrow, &wide64::owner_id>();
}
struct wide100 {
    std::int64_t id{}, owner_id{};
    std::int64_t c0{}, c1{}, c2{}, c3{}, c4{}, c5{}, c6{}, c7{}, c8{}, c9{}, c10{}, c11{}, c12{}, c13{}, c14{}, c15{}, c16{}, c17{}, c18{}, c19{};
    std::int64_t c20{}, c21{}, c22{}, c23{}, c24{}, c25{}, c26{}, c27{}, c28{}, c29{}, c30{}, c31{}, c32{}, c33{}, c34{}, c35{}, c36{}, c37{}, c38{}, c39{};
    std::int64_t c40{}, c41{}, c42{}, c43{}, c44{}, c45{}, c46{}, c47{}, c48{}, c49{}, c50{}, c51{}, c52{}, c53{}, c54{}, c55{}, c56{}, c57{}, c58{}, c59{};
    std::int64_t c60{}, c61{}, c62{}, c63{}, c64{}, c65{}, c66{}, c67{}, c68{}, c69{}, c70{}, c71{}, c72{}, c73{}, c74{}, c75{}, c76{}, c77{}, c78{}, c79{};
    std::int64_t c80{}, c81{}, c82{}, c83{}, c84{}, c85{}, c86{}, c87{}, c88{}, c89{}, c90{}, c91{}, c92{}, c93{}, c94{}, c95{}, c96{}, c97{};

    bool operator==(wide100 const&) const = default;
};
constexpr auto describe(koine::model<wide100>) {
    return koine::table("wide100").primary_key<&wide100::id>(koine::generated).belongs_to<"owner", narrow, &wide100::owner_id>();
}
struct wide128 {
    std::int64_t id{}, owner_id{};
    std::int64_t c0{}, c1{}, c2{}, c3{}, c4{}, c5{}, c6{}, c7{}, c8{}, c9{}, c10{}, c11{}, c12{}, c13{}, c14{}, c15{}, c16{}, c17{}, c18{}, c19{};
    std::int64_t c20{}, c21{}, c22{}, c23{}, c24{}, c25{}, c26{}, c27{}, c28{}, c29{}, c30{}, c31{}, c32{}, c33{}, c34{}, c35{}, c36{}, c37{}, c38{}, c39{};
    std::int64_t c40{}, c41{}, c42{}, c43{}, c44{}, c45{}, c46{}, c47{}, c48{}, c49{}, c50{}, c51{}, c52{}, c53{}, c54{}, c55{}, c56{}, c57{}, c58{}, c59{};
    std::int64_t c60{}, c61{}, c62{}, c63{}, c64{}, c65{}, c66{}, c67{}, c68{}, c69{}, c70{}, c71{}, c72{}, c73{}, c74{}, c75{}, c76{}, c77{}, c78{}, c79{};
    std::int64_t c80{}, c81{}, c82{}, c83{}, c84{}, c85{}, c86{}, c87{}, c88{}, c89{}, c90{}, c91{}, c92{}, c93{}, c94{}, c95{}, c96{}, c97{}, c98{}, c99{};
    std::int64_t c100{}, c101{}, c102{}, c103{}, c104{}, c105{}, c106{}, c107{}, c108{}, c109{}, c110{}, c111{}, c112{}, c113{}, c114{}, c115{}, c116{}, c117{}, c118{}, c119{};
    std::int64_t c120{}, c121{}, c122{}, c123{}, c124{}, c125{};

    bool operator==(wide128 const&) const = default;
};
constexpr auto describe(koine::model<wide128>) {
    return koine::table("wide128").primary_key<&wide128::id>(koine::generated).belongs_to<"owner", narrow, &wide128::owner_id>();
}
struct all_of64 { std::vector<wide64> of64; };
struct all_of100 { std::vector<wide100> of100; };
struct all_of128 { std::vector<wide128> of128; };

/// Gives every column another number.
template <class Row>
Row numbered(std::int64_t owner, std::int64_t first) {
    Row row{};
    koine::detail::with_members(row, [&](auto&... member) { [[maybe_unused]] std::int64_t const all[] = {(member = first++)...}; });
    row.id = 0;
    row.owner_id = owner;
    return row;
}

template <class Row, class Shape>
void check_wide(std::vector<Row> Shape::*list) {
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<Row, narrow>();
    std::int64_t const owner = db.insert(narrow{}).id;
    std::vector<Row> const written{db.insert(numbered<Row>(owner, 1000)), db.insert(numbered<Row>(owner, 2000))};
    CHECK(db.all(koine::from<Row>()) == written);
    CHECK(db.one(koine::from<narrow>().select<Shape>()).*list == written);
}

TEST_CASE("pitfall 67: 64 columns") { check_wide(&all_of64::of64); }
TEST_CASE("pitfall 67: 100 columns") { check_wide(&all_of100::of100); }
// In JSON a row of more than 100 members is an array of arrays.
TEST_CASE("pitfall 67: 128 columns") { check_wide(&all_of128::of128); }

struct level0 { std::string name; };
struct level1 { std::string name; std::vector<level0> students; };
struct level2 { std::string name; std::vector<level1> students; };
struct level3 { std::string name; std::vector<level2> students; };
struct level4 { std::string name; std::vector<level3> students; };
struct level5 { std::string name; std::vector<level4> students; };

/// A chain of authors, each the mentor of the next.
template <class Database>
void insert_chain(Database& db) {
    db.template create_tables<author, profile, article, comment>();
    std::optional<std::int64_t> mentor;
    for (char const* name : {"a", "b", "c", "d", "e", "f"}) mentor = db.insert(author{.name = name, .mentor_id = mentor}).id;
}
std::string chain(level0 const& last) { return last.name; }
template <class Level>
std::string chain(Level const& level) {
    return level.name + (level.students.size() == 1 ? chain(level.students[0]) : "!");
}
template <class Level, class Database>
std::string chain_of(Database& db) {
    return chain(db.one(koine::from<author>().template select<Level>().where(col<&author::name> == "a").order_by(asc(col<&author::name>)).limit(4)));
}

TEST_CASE("pitfall 68: lists in lists, depth 1 to 5 in every SQLite") {
    koine::database<koine::driver::sqlite> db{":memory:"};
    insert_chain(db);
    CHECK(chain_of<level1>(db) == "ab");
    CHECK(chain_of<level2>(db) == "abc");
    CHECK(chain_of<level3>(db) == "abcd");
    CHECK(chain_of<level4>(db) == "abcde");
    CHECK(chain_of<level5>(db) == "abcdef");
}

TEST_CASE("pitfall 68: a dialect newer than the library is refused when connecting") {
    using newer = koine::database<koine::driver::sqlite, koine::dialect::sqlite<3, 46>>;
    if (sqlite3_libversion_number() < 3046000) {
        CHECK_THROWS_AS(newer{":memory:"}, koine::error);
        return;
    }
    newer db{":memory:"};
    insert_chain(db);
    CHECK(chain_of<level4>(db) == "abcde");
    CHECK(chain_of<level5>(db) == "abcdef");
}

// To-one hops between the lists: ten structs inside each other.
struct hop0 { std::string name; std::optional<named> mentor; };
struct list1 { std::string name; std::vector<hop0> students; };
struct hop1 { std::string name; std::optional<list1> mentor; };
struct list2 { std::string name; std::vector<hop1> students; };
struct hop2 { std::string name; std::optional<list2> mentor; };
struct list3 { std::string name; std::vector<hop2> students; };
struct hop3 { std::string name; std::optional<list3> mentor; };
struct list4 { std::string name; std::vector<hop3> students; };
struct hop4 { std::string name; std::optional<list4> mentor; };

TEST_CASE("pitfall 68: four lists with to-one hops between, since SQLite 3.46") {
    if (sqlite3_libversion_number() < 3046000) return;  // tests/compile_fail has the refusal
    koine::database<koine::driver::sqlite, koine::dialect::sqlite<3, 46>> db{":memory:"};
    insert_chain(db);
    auto const query = koine::from<author>().select<hop4>().include<&hop4::mentor, &list4::students, &hop3::mentor, &list3::students>(koine::order_by(asc(col<&author::name>)), koine::limit(1)).where(col<&author::name> == "b");
    hop4 const found = db.one(query);
    // Up to a mentor and down to his student, four times.
    REQUIRE((found.mentor->name == "a" && found.mentor->students.at(0).name == "b" && found.mentor->students[0].mentor->name == "a"));
    hop1 const& inner = found.mentor->students[0].mentor->students.at(0).mentor->students.at(0);
    CHECK((inner.name == "b" && inner.mentor->students.at(0).mentor->name == "a"));
    hop4 const none = db.one(koine::from<author>().select<hop4>().where(col<&author::name> == "a"));
    CHECK(!none.mentor);
}

struct cased {
    std::int64_t id{};
    std::string name{};
    std::string Name{};
    std::int64_t next_id{};
};
constexpr auto describe(koine::model<cased>) {
    return koine::table("cased").primary_key<&cased::id>(koine::generated).column<&cased::Name>("other").belongs_to<"next", cased, &cased::next_id>().has_many<"Next", cased, "next">();
}
struct cased_end { std::string Name; std::string name; };
struct cased_lists { std::string name; std::string Name; cased_end next; std::vector<cased_end> Next; };

TEST_CASE("pitfall 70: names differing by case") {
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<cased>();
    db.insert(cased{.id = 7, .name = "small", .Name = "LARGE", .next_id = 7}, koine::keep_keys);
    cased_lists const found = db.one(koine::from<cased>().select<cased_lists>());
    CHECK((found.name == "small" && found.Name == "LARGE" && found.next.name == "small" && found.next.Name == "LARGE"));
    CHECK((found.Next.size() == 1 && found.Next[0].name == "small" && found.Next[0].Name == "LARGE"));
    constexpr auto lower = koine::alias<cased, "other_cased">;
    constexpr auto upper = koine::alias<cased, "OTHER_CASED">;
    auto const pairs = koine::from(lower)
                           .join<"next">(upper)
                           .where(lower.col<&cased::name> == "small" && upper.col<&cased::Name> == "LARGE");
    CHECK(db.count(pairs) == 1);
}

/// Fifty authors with an article each, and a function that counts how often it is asked for one.
struct counted {
    koine::database<koine::driver::sqlite> db{":memory:"};
    int calls = 0;

    counted() {
        db.create_tables<author, profile, article, comment>();
        for (int i = 0; i < 50; ++i) {
            author const one = db.insert(author{.name = std::to_string(i * 37 % 50 + 100)});
            db.insert(article{.author_id = one.id, .title = one.name});
        }
        sqlite3_create_function_v2(db.native_handle(), "seen", 1, SQLITE_UTF8, &calls, [](sqlite3_context* context, int, sqlite3_value**) {
            ++*static_cast<int*>(sqlite3_user_data(context));
            sqlite3_result_int(context, 1);
        }, nullptr, nullptr, nullptr);
    }
    template <class Query>
    int calls_of(Query const& query) {
        calls = 0;
        for (author_titles const& one : db.all(query)) CHECK((one.articles.size() == 1 && one.articles[0].title == one.name));
        return calls;
    }
};
constexpr auto seen_articles = koine::from<author>().select<author_titles>().include<&author_titles::articles>(koine::where(koine::raw<bool, "seen({})">(col<&article::id>)));

TEST_CASE("pitfall 78: a root limit evaluates no more includes than rows") {
    counted roots;
    CHECK(roots.calls_of(seen_articles) == 50);
    CHECK(roots.calls_of(seen_articles.limit(3)) == 3);
    CHECK(roots.calls_of(seen_articles.order_by(asc(col<&author::name>)).limit(3)) == 3);
    CHECK(roots.calls_of(seen_articles.order_by(desc(col<&author::name>), asc(col<&author::id>)).limit<7>()) == 7);
    CHECK(roots.calls_of(seen_articles.order_by(desc(col<&author::id> + 1)).limit(3)) == 3);
    CHECK(roots.calls_of(seen_articles.order_by(asc(col<&author::name>)).limit(0)) == 0);
}

TEST_CASE("pitfall 79: nor does an offset") {
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

TEST_CASE("pitfall 81: the index of the foreign key is used at every level") {
    library::books books;
    std::string const plan = books.db.explain(koine::from<author>().select<teacher>().where(col<&author::id> == 1));
    INFO(plan);
    for (char const* index : {"authors_mentor_id_idx (mentor_id=?)", "articles_author_id_idx (author_id=?)", "comments_article_id_idx (article_id=?)"})
        CHECK(plan.find(index) != std::string::npos);
    CHECK(plan.find("SCAN") == std::string::npos);
    std::string const ordered = books.db.explain(koine::from<author>().select<author_titles>().include<&author_titles::articles>(koine::order_by(desc(col<&article::rank>)), koine::limit(2)).where(col<&author::id> == 1));
    INFO(ordered);
    CHECK(ordered.find("articles_author_id_idx (author_id=?)") != std::string::npos);
}

TEST_CASE("three levels with where, order, limit and offset for each parent are one statement") {
    koine::database<koine::driver::recording> db{""};
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
    // The same query on SQLite, so that what was sent is known to be right.
    library::books books;
    CHECK(books.db.all(query).empty());
}

}  // namespace include_limits
