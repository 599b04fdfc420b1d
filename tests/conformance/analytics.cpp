// SPDX-License-Identifier: BSL-1.0
// conformance · analytics: where NULL stands in an order, aggregates of some rows, and windows.
#include "law.hpp"
#include "server.hpp"

#include <cmath>

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
template <class Value>
using maybe_of = std::optional<Value>;
struct figures {
    std::int64_t team{}, all{}, known{}, different{};
    maybe_of<std::int64_t> sum, sum_of_different;
    maybe_of<double> mean, mean_of_different;
    maybe_of<std::int32_t> most;
    maybe_of<bool> any, every;
    friend bool operator==(figures const&, figures const&) = default;
};
struct standing {
    std::int64_t id{}, number{}, rank{}, dense{}, half{};
    double percent{}, share{};
    maybe_of<std::int32_t> before, behind, two_before;
    std::int64_t running{}, of_team{}, some_of_team{};
    maybe_of<double> moving;
    maybe_of<std::string> first, last, second;
    friend bool operator==(standing const&, standing const&) = default;
};
struct share {
    std::int64_t team{};
    maybe_of<std::int64_t> running;
};
struct member {
    std::int64_t id{};
};
struct roster {
    std::int64_t id{};
    std::vector<member> players;
};

struct ranked_roster {
    std::int64_t id{}, number{};
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

TEST_CASE("aggregates of some rows leave the others out, those of different values the equal ones", "[aggregates][aggregates-filtered]") {
    league all;
    auto const few = games < 3;
    CHECK(all.db.all(koine::from<player>().group_by(team_id).order_by(asc(team_id)).select<figures>(
              team_id, koine::count().filter(few), koine::count(score).filter(few), koine::count_distinct(games).filter(games > 1), koine::sum(games).filter(few), koine::sum_distinct(games),
              koine::avg(score).filter(score < 5), koine::avg_distinct(games), koine::max(score).filter(few), koine::bool_or(score > 4), koine::bool_and(score < 5))) ==
          std::vector<figures>{{1, 2, 2, 2, 4, 5, std::nullopt, 2.5, 5, true, false}, {2, 1, 0, 1, 1, 10, -1.0, 5.0, std::nullopt, false, true}});
    CHECK(all.db.all(koine::from<player>().select(team_id).group_by(team_id).having(koine::count().filter(score == std::nullopt && games > 1) == 1)) == ids{1});
    CHECK(all.db.one(koine::from<player>().select(koine::bool_and(score > 4)).where(score == std::nullopt)) == std::nullopt);
    CHECK(all.db.one(koine::from<player>().select(koine::count().filter(games > 1)).where(games > 99)) == 0);
}

TEST_CASE("deviations and variances, of all there is and of a sample", "[aggregates][aggregates-statistics]") {
    league all;
    auto const deviation = koine::from<player>().select(koine::stddev_population(games)).where(id.in({1, 2, 3, 4}) && games != 3);
    if constexpr (koine::expressible<server::dialect, decltype(deviation)>) {
        CHECK(std::abs(*all.db.one(deviation) - 3.2998316455372216) < 1e-12);
        CHECK(all.db.one(koine::from<player>().select(koine::variance_population(score))) == 8.0);
        CHECK(all.db.one(koine::from<player>().select(koine::variance_sample(score))) == 12.0);
        CHECK(all.db.one(koine::from<player>().select(koine::stddev_sample(games)).where(id == 1)) == std::nullopt);
    } else {
        CHECK(server::dialect::scheme == "sqlite");
    }
}

TEST_CASE("texts are joined in an order, without NULL and with the empty one", "[aggregates][aggregates-text]") {
    league all;
    auto const joined = koine::from<player>().select(koine::string_agg<", '">(name, koine::order_by(desc(score).nulls_last(), desc(name))));
    if constexpr (koine::expressible<server::dialect, decltype(joined)>) {
        CHECK(all.db.one(joined) == "Cy\u00e9, 'Bo, ', 'ada, 'Ada");
        CHECK(all.db.one(koine::from<player>().select(koine::string_agg<"">(koine::null_if(name, "Bo"), koine::order_by(asc(id))).filter(games < 3))) == "Cy\u00e9Ada");
        CHECK(all.db.one(koine::from<player>().select(koine::string_agg<"-">(name, koine::order_by(id))).where(id > 99)) == std::nullopt);
    } else {
        CHECK(server::dialect::scheme == "sqlite");
    }
}

TEST_CASE("windows: ranks with ties, neighbours, frames, and aggregates over a team", "[windows-functions]") {
    league all;
    auto const by_games = koine::order_by(asc(games));
    auto const by_id = koine::order_by(id);
    auto const rows = koine::from<player>().select<standing>(
        id, koine::over(koine::row_number(), koine::order_by(games, id)), koine::over(koine::rank(), by_games), koine::over(koine::dense_rank(), by_games), koine::over(koine::ntile<2>(), by_id),
        koine::over(koine::percent_rank(), by_games), koine::over(koine::cume_dist(), by_games), koine::over(koine::lag(score), by_id), koine::over(koine::lead(games), by_id),
        koine::over(koine::lag<2>(games), koine::partition_by(team_id), by_id), koine::over(koine::count(score), by_id), koine::over(koine::count(), koine::partition_by(team_id)),
        koine::over(koine::count().filter(score > 0), koine::partition_by(team_id)), koine::over(koine::avg(games), by_id, koine::rows_between(koine::preceding<1>, koine::following<1>)),
        koine::over(koine::first_value(name), koine::partition_by(team_id), by_id), koine::over(koine::last_value(name), by_id, koine::rows_between(koine::current_row, koine::unbounded_following)),
        koine::over(koine::nth_value<2>(name), by_games, koine::range_between(koine::unbounded_preceding, koine::current_row)));
    // By games: 5 (1), 1 and 3 (2), 2 (3), 4 (9).
    std::vector<standing> const expected{{1, 2, 2, 2, 1, 0.25, 0.6, std::nullopt, 3, std::nullopt, 1, 3, 2, 2.5, "Bo", "Ada", std::nullopt},
                                         {2, 4, 4, 3, 1, 0.75, 0.8, 5, 2, std::nullopt, 1, 3, 2, 7.0 / 3, "Bo", "Ada", std::nullopt},
                                         {3, 3, 2, 2, 1, 0.25, 0.6, std::nullopt, 9, 2, 2, 3, 2, 14.0 / 3, "Bo", "Ada", std::nullopt},
                                         {4, 5, 5, 4, 2, 1.0, 1.0, 5, 1, std::nullopt, 3, 2, 0, 4.0, "", "Ada", std::nullopt},
                                         {5, 1, 1, 1, 2, 0.0, 0.2, -1, std::nullopt, std::nullopt, 3, 2, 0, 5.0, "", "Ada", std::nullopt}};
    auto found = all.db.all(rows.order_by(asc(id)));
    // The second by games is one of two that are equal; before them there is one row alone.
    CHECK((found[0].second == "Bo" || found[0].second == "Cy\u00e9"));
    CHECK(found[4].second == std::nullopt);
    for (standing& each : found) each.second = std::nullopt;
    CHECK(found == expected);
    // A window sees the rows that a limit cuts off.
    auto const two = all.db.all(rows.order_by(koine::over(koine::row_number(), koine::order_by(desc(id)))).limit(2));
    REQUIRE(two.size() == 2);
    CHECK(two[0].id == 5);
    CHECK(two[1].number == 5);
    CHECK(all.db.all(rows.order_by(asc(id)).last(1))[0].number == 1);
    auto const running = all.db.all(koine::from<player>().group_by(team_id).select<share>(team_id, koine::over(koine::sum(koine::sum(games)), koine::order_by(team_id))).order_by(team_id));
    REQUIRE(running.size() == 2);
    CHECK(running[1].running == 17);
    auto const groups = koine::from<player>().order_by(id).select(koine::over(koine::sum(games), by_games, koine::groups_between(koine::preceding<1>, koine::current_row).exclude<koine::frame_exclusion::current_row>()));
    if constexpr (koine::expressible<server::dialect, decltype(groups)>) CHECK(all.db.all(groups) == std::vector<maybe_of<std::int64_t>>{3, 4, 3, 3, std::nullopt});
    else CHECK(server::dialect::quote_mark == '`');
}

TEST_CASE("a window beside a list sees all rows, those that a limit cuts off too", "[windows-functions][windows-functions-lists]") {
    league all;
    auto const numbered = koine::from<team>().select<ranked_roster>(koine::as<&ranked_roster::number>(koine::over(koine::row_number(), koine::order_by(desc(col<&team::id>))))).order_by(asc(col<&team::id>));
    auto const whole = all.db.all(numbered);
    REQUIRE(whole.size() == 3);
    CHECK(whole[0].number == 3);
    CHECK(whole[2].number == 1);
    CHECK(whole[0].players.size() == 3);
    CHECK(whole[2].players.empty());
    auto const cut = all.db.all(numbered.limit(2));
    REQUIRE(cut.size() == 2);
    CHECK(cut[0].number == 3);
    CHECK(cut[1].number == 2);
    CHECK(cut[1].players.size() == 2);
    CHECK(all.db.all(numbered.last(1))[0].number == 1);
}

}  // namespace analytics
