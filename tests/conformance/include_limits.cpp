// SPDX-License-Identifier: BSL-1.0
// conformance · include_limits: wide rows, deep lists and clashing names.
#include "library.hpp"

#include <koine/driver/recording.hpp>
#include <koine/wide.hpp>

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
    server::fresh here;
    auto& db = here.db;
    db.create_tables<Row, narrow>();
    std::int64_t const owner = db.insert(narrow{}).id;
    std::vector<Row> const written{db.insert(numbered<Row>(owner, 1000)), db.insert(numbered<Row>(owner, 2000))};
    CHECK(db.all(koine::from<Row>()) == written);
    CHECK(db.one(koine::from<narrow>().select<Shape>()).*list == written);
}

TEST_CASE("pitfalls 66 and 67: 64 columns", "[include]") { check_wide(&all_of64::of64); }
TEST_CASE("pitfalls 66 and 67: 100 columns", "[include]") { check_wide(&all_of100::of100); }
// In JSON a row of more than 100 members is an array of arrays.
TEST_CASE("pitfalls 66 and 67: 128 columns", "[include]") { check_wide(&all_of128::of128); }

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

TEST_CASE("pitfall 68: lists in lists, depth 1 to 5", "[include]") {
    server::fresh here;
    auto& db = here.db;
    insert_chain(db);
    CHECK(chain_of<level1>(db) == "ab");
    CHECK(chain_of<level2>(db) == "abc");
    CHECK(chain_of<level3>(db) == "abcd");
    CHECK(chain_of<level4>(db) == "abcde");
    CHECK(chain_of<level5>(db) == "abcdef");
}

TEST_CASE("pitfall 68: lists in lists, deeper than SQLite 3.40 takes", "[include]") {
    server::place where;
    using newest = koine::database<server::driver, server::newest_dialect>;
    if (!server::takes_newest_dialect()) {
        CHECK(conformance::kind_of([&] { newest{where.name()}; }) == "server");
        return;
    }
    newest db{where.name()};
    insert_chain(db);
    CHECK(chain_of<level4>(db) == "abcde");
    CHECK(chain_of<level5>(db) == "abcdef");
}

TEST_CASE("a server older than the dialect is refused when connecting", "[errors]") {
    server::place where;
    auto const failure = conformance::failure_of([&] { koine::database<server::driver, server::future_dialect>{where.name()}; });
    CHECK(failure.kind() == koine::error_kind::server);
    CHECK(std::string(failure.what()).find("older than the dialect") != std::string::npos);
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

TEST_CASE("pitfall 68: four lists with to-one hops between, since SQLite 3.46", "[include]") {
    if (!server::takes_newest_dialect()) return;  // tests/compile_fail has the refusal
    server::place where;
    koine::database<server::driver, server::newest_dialect> db{where.name()};
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

TEST_CASE("pitfall 70: names differing by case", "[include]") {
    server::fresh here;
    auto& db = here.db;
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

struct long_named {
    std::int64_t id{};
    std::string first{};
    std::string second{};
    std::optional<std::int64_t> parent{};
    std::optional<std::int64_t> patron{};
};
constexpr auto describe(koine::model<long_named>) {
    return koine::table("a_table_whose_name_alone_is_as_long_as_postgres_allows_it_to_be")
        .primary_key<&long_named::id>(koine::generated)
        .column<&long_named::first>("a_column_whose_name_alone_is_as_long_as_postgres_allows_to_be_1")
        .column<&long_named::second>("a_column_whose_name_alone_is_as_long_as_postgres_allows_to_be_2")
        .unique<&long_named::first>()
        .unique<&long_named::second>()
        .belongs_to<"parent_one", long_named, &long_named::parent>()
        .belongs_to<"patron_one", long_named, &long_named::patron>()
        .has_many<"children", long_named, "parent_one">()
        .has_many<"wards", long_named, "patron_one">();
}
struct long_child { std::string second; std::string first; };
struct long_parent { std::string first; std::string second; std::vector<long_child> children; std::vector<long_child> wards; };

TEST_CASE("pitfall 69: names of 63 bytes that differ in the last", "[include]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<long_named>();
    db.create_tables<long_named>();
    CHECK(db.check<long_named>().empty());
    long_named const top = db.insert(long_named{.first = "a", .second = "b"});
    db.insert(long_named{.first = "c", .second = "d", .parent = top.id});
    db.insert(long_named{.first = "e", .second = "f", .patron = top.id});
    auto const failure = conformance::failure_of([&] { db.insert(long_named{.first = "g", .second = "d"}); });
    CHECK(failure.kind() == koine::error_kind::unique);
    auto const found = db.one(koine::from<long_named>().select<long_parent>().where(col<&long_named::id> == top.id));
    CHECK((found.first == "a" && found.second == "b" && found.children.size() == 1 && found.wards.size() == 1));
    CHECK((found.children[0].first == "c" && found.children[0].second == "d" && found.wards[0].first == "e" && found.wards[0].second == "f"));
}

}  // namespace include_limits
