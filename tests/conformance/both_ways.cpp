// SPDX-License-Identifier: BSL-1.0
// conformance · both_ways: two relations between the same two models, relations to the same model, and has_one, each from both ends.
#include "library.hpp"

namespace both_ways {

using koine::asc;
using koine::col;
using koine::desc;
using koine::limit;
using koine::order_by;
using library::author;
using library::named;
using library::texts;

/// Two foreign keys that share a column, to one model.
struct match;
struct team {
    std::int64_t league{};
    std::int64_t number{};
    std::string name{};
};
constexpr auto describe(koine::model<team>) {
    return koine::table("teams").primary_key<&team::league, &team::number>().has_many<"at_home", match, "home">().has_many<"away_from_home", match, "away">();
}
struct match {
    std::int64_t id{};
    std::int64_t league{};
    std::int64_t home_number{};
    std::optional<std::int64_t> away_number{};
    std::string name{};
};
constexpr auto describe(koine::model<match>) {
    return koine::table("matches")
        .primary_key<&match::id>(koine::generated)
        .belongs_to<"home", team, &match::league, &match::home_number>()
        .belongs_to<"away", team, &match::league, &match::away_number>();
}
struct match_page { std::string name; named home; std::optional<named> away; };
struct team_page { std::string name; std::vector<match_page> at_home; std::vector<match_page> away_from_home; };
struct match_team_page { std::string name; std::optional<team_page> away; team_page home; };
struct sides { std::string home; std::string name; std::optional<std::string> away; };

template <class Rows>
texts spell_all(Rows const& rows) {
    texts all;
    for (auto const& one : rows) all.push_back(spell(one));
    return all;
}
std::string spell(match_page const& one) { return one.home.name + one.name + (one.away ? one.away->name : "-"); }
std::string spell(sides const& one) { return one.home + one.name + one.away.value_or("-"); }

TEST_CASE("two relations between the same two models are never mixed up", "[include][relations]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<match, team>();
    CHECK(db.check<match, team>().empty());
    for (team const& one : {team{1, 1, "A"}, {1, 2, "B"}, {1, 3, "C"}, {2, 1, "X"}, {2, 2, "Y"}}) db.insert(one);
    for (match const& one : {match{0, 1, 1, 2, "1"}, {0, 1, 2, 1, "2"}, {0, 1, 1, 3, "3"}, {0, 2, 2, 1, "4"}, {0, 1, 3, {}, "5"}, {0, 2, 1, 1, "6"}}) db.insert(one);
    texts const all{"A1B", "B2A", "A3C", "Y4X", "C5-", "X6X"};
    auto const by_name = order_by(asc(col<&match::name>));
    CHECK(spell_all(db.all(koine::from<match>().select<match_page>().order_by(asc(col<&match::name>)))) == all);
    auto const teams = koine::from<team>().select<team_page>().include<&team_page::at_home>(by_name).include<&team_page::away_from_home>(order_by(desc(col<&match::name>))).order_by(asc(col<&team::name>));
    auto const found = db.all(teams);
    texts pages;
    for (team_page const& one : found) {
        std::string page = one.name;
        for (std::string const& home : spell_all(one.at_home)) page += " " + home;
        page += " |";
        for (std::string const& away : spell_all(one.away_from_home)) page += " " + away;
        pages.push_back(page);
    }
    CHECK(pages == texts{"A A1B A3C | B2A", "B B2A | A1B", "C C5- | A3C", "X X6X | X6X Y4X", "Y Y4X |"});
    // Each side of a match, and the matches of each side.
    auto const whole = koine::from<match>()
                           .select<match_team_page>()
                           .include<&match_team_page::home, &team_page::away_from_home>(by_name)
                           .include<&match_team_page::away, &team_page::at_home>(by_name)
                           .order_by(asc(col<&match::name>));
    auto const matches = db.all(whole);
    REQUIRE(matches.size() == 6);
    CHECK((matches[0].home.name == "A" && spell_all(matches[0].home.away_from_home) == texts{"B2A"}));
    CHECK((matches[0].away->name == "B" && spell_all(matches[0].away->at_home) == texts{"B2A"}));
    CHECK((matches[3].home.name == "Y" && matches[3].home.away_from_home.empty()));
    CHECK((matches[3].away->name == "X" && spell_all(matches[3].away->at_home) == texts{"X6X"}));
    CHECK((matches[4].home.name == "C" && spell_all(matches[4].home.away_from_home) == texts{"A3C"} && !matches[4].away));
    static constexpr auto home = koine::alias<team, "home">;
    static constexpr auto away = koine::alias<team, "away">;
    auto const joined = koine::from<match>().select<sides>(home.col<&team::name>, col<&match::name>, away.col<&team::name>).order_by(asc(col<&match::name>));
    CHECK(spell_all(db.all(joined.join<"home">(home).left_join<"away">(away))) == all);
    CHECK(spell_all(db.all(joined.left_join<"away">(away).join<"home">(home).where(away.col<&team::name> == "A"))) == texts{"B2A"});
}

struct kin { std::string name; std::optional<named> mentor; std::vector<named> students; };
struct kindred { std::string name; std::optional<kin> mentor; std::vector<kin> students; };

std::string spell(kin const& one) {
    std::string text = (one.mentor ? one.mentor->name : "-") + ">" + one.name + ">";
    for (named const& student : one.students) text += student.name;
    return text;
}

TEST_CASE("a relation to the same model, both ways round in one shape; circles go as deep as the shape", "[include][relations]") {
    library::books books;
    auto& db = books.db;
    // Ada and Bob are each other's mentor; Dan is his own.
    books.ada.mentor_id = books.bob.id;
    db.update(books.ada);
    author dan = db.insert(author{.name = "Dan"});
    dan.mentor_id = dan.id;
    db.update(dan);
    db.insert(author{.name = "Eve", .mentor_id = books.bob.id});
    auto const by_name = order_by(asc(col<&author::name>));
    auto const all = koine::from<author>().select<kin>().include<&kin::students>(by_name).order_by(asc(col<&author::name>));
    texts const expected{"Bob>Ada>Bob", "Ada>Bob>AdaCydEve", "Bob>Cyd>", "Dan>Dan>Dan", "Bob>Eve>"};
    CHECK(spell_all(db.all(all)) == expected);
    CHECK(spell_all(db.all(all.limit(3).offset(2))) == texts(expected.begin() + 2, expected.end()));
    auto const deep = koine::from<author>()
                          .select<kindred>()
                          .include<&kindred::mentor, &kin::students>(by_name)
                          .include<&kindred::students>(order_by(desc(col<&author::name>)), limit(2))
                          .include<&kindred::students, &kin::students>(order_by(desc(col<&author::name>)), limit(2));
    kindred const bob = db.one(deep.where(col<&author::name> == "Bob"));
    CHECK((bob.mentor && spell(*bob.mentor) == "Bob>Ada>Bob"));
    CHECK(spell_all(bob.students) == texts{"Bob>Eve>", "Bob>Cyd>"});
    kindred const ada = db.one(deep.where(col<&author::name> == "Ada"));
    CHECK((ada.mentor && spell(*ada.mentor) == "Ada>Bob>AdaCydEve"));
    CHECK(spell_all(ada.students) == texts{"Ada>Bob>EveCyd"});
    kindred const own = db.one(deep.where(col<&author::name> == "Dan"));
    CHECK((own.mentor && spell(*own.mentor) == "Dan>Dan>Dan" && spell_all(own.students) == texts{"Dan>Dan>Dan"}));
}

/// One of each: by a foreign key that is always there, by one that may be NULL, and by the primary key itself.
struct passport;
struct locker;
struct diary;
struct person {
    std::int64_t id{};
    std::optional<std::int64_t> boss_id{};
    std::string name{};
};
constexpr auto describe(koine::model<person>) {
    return koine::table("persons")
        .primary_key<&person::id>(koine::generated)
        .belongs_to<"boss", person, &person::boss_id>()
        .has_many<"staff", person, "boss">()
        .has_one<"passport", passport, "owner">()
        .has_one<"locker", locker, "owner">()
        .has_one<"diary", diary, "owner">();
}
struct passport {
    std::int64_t id{};
    std::int64_t owner_id{};
    std::string name{};
};
constexpr auto describe(koine::model<passport>) {
    return koine::table("passports").primary_key<&passport::id>(koine::generated).unique<&passport::owner_id>().belongs_to<"owner", person, &passport::owner_id>();
}
struct locker {
    std::int64_t id{};
    std::optional<std::int64_t> owner_id{};
    std::string name{};
};
constexpr auto describe(koine::model<locker>) {
    return koine::table("lockers").primary_key<&locker::id>(koine::generated).unique<&locker::owner_id>().belongs_to<"owner", person, &locker::owner_id>();
}
struct diary {
    std::int64_t owner_id{};
    std::string name{};
};
constexpr auto describe(koine::model<diary>) {
    return koine::table("diaries").primary_key<&diary::owner_id>().belongs_to<"owner", person, &diary::owner_id>();
}
struct belongings { std::string name; std::optional<named> diary; std::optional<named> locker; std::optional<named> passport; };
struct household { std::string name; std::vector<belongings> staff; std::optional<belongings> boss; };
struct owned { std::string name; belongings owner; };
struct owned_perhaps { std::string name; std::optional<belongings> owner; };

std::string spell(belongings const& one) {
    std::string text = one.name;
    for (auto const* thing : {&one.passport, &one.locker, &one.diary}) text += " " + (*thing ? (*thing)->name : "-");
    return text;
}
std::string spell(owned const& one) { return one.name + ": " + spell(one.owner); }
std::string spell(owned_perhaps const& one) { return one.name + ": " + (one.owner ? spell(*one.owner) : "nobody"); }

TEST_CASE("has_one both ways, by a required, an optional and a primary key", "[include][relations]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<passport, locker, diary, person>();
    CHECK(db.check<passport, locker, diary, person>().empty());
    std::int64_t const a = db.insert(person{.name = "A"}).id, b = db.insert(person{.boss_id = a, .name = "B"}).id, c = db.insert(person{.boss_id = a, .name = "C"}).id;
    db.insert(passport{.owner_id = c, .name = "pc"});
    db.insert(passport{.owner_id = a, .name = "pa"});
    for (locker const& one : {locker{.name = "l1"}, {.owner_id = b, .name = "lb"}, {.name = "l2"}, {.owner_id = c, .name = "lc"}}) db.insert(one);
    db.insert(diary{.owner_id = b, .name = "db"});
    db.insert(diary{.owner_id = a, .name = "da"});
    auto const by_name = order_by(asc(col<&person::name>));
    CHECK(spell_all(db.all(koine::from<person>().select<belongings>().order_by(asc(col<&person::name>)))) == texts{"A pa - da", "B - lb db", "C pc lc -"});
    auto const houses = db.all(koine::from<person>().select<household>().include<&household::staff>(by_name).order_by(asc(col<&person::name>)).limit(2));
    REQUIRE(houses.size() == 2);
    CHECK((!houses[0].boss && spell_all(houses[0].staff) == texts{"B - lb db", "C pc lc -"}));
    CHECK((houses[1].boss && spell(*houses[1].boss) == "A pa - da" && houses[1].staff.empty()));
    CHECK(spell_all(db.all(koine::from<passport>().select<owned>().order_by(asc(col<&passport::name>)))) == texts{"pa: A pa - da", "pc: C pc lc -"});
    CHECK(spell_all(db.all(koine::from<diary>().select<owned>().order_by(desc(col<&diary::name>)))) == texts{"db: B - lb db", "da: A pa - da"});
    CHECK(spell_all(db.all(koine::from<locker>().select<owned_perhaps>().order_by(asc(col<&locker::name>)))) ==
          texts{"l1: nobody", "l2: nobody", "lb: B - lb db", "lc: C pc lc -"});
    // A required one may be read as if it were not.
    CHECK(spell_all(db.all(koine::from<passport>().select<owned_perhaps>().order_by(asc(col<&passport::name>)))) == texts{"pa: A pa - da", "pc: C pc lc -"});
    CHECK(db.all(koine::from<person>().join<"locker">().select(col<&locker::name>).order_by(asc(col<&locker::name>))) == texts{"lb", "lc"});
    CHECK(db.all(koine::from<person>().left_join<"diary">().where(col<&diary::name> == std::nullopt).select(col<&person::name>)) == texts{"C"});
    CHECK(conformance::kind_of([&] { db.insert(locker{.owner_id = b, .name = "l3"}); }) == "unique");
    CHECK(conformance::kind_of([&] { db.insert(diary{.owner_id = b, .name = "d3"}); }) == "unique");
}

}  // namespace both_ways
