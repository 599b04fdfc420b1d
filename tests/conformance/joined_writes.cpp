// SPDX-License-Identifier: BSL-1.0
// conformance · joined_writes: updates and erases that name other tables change each row once, by the rows as they were; upserts that
// compute what they set do so by the row that is there and by that which was to be inserted.
#include "server.hpp"

namespace joined_writes {

using koine::col;

struct player;
struct team {
    std::int64_t id{};
    std::string name{};
    std::string town{};
    std::optional<std::int64_t> budget{};
};
constexpr auto describe(koine::model<team>) {
    return koine::table("teams").primary_key<&team::id>(koine::generated).unique<&team::name, &team::town>().has_many<"players", player, "team">();
}
struct player {
    std::int64_t id{};
    std::optional<std::int64_t> team_id{};
    std::optional<std::int64_t> captain_id{};
    std::string name{};
    std::int64_t score{}, before{};
};
constexpr auto describe(koine::model<player>) {
    return koine::table("players")
        .primary_key<&player::id>(koine::generated)
        .belongs_to<"team", team, &player::team_id>()
        .belongs_to<"captain", player, &player::captain_id>(koine::unindexed);
}
constexpr auto captain = koine::alias<player, "captain">;
/// No key tells its rows apart.
struct note {
    std::int64_t player_id{};
    std::string text{};
};
constexpr auto describe(koine::model<note>) { return koine::table("notes"); }

struct tally {
    std::int64_t id{};
    std::string name{};
    std::int64_t amount{}, before{};
    std::optional<std::string> mark{};
};
constexpr auto describe(koine::model<tally>) { return koine::table("tallies").primary_key<&tally::id>(koine::generated).unique<&tally::name>(); }
/// Another key may be taken, so that not every database upserts it in one statement.
struct coded {
    std::int64_t id{};
    std::string name{}, code{};
    std::int64_t amount{}, before{};
    std::optional<std::string> mark{};
};
constexpr auto describe(koine::model<coded>) {
    return koine::table("coded").primary_key<&coded::id>(koine::generated).unique<&coded::name>().unique<&coded::code>();
}

struct store : server::fresh {
    store() {
        db.create_tables<team, player, note, tally, coded>();
        db.insert(std::vector<team>{{.name = "Lynx", .town = "Oslo", .budget = 100}, {.name = "Lynx", .town = "Bern"}, {.name = "Owl", .town = "Oslo", .budget = -7}});
        db.insert(std::vector<player>{{.team_id = 1, .name = "Lynx", .score = 10, .before = 1},
                                      {.team_id = 1, .captain_id = 1, .name = "Owl", .score = 20, .before = 2},
                                      {.team_id = 2, .captain_id = 2, .name = "Cyd", .score = 30, .before = 3},
                                      {.team_id = std::nullopt, .captain_id = 3, .name = "Owl", .score = 40, .before = 4},
                                      {.team_id = 3, .captain_id = 4, .name = "\xF0\x9F\x90\x9F", .score = 50, .before = 5}});
        db.insert(std::vector<note>{{1, "a"}, {1, "b"}, {1, "b"}, {3, "a"}, {9, "c"}});
    }
    template <auto Member>
    auto each() {
        return db.all(koine::from<player>().order_by(col<&player::id>).select(col<Member>));
    }
    using numbers = std::vector<std::int64_t>;
};
using numbers = store::numbers;

TEST_CASE("an update sets columns by the row of another table, where there is one", "[joined-writes]") {
    store all;
    auto& db = all.db;
    auto const by_team = koine::update<player>().join<"team">();
    CHECK(db.execute(by_team.set(col<&player::score> = koine::coalesce(col<&team::budget>, col<&player::score>) + 1).where(col<&player::id> > 1)) == 3);
    CHECK(all.each<&player::score>() == numbers{10, 101, 31, 40, -6});
    // Both columns are named as those of the other table are; the condition is about both.
    CHECK(db.execute(by_team.set(col<&player::name> = col<&team::name>).where(col<&player::name> != col<&team::name> && col<&team::town> == "Oslo")) == 2);
    CHECK(all.each<&player::name>() == std::vector<std::string>{"Lynx", "Lynx", "Cyd", "Owl", "Owl"});
    // A unique key, one half of which is in the where.
    auto const named = koine::update<player>().join<team>(koine::on(col<&team::name> == col<&player::name>));
    CHECK(db.execute(named.set(col<&player::before> = col<&team::id>).where("Bern" == col<&team::town> && col<&player::score> > 0)) == 2);
    CHECK(all.each<&player::before>() == numbers{2, 2, 3, 4, 5});
}

TEST_CASE("an update changes a row once, however many rows it is joined to", "[joined-writes]") {
    store all;
    auto& db = all.db;
    auto const noted = koine::update<player>().join<note>(koine::on(col<&note::player_id> == col<&player::id>));
    CHECK(db.execute(noted.set(col<&player::score> = col<&player::score> + 1).where(col<&note::text> < "c" && col<&player::score> < 40)) == 2);
    CHECK(all.each<&player::score>() == numbers{11, 20, 31, 40, 50});
    CHECK(db.execute(noted.set(col<&player::score> = col<&player::before>, col<&player::before> = col<&player::score>).where(col<&note::text> < "c")) == 2);
    CHECK(all.each<&player::score>() == numbers{1, 20, 3, 40, 50});
    CHECK(all.each<&player::before>() == numbers{11, 2, 31, 4, 5});
    CHECK(db.execute(koine::update<team>().join<"players">().set(col<&team::budget> = 0).where(col<&player::score> > 2)) == 3);
    CHECK(db.all(koine::from<team>().select(koine::coalesce(col<&team::budget>, -1))) == numbers{0, 0, 0});
}

TEST_CASE("assignments see the rows as they were, of the table under a second name too", "[joined-writes]") {
    store all;
    auto& db = all.db;
    auto const led = koine::update<player>().join<"captain">(captain);
    CHECK(db.execute(led.set(col<&player::score> = captain.col<&player::score> + col<&player::before>, col<&player::before> = col<&player::score>).where(captain.col<&player::id> < 9)) == 4);
    CHECK(all.each<&player::score>() == numbers{10, 12, 23, 34, 45});
    CHECK(all.each<&player::before>() == numbers{1, 20, 30, 40, 50});
    // A subquery reads the changed table beside the joined one.
    auto const best = koine::scalar(koine::from(captain).select(koine::max(captain.col<&player::score>)));
    CHECK(db.execute(koine::update<player>().join<"team">().set(col<&player::score> = koine::coalesce(best, 0)).where(col<&team::town> == "Oslo")) == 3);
    CHECK(all.each<&player::score>() == numbers{45, 45, 23, 34, 45});
}

TEST_CASE("an erase takes rows by those of another table, once", "[joined-writes]") {
    store all;
    auto& db = all.db;
    CHECK(db.execute(koine::erase<note>().join<player>(koine::on(col<&player::id> == col<&note::player_id>)).where(col<&player::score> < 20 && col<&note::text> != "a")) == 2);
    CHECK(db.count(koine::from<note>()) == 3);
    CHECK(db.execute(koine::erase<note>().join<player>(koine::on(col<&player::id> <= col<&note::player_id>)).where(col<&note::text> == "c")) == 1);
    CHECK(db.count(koine::from<note>()) == 2);
    // By the table itself, under a second name, and by a subquery of it.
    db.execute(koine::update_all<player>().set(col<&player::captain_id> = std::nullopt));
    auto const above = koine::on(captain.col<&player::score> == col<&player::score> + 10);
    auto const most = koine::scalar(koine::from(captain).select(koine::max(captain.col<&player::score>)));
    CHECK(db.execute(koine::erase<player>().join(captain, above).where(captain.col<&player::score> < 40)) == 2);
    CHECK(all.each<&player::id>() == numbers{3, 4, 5});
    CHECK(db.execute(koine::erase<player>().join<"team">().where(col<&player::score> < most)) == 1);
    CHECK(all.each<&player::id>() == numbers{4, 5});
}

TEST_CASE("joined writes give back the rows that they changed", "[joined-writes]") {
    store all;
    auto const raised = koine::update<player>().join<"team">().set(col<&player::score> = col<&team::id> * 2).where(col<&team::name> == "Owl").returning();
    auto const gone = koine::erase<note>().join<player>(koine::on(col<&player::id> == col<&note::player_id>)).where(col<&player::id> == 3).returning(col<&note::text>);
    CHECK(koine::expressible<server::dialect, decltype(raised)> == koine::expressible<server::dialect, decltype(gone)>);
    [&](auto& db) {
        if constexpr (koine::expressible<server::dialect, decltype(raised)>) {
            player const only = db.one(raised);
            CHECK((only.id == 5 && only.score == 6 && only.captain_id == 4 && only.team_id == 3));
            CHECK(db.all(gone) == std::vector<std::string>{"a"});
        }
    }(all.db);
}

template <class Row>
void upserts_compute(store& all) {
    auto& db = all.db;
    auto const put = [&](Row const& row) {
        return db.execute(koine::upsert(row).template on<&Row::name>().set(col<&Row::amount> = col<&Row::amount> + koine::excluded<&Row::amount>, col<&Row::before> = col<&Row::amount>,
                                                                           col<&Row::mark> = koine::coalesce(koine::excluded<&Row::mark>, col<&Row::mark>)));
    };
    std::string const fish = "\xF0\x9F\x90\x9F";
    put({.name = fish, .amount = 5});
    if constexpr (requires(Row row) { row.code; }) db.execute(koine::update_all<Row>().set(col<&Row::code> = "taken"));
    put({.name = "b", .amount = -1, .before = 9, .mark = "x"});
    put({.name = fish, .amount = 3, .before = 70, .mark = ""});
    put({.name = fish, .amount = -10});
    auto const rows = db.all(koine::from<Row>().order_by(col<&Row::amount>));
    REQUIRE(rows.size() == 2);
    CHECK((rows[0].name == fish && rows[0].amount == -2 && rows[0].before == 8 && rows[0].mark == ""));
    CHECK((rows[1].name == "b" && rows[1].amount == -1 && rows[1].before == 9 && rows[1].mark == "x"));
}
TEST_CASE("an upsert computes with the row that is there and with that which was to be inserted", "[joined-writes][upserts]") {
    store all;
    upserts_compute<tally>(all);
    upserts_compute<coded>(all);
}

TEST_CASE("an upsert updates only where a condition holds, or keeps what is greater", "[joined-writes][upserts]") {
    store all;
    auto& db = all.db;
    db.insert(tally{.name = "a", .amount = 4});
    auto const greater = [](std::int64_t amount) {
        return koine::upsert(tally{.name = "a", .amount = amount}).on<&tally::name>().set(
            col<&tally::amount> = koine::case_when(col<&tally::amount> < koine::excluded<&tally::amount>, koine::excluded<&tally::amount>).otherwise(col<&tally::amount>));
    };
    db.execute(greater(3));
    CHECK(db.one(koine::from<tally>()).amount == 4);
    db.execute(greater(6));
    CHECK(db.one(koine::from<tally>()).amount == 6);
    auto const newer = [](std::string name, std::int64_t amount) {
        return koine::upsert(tally{.name = name, .amount = amount}).on<&tally::name>().set<&tally::amount>().where(koine::excluded<&tally::amount> > col<&tally::amount>);
    };
    if constexpr (koine::expressible<server::dialect, decltype(newer("", 0))>) {
        CHECK(db.execute(newer("a", 6)) == 0);
        CHECK(!db.first(newer("a", 5).returning()));
        CHECK(db.one(newer("a", 7).returning()).amount == 7);
        CHECK(db.execute(newer("b", -7)) == 1);
    }
}

}  // namespace joined_writes
