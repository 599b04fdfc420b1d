// SPDX-License-Identifier: BSL-1.0
// conformance · analytics: where NULL stands in an order, aggregates of some rows, and windows.
#include "law.hpp"
#include "server.hpp"

namespace analytics {

using koine::asc;
using koine::col;
using koine::desc;

struct team;

struct player {
    std::int64_t id{};
    std::int64_t team_id{};
    std::optional<std::int32_t> score{};
    std::int32_t games{};
    std::string name{};
};
constexpr auto describe(koine::model<player>) {
    return koine::table("players").primary_key<&player::id>(koine::generated).belongs_to<"team", team, &player::team_id>();
}
struct team {
    std::int64_t id{};
};
constexpr auto describe(koine::model<team>) {
    return koine::table("teams").primary_key<&team::id>().has_many<"players", player, "team">();
}
constexpr auto id = col<&player::id>;
constexpr auto team_id = col<&player::team_id>;
constexpr auto score = col<&player::score>;
constexpr auto games = col<&player::games>;
constexpr auto name = col<&player::name>;

using ids = std::vector<std::int64_t>;
struct member {
    std::int64_t id{};
};
struct roster {
    std::int64_t id{};
    std::vector<member> players;
};

/// Scores with a tie, NULLs and a negative one; the third team has nobody.
struct league : server::fresh {
    league() {
        db.create_tables<team, player>();
        for (std::int64_t each : {1, 2, 3}) db.insert(team{each});
        db.insert(std::vector<player>{{.team_id = 1, .score = 5, .games = 2, .name = "Bo"},
                                      {.team_id = 1, .games = 3, .name = "ada"},
                                      {.team_id = 1, .score = 5, .games = 2, .name = "Cy\u00e9"},
                                      {.team_id = 2, .score = -1, .games = 9, .name = ""},
                                      {.team_id = 2, .games = 1, .name = "Ada"}});
    }
};

TEST_CASE("NULL stands where an order says, at the root, in lists, backwards and behind a cursor", "[order][order-placed-nulls]") {
    league all;
    auto const ordered = [&](auto const& first) { return all.db.all(koine::from<player>().select(id).order_by(first, asc(id))); };
    CHECK(ordered(asc(score)) == ids{4, 1, 3, 2, 5});
    CHECK(ordered(asc(score).nulls_last()) == ids{4, 1, 3, 2, 5});
    CHECK(ordered(asc(score).nulls_first()) == ids{2, 5, 4, 1, 3});
    CHECK(ordered(desc(score).nulls_first()) == ids{2, 5, 1, 3, 4});
    CHECK(ordered(desc(score).nulls_last()) == ids{1, 3, 4, 2, 5});
    CHECK(ordered(asc(games).nulls_first()) == ids{5, 1, 3, 2, 4});
    auto const first = koine::from<player>().order_by(asc(score).nulls_first(), asc(id));
    auto const last = koine::from<player>().order_by(desc(score).nulls_last(), asc(id));
    auto const keys = [&](auto const& query) {
        ids found;
        for (player const& each : all.db.all(query)) found.push_back(each.id);
        return found;
    };
    CHECK(keys(first.last(2)) == ids{1, 3});
    CHECK(keys(last.last(3)) == ids{4, 2, 5});
    for (auto const& [cursor, behind, before] : {std::tuple{2, ids{5, 4, 1, 3}, ids{}}, {5, ids{4, 1, 3}, ids{2}}, {4, ids{1, 3}, ids{2, 5}}, {3, ids{}, ids{2, 5, 4, 1}}}) {
        CHECK(keys(first.after<&player::id>(cursor)) == behind);
        CHECK(keys(first.before<&player::id>(cursor)) == before);
    }
    CHECK(keys(last.after<&player::id>(4)) == ids{2, 5});
    CHECK(keys(last.after<&player::id>(2)) == ids{5});
    CHECK(keys(last.before<&player::id>(2)) == ids{1, 3, 4});
    auto const page = all.db.page(first, {.size = 2});
    CHECK(page.rows[1].id == 5);
    CHECK(all.db.page(first, {.size = 2, .after = *page.next}).rows[0].id == 4);
    auto const usual = koine::from<player>().order_by(asc(score), asc(id));
    CHECK(conformance::kind_of([&] { all.db.page(usual, {.size = 2, .after = *page.next}); }) == "cursor");
    auto const lists = all.db.all(koine::from<team>().select<roster>().include<&roster::players>(koine::order_by(desc(score).nulls_last(), asc(id)), koine::limit(2)).order_by(asc(col<&team::id>)));
    REQUIRE(lists.size() == 3);
    CHECK(lists[0].players[0].id == 1);
    CHECK(lists[0].players[1].id == 3);
    CHECK(lists[1].players[0].id == 4);
    CHECK(lists[1].players[1].id == 5);
}

}  // namespace analytics
