// SPDX-License-Identifier: BSL-1.0
// conformance · inserts: ranges of every size go in whole, in order and atomically; composite keys; defaults of the database.
#include "law.hpp"
#include "server.hpp"

#include <array>
#include <deque>
#include <forward_list>
#include <span>

namespace inserts {

using conformance::kind_of;
using koine::asc;
using koine::col;

struct point {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int64_t> value{};
};
constexpr auto describe(koine::model<point>) {
    return koine::table("points").primary_key<&point::id>(koine::generated).unique<&point::name>();
}
/// So wide that fewer than 100 rows go into a statement.
struct wide {
    std::int64_t id{}, a{}, b{}, c{}, d{}, e{}, f{}, g{}, h{}, i{}, j{}, k{}, l{}, m{}, n{}, o{};
    bool operator==(wide const&) const = default;
};
constexpr auto describe(koine::model<wide>) { return koine::table("wides").primary_key<&wide::id>(koine::generated); }
struct serial {
    std::int64_t id{};
};
constexpr auto describe(koine::model<serial>) { return koine::table("serials").primary_key<&serial::id>(koine::generated); }
struct seat {
    std::int32_t row{};
    std::string letter{};
    std::int64_t flight{};
    std::optional<std::string> passenger{};
    bool window{};
};
constexpr auto describe(koine::model<seat>) { return koine::table("seats").primary_key<&seat::flight, &seat::row, &seat::letter>(); }
struct preset {
    std::int64_t id{};
    bool on{};
    std::int32_t level{};
    double ratio{};
    std::string label{};
    std::string made{};
    std::optional<std::int32_t> spare{};
};
constexpr auto describe(koine::model<preset>) {
    return koine::table("presets")
        .primary_key<&preset::id>(koine::generated)
        .default_value<&preset::on>(true)
        .default_value<&preset::level>(-7)
        .default_value<&preset::ratio>(0.1)
        .default_value<&preset::label>("it's \"so\"; --")
        .default_value<&preset::made>(koine::current_timestamp);
}

struct store : server::fresh {
    store() { db.create_tables<point, wide, serial, seat, preset>(); }
    std::vector<point> points() { return db.all(koine::from<point>().order_by(asc(col<&point::id>))); }
};
std::vector<point> numbered(int count, std::int64_t first_id = 0) {
    std::vector<point> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({.id = first_id == 0 ? 0 : first_id + i, .name = "n" + std::to_string(i), .value = i % 3 == 0 ? std::nullopt : std::optional<std::int64_t>(i)});
    return rows;
}

TEST_CASE("ranges of 0, 1, 99, 100, 101, 200 and 1000 rows", "[writes][writes-range]") {
    for (int count : {0, 1, 99, 100, 101, 200, 1000}) {
        INFO(count);
        store to;
        auto const rows = numbered(count);
        CHECK(to.db.insert(rows) == count);
        auto const found = to.points();
        REQUIRE(found.size() == rows.size());
        int wrong = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) wrong += found[i].id != static_cast<std::int64_t>(i) + 1 || found[i].name != rows[i].name || found[i].value != rows[i].value ? 1 : 0;
        CHECK(wrong == 0);
    }
}

TEST_CASE("a range with its keys, of any size and sign", "[writes][writes-range][writes-generated]") {
    for (int count : {1, 100, 101, 333}) {
        store to;
        CHECK(to.db.insert(numbered(count, -50), koine::keep_keys) == count);
        auto const found = to.points();
        REQUIRE(found.size() == static_cast<std::size_t>(count));
        CHECK((found.front().id == -50 && found.back().id == count - 51 && found.back().name == "n" + std::to_string(count - 1)));
        // A key twice, in one statement and in two.
        CHECK(kind_of([&] { to.db.insert(std::vector<point>{{.id = 900, .name = "x"}, {.id = 900, .name = "y"}}, koine::keep_keys); }) == "unique");
        CHECK(kind_of([&] { to.db.insert(numbered(1, -50), koine::keep_keys); }) == "unique");
        CHECK(to.points().size() == static_cast<std::size_t>(count));
    }
}

TEST_CASE("one bad row anywhere leaves nothing of its range", "[writes][writes-range]") {
    store to;
    to.db.insert(point{.name = "n5x"});
    for (int bad : {0, 50, 99, 100, 150, 250, 299}) {
        INFO(bad);
        auto rows = numbered(300);
        for (point& one : rows) one.name += "y";
        rows[static_cast<std::size_t>(bad)].name = "n5x";
        CHECK(kind_of([&] { to.db.insert(rows); }) == "unique");
        CHECK(to.points().size() == 1);
        CHECK(!server::in_transaction(to.db));
        rows[static_cast<std::size_t>(bad)] = {.id = 7, .name = "keyed"};
        CHECK(kind_of([&] { to.db.insert(rows); }) == "misuse");
        CHECK(to.points().size() == 1);
    }
    // Inside a transaction the range alone is undone.
    to.db.transaction([&](auto& inner) {
        inner.insert(point{.name = "kept"});
        auto rows = numbered(120);
        rows[110].name = "kept";
        CHECK(kind_of([&] { inner.insert(rows); }) == "unique");
        rows[110].name = "other";
        CHECK(inner.insert(rows) == 120);
    });
    CHECK(to.points().size() == 122);
}

/// Makes its rows as they are asked for, and fails at one of them.
struct failing_source {
    int bad;

    struct iterator {
        int at;
        int bad;
        point operator*() const {
            if (at == bad) throw std::string("no more");
            return {.name = "s" + std::to_string(at)};
        }
        iterator& operator++() { return ++at, *this; }
        bool operator==(iterator const& other) const { return at == other.at; }
    };
    [[nodiscard]] iterator begin() const { return {0, bad}; }
    [[nodiscard]] iterator end() const { return {3000, bad}; }
};

TEST_CASE("a range that fails half-way leaves nothing of itself, and a connection that works", "[writes][writes-range]") {
    store to;
    for (int bad : {0, 1, 130, 2999}) {
        INFO(bad);
        CHECK_THROWS_AS(to.db.insert(failing_source{bad}), std::string);
        CHECK(!server::in_transaction(to.db));
        CHECK(to.points().empty());
    }
    to.db.transaction([](auto& tx) {
        CHECK(tx.insert(std::vector<point>{{.name = "kept"}}) == 1);
        CHECK_THROWS_AS(tx.insert(failing_source{130}), std::string);
        CHECK(tx.insert(std::vector<point>{{.name = "kept too"}}) == 1);
    });
    CHECK(to.points().size() == 2);
    CHECK(to.db.insert(failing_source{3000}) == 3000);
    CHECK(to.points().size() == 3002);
}

TEST_CASE("a range of every size below a thousand and a half keeps its order", "[writes][writes-range]") {
    store to;
    std::int64_t all = 0;
    for (int count : {2, 3, 63, 127, 128, 129, 255, 777, 1023, 1024, 1025, 1535}) {
        auto rows = numbered(count);
        for (point& one : rows) one.name += "/" + std::to_string(count);
        CHECK(to.db.insert(rows) == count);
        all += count;
    }
    auto const found = to.points();
    REQUIRE(static_cast<std::int64_t>(found.size()) == all);
    CHECK((found[2].name == "n0/3" && found[5 + 62].name == "n62/63" && found.back().name == "n1534/1535"));
}

TEST_CASE("10,000 rows go in as one range", "[writes][writes-range]") {
    store to;
    CHECK(to.db.insert(numbered(10'000)) == 10'000);
    CHECK(to.db.one(koine::from<point>().select(koine::sum(col<&point::value>))) == 33'326'667);
    CHECK(to.db.one(koine::from<point>().select(koine::count_distinct(col<&point::id>))) == 10'000);
}

TEST_CASE("ranges of any kind", "[writes][writes-range]") {
    store to;
    std::array const three{point{.name = "a"}, point{.name = "b"}, point{.name = "c"}};
    CHECK(to.db.insert(three) == 3);
    CHECK(to.db.insert(std::span(three).subspan(0, 0)) == 0);
    CHECK(to.db.insert(std::deque<point>{{.name = "d"}, {.name = "e"}}) == 2);
    CHECK(to.db.insert(std::forward_list<point>{{.name = "f"}, {.name = "g"}}) == 2);
    point const bare[] = {{.name = "h"}, {.name = "i"}};
    CHECK(to.db.insert(bare) == 2);
    auto const found = to.db.all(koine::from<point>().select(col<&point::name>).order_by(asc(col<&point::id>)));
    CHECK(found == std::vector<std::string>{"a", "b", "c", "d", "e", "f", "g", "h", "i"});
}

TEST_CASE("wide rows and rows of nothing but a key", "[writes][writes-range]") {
    store to;
    std::vector<wide> rows(150);
    for (std::size_t at = 0; at < rows.size(); ++at) rows[at].a = static_cast<std::int64_t>(at), rows[at].o = -static_cast<std::int64_t>(at);
    CHECK(to.db.insert(rows) == 150);
    for (std::size_t at = 0; at < rows.size(); ++at) rows[at].id = static_cast<std::int64_t>(at) + 1;
    CHECK(to.db.all(koine::from<wide>().order_by(asc(col<&wide::id>))) == rows);
    CHECK(to.db.insert(serial{}).id == 1);
    CHECK(to.db.insert(std::vector<serial>(5)) == 5);
    CHECK(to.db.insert(serial{.id = 40}, koine::keep_keys).id == 40);
    CHECK(to.db.count(koine::from<serial>()) == 7);
}

TEST_CASE("update, find and erase by a composite key, in the key's order", "[writes][writes-update-row][order][order-key]") {
    store to;
    std::vector<seat> seats;
    for (std::int64_t flight : {1, 2})
        for (std::int32_t row : {1, 2})
            for (char const* letter : {"a", "b"}) seats.push_back({.row = row, .letter = letter, .flight = flight});
    CHECK(to.db.insert(seats) == 8);
    to.db.update(seat{.row = 2, .letter = "a", .flight = 1, .passenger = "Ada", .window = true});
    auto const taken = to.db.all(koine::from<seat>().where(col<&seat::window>));
    CHECK((taken.size() == 1 && taken[0].flight == 1 && taken[0].row == 2 && taken[0].letter == "a" && taken[0].passenger == "Ada"));
    CHECK(to.db.find<seat>(1, 2, "a")->passenger == "Ada");
    CHECK(!to.db.find<seat>(2, 1, "a")->passenger);
    CHECK(!to.db.find<seat>(1, 3, "a"));
    CHECK(kind_of([&] { to.db.update(seat{.row = 3, .letter = "a", .flight = 1}); }) == "not_found");
    CHECK(kind_of([&] { to.db.insert(seats[3]); }) == "unique");
    CHECK(to.db.erase<seat>(1, 2, std::string("a")));
    CHECK(!to.db.erase<seat>(1, 2, "a"));
    CHECK(to.db.count(koine::from<seat>()) == 7);
    to.db.update(seat{.row = 2, .letter = "b", .flight = 1, .passenger = std::nullopt});
    CHECK(to.db.count(koine::from<seat>().where(col<&seat::passenger> != std::nullopt)) == 0);
    // Pages of a table with such a key neither overlap nor leave gaps.
    std::vector<std::string> letters;
    for (int page = 0; page < 4; ++page)
        for (seat const& one : to.db.all(koine::from<seat>().order_by(asc(col<&seat::letter>)).limit(2).offset(page * 2))) letters.push_back(std::to_string(one.flight) + std::to_string(one.row) + one.letter);
    CHECK(letters == std::vector<std::string>{"11a", "21a", "22a", "11b", "12b", "21b", "22b"});
}

TEST_CASE("defaults of the database: one, all, in a range, and through set()", "[writes][writes-defaults][writes-returned]") {
    store to;
    preset const given{.on = false, .level = 1, .ratio = 2, .label = "l", .made = "m", .spare = 3};
    preset const kept = to.db.insert(given);
    CHECK((!kept.on && kept.level == 1 && kept.ratio == 2 && kept.label == "l" && kept.made == "m" && kept.spare == 3));
    preset const some = to.db.insert(given, koine::defaults<&preset::level, &preset::ratio>);
    CHECK((!some.on && some.level == -7 && some.ratio == 0.1 && some.label == "l"));
    constexpr auto all_defaults = koine::defaults<&preset::on, &preset::level, &preset::ratio, &preset::label, &preset::made, &preset::spare>;
    preset const all = to.db.insert(given, all_defaults);
    CHECK((all.on && all.level == -7 && all.ratio == 0.1 && all.label == "it's \"so\"; --" && all.made.size() >= 19 && !all.spare));
    CHECK(to.db.insert(std::vector<preset>(250, given), koine::defaults<&preset::label>) == 250);
    CHECK(to.db.count(koine::from<preset>().where(col<&preset::label> == "it's \"so\"; --" && col<&preset::level> == 1)) == 250);
    CHECK(to.db.insert(std::vector<preset>(3, given), all_defaults) == 3);
    auto const set = to.db.one(koine::insert<preset>().set(col<&preset::level> = 5).returning());
    CHECK((set.on && set.level == 5 && set.ratio == 0.1 && !set.spare));
    CHECK(kind_of([&] { to.db.insert(preset{.id = 9}, koine::defaults<&preset::label>); }) == "misuse");
    CHECK(to.db.check<preset>().empty());
}

}  // namespace inserts
