// SPDX-License-Identifier: BSL-1.0
// conformance · strategies: every way to load lists gives the same rows, by every verb.
#include "strategies.hpp"

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

namespace strategies {

using koine::asc;
using koine::col;
using koine::desc;
using koine::order_by;

struct lodger;
struct room;
struct item;
struct key;

enum class state { sound, worn, broken };

struct house {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int64_t> keeper_id{};
};
constexpr auto describe(koine::model<house>) {
    return koine::table("houses").primary_key<&house::id>().belongs_to<"keeper", lodger, &house::keeper_id>().has_many<"rooms", room, "house">();
}
struct lodger {
    std::int64_t id{};
    std::optional<std::string> name{};
};
constexpr auto describe(koine::model<lodger>) { return koine::table("lodgers").primary_key<&lodger::id>().has_many<"keys", key, "lodger">(); }
struct key {
    std::int64_t id{};
    std::int64_t lodger_id{};
    std::optional<double> length{};
};
constexpr auto describe(koine::model<key>) { return koine::table("keys_of_lodgers").primary_key<&key::id>().belongs_to<"lodger", lodger, &key::lodger_id>(); }
struct room {
    std::int64_t id{};
    std::int64_t house_id{};
    std::optional<std::int64_t> guest_id{};
};
constexpr auto describe(koine::model<room>) {
    return koine::table("rooms").primary_key<&room::id>().belongs_to<"house", house, &room::house_id>().belongs_to<"guest", lodger, &room::guest_id>().has_many<"items", item, "room">();
}
struct item {
    std::int64_t id{};
    std::int64_t room_id{};
    std::int64_t owner_id{};
    std::int8_t tiny{};
    std::int64_t large{};
    std::uint64_t large_unsigned{};
    double real{};
    bool flag{};
    state quality{};
    std::string text{};
    std::vector<std::byte> bytes{};
    std::optional<std::int16_t> maybe_small{};
    std::optional<std::uint64_t> maybe_unsigned{};
    std::optional<float> maybe_single{};
    std::optional<bool> maybe_flag{};
    std::optional<state> maybe_quality{};
    std::optional<std::string> maybe_text{};
    std::optional<std::vector<std::byte>> maybe_bytes{};
};
constexpr auto describe(koine::model<item>) {
    return koine::table("items").primary_key<&item::id>().belongs_to<"room", room, &item::room_id>().belongs_to<"owner", lodger, &item::owner_id>();
}

struct key_view { std::int64_t id{}; std::optional<double> length{}; bool operator==(key_view const&) const = default; };
struct lodger_view { std::optional<std::string> name{}; std::vector<key_view> keys{}; bool operator==(lodger_view const&) const = default; };
struct item_view {
    std::int64_t id{};
    std::int8_t tiny{};
    std::int64_t large{};
    std::uint64_t large_unsigned{};
    double real{};
    bool flag{};
    state quality{};
    lodger_view owner{};
    std::string text{};
    std::vector<std::byte> bytes{};
    std::optional<std::int16_t> maybe_small{};
    std::optional<std::uint64_t> maybe_unsigned{};
    std::optional<float> maybe_single{};
    std::optional<bool> maybe_flag{};
    std::optional<state> maybe_quality{};
    std::optional<std::string> maybe_text{};
    std::optional<std::vector<std::byte>> maybe_bytes{};
    bool operator==(item_view const&) const = default;
};
struct room_view { std::vector<item_view> items{}; std::optional<lodger_view> guest{}; std::int64_t id{}; bool operator==(room_view const&) const = default; };
struct house_view { std::optional<lodger_view> keeper{}; std::string name{}; std::vector<room_view> rooms{}; bool operator==(house_view const&) const = default; };
using houses = std::vector<house_view>;

/// Values at random, those at the edges of their types among them.
class values {
public:
    std::size_t below(std::size_t count) { return random_() % count; }
    bool flag() { return below(2) == 0; }
    template <class Integer>
    Integer integer() {
        using limits = std::numeric_limits<Integer>;
        Integer const edges[] = {limits::min(), limits::max(), 0, 1, static_cast<Integer>(-1), static_cast<Integer>(random_())};
        return edges[below(std::size(edges))];
    }
    double real() {
        double const edges[] = {0.0, -0.5, 5e-324, std::numeric_limits<double>::max(), 0.1 + 0.2, 1e22, static_cast<double>(random_()) / 7};
        return edges[below(std::size(edges))];
    }
    std::string text() {
        using namespace std::string_literals;
        std::string const edges[] = {"", "a", "\"\\/\b\f\n\r\t\x01", "NULL", "é€😀", "[1,{}]", std::string(300, 'x'), server::keeps_nul ? "a\0b"s : "ab"s};
        return edges[below(std::size(edges))];
    }
    std::vector<std::byte> bytes() {
        std::vector<std::byte> made(std::size_t{1} << below(9));
        for (std::byte& one : made) one = static_cast<std::byte>(random_());
        if (flag()) made.clear();
        return made;
    }
    state quality() { return static_cast<state>(below(3)); }
    template <class Value>
    std::optional<Value> maybe(Value value) { return flag() ? std::optional<Value>(std::move(value)) : std::nullopt; }

private:
    std::mt19937_64 random_{20240229};
};

/// Houses of some rooms of some items, or of none; few lodgers, so that many rows belong to the same.
struct street : server::fresh {
    houses expected{};
    std::vector<lodger_view> lodgers{};

    explicit street(server::driver::options const& options = {}) : fresh(options) {
        db.create_tables<lodger, key, house, room, item>();
        values any;
        std::int64_t keys = 0, rooms = 0, items = 0;
        std::vector<key> key_rows;
        std::vector<room> room_rows;
        std::vector<item> item_rows;
        for (std::int64_t id = 0; id < 5; ++id) {
            lodger const row{id, any.maybe(any.text())};
            db.insert(row);
            lodger_view view{row.name};
            // The first has no key.
            for (std::int64_t i = 0; i < id; ++i) {
                key_rows.push_back({++keys, id, any.maybe(any.real())});
                view.keys.push_back({keys, key_rows.back().length});
            }
            lodgers.push_back(view);
        }
        for (std::int64_t id = 0; id < 12; ++id) {
            house const row{id, std::to_string(id) + any.text(), any.maybe(static_cast<std::int64_t>(any.below(5)))};
            db.insert(row);
            house_view view{{}, row.name};
            if (row.keeper_id) view.keeper = lodger_of(*row.keeper_id);
            // Every fourth has no rooms.
            for (std::int64_t i = 0; i < id % 4; ++i) view.rooms.push_back(add_room(any, id, ++rooms, items, room_rows, item_rows));
            expected.push_back(view);
        }
        db.insert(key_rows);
        db.insert(room_rows);
        db.insert(item_rows);
    }
    lodger_view const& lodger_of(std::int64_t id) const { return lodgers[static_cast<std::size_t>(id)]; }

private:
    room_view add_room(values& any, std::int64_t house, std::int64_t id, std::int64_t& items, std::vector<room>& rooms, std::vector<item>& rows) {
        rooms.push_back({id, house, any.maybe(static_cast<std::int64_t>(any.below(5)))});
        room_view view{{}, {}, id};
        if (rooms.back().guest_id) view.guest = lodger_of(*rooms.back().guest_id);
        for (std::size_t i = any.below(6); i > 0; --i) {
            item const row{++items, id, static_cast<std::int64_t>(any.below(5)), any.integer<std::int8_t>(), any.integer<std::int64_t>(), any.integer<std::uint64_t>(), any.real(), any.flag(), any.quality(), any.text(), any.bytes(),
                           any.maybe(any.integer<std::int16_t>()), any.maybe(any.integer<std::uint64_t>()), any.maybe(static_cast<float>(any.below(1000)) / 8), any.maybe(any.flag()), any.maybe(any.quality()), any.maybe(any.text()), any.maybe(any.bytes())};
            rows.push_back(row);
            view.items.push_back({row.id, row.tiny, row.large, row.large_unsigned, row.real, row.flag, row.quality, lodger_of(row.owner_id), row.text, row.bytes, row.maybe_small, row.maybe_unsigned, row.maybe_single, row.maybe_flag, row.maybe_quality, row.maybe_text, row.maybe_bytes});
        }
        return view;
    }
};

auto whole_street() {
    auto const keys = order_by(asc(col<&key::id>));
    return koine::from<house>()
        .select<house_view>()
        .include<&house_view::keeper, &lodger_view::keys>(keys)
        .include<&house_view::rooms>(order_by(asc(col<&room::id>)))
        .include<&house_view::rooms, &room_view::guest, &lodger_view::keys>(keys)
        .include<&house_view::rooms, &room_view::items>(order_by(asc(col<&item::id>)))
        .include<&house_view::rooms, &room_view::items, &item_view::owner, &lodger_view::keys>(keys)
        .order_by(asc(col<&house::id>));
}

TEST_CASE("a tree of every type, wide and four levels deep, is the same by each strategy", "[include][values]") {
    street here;
    by_each([&](auto const& query) {
        houses const found = here.db.all(query);
        REQUIRE(found.size() == here.expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) CHECK((found[i] == here.expected[i]));
    }, whole_street());
}

TEST_CASE("every verb loads lists by each strategy", "[include][streams]") {
    street here;
    by_each([&](auto const& query) {
        auto const eighth = query.where(col<&house::id> == 7);
        CHECK((here.db.one(eighth) == here.expected[7]));
        CHECK((here.db.first(query.where(col<&house::id> > 6)) == here.expected[7]));
        CHECK(!here.db.first(query.where(col<&house::id> > 60)));
        houses visited, streamed;
        here.db.visit(query, [&](house_view one) { visited.push_back(std::move(one)); });
        CHECK((visited == here.expected));
        for (house_view& one : here.db.stream(query)) streamed.push_back(std::move(one));
        CHECK((streamed == here.expected));
        auto prepared = here.db.prepare(eighth);
        for (int again = 0; again < 2; ++again) {
            CHECK((prepared.all() == houses{here.expected[7]}));
            CHECK((prepared.one() == here.expected[7]));
            CHECK((prepared.first() == here.expected[7]));
        }
        CHECK(here.db.count(query) == 12);
        CHECK(here.db.exists(eighth));
        CHECK(!here.db.explain(query).empty());
        here.db.transaction([&](auto& inner) { CHECK((inner.all(query) == here.expected)); });
    }, whole_street());
}

TEST_CASE("a stream of lists that is dropped half-way leaves the connection usable", "[include][streams][streams-dropped]") {
    street here;
    by_each([&](auto const& query) {
        for (int again = 0; again < 3; ++again) {
            for (house_view const& one : here.db.stream(query)) {
                CHECK((one == here.expected[0]));
                break;
            }
            int rows = 0;
            CHECK_THROWS_AS(here.db.visit(query, [&](house_view const&) { if (++rows == 6) throw std::logic_error("enough"); }), std::logic_error);
        }
        CHECK((here.db.all(query) == here.expected));
    }, whole_street());
}

TEST_CASE("pages of lists are those of one read by each strategy", "[include][order-pages]") {
    street here;
    by_each([&](auto const& query) {
        houses read;
        std::string token;
        for (int pages = 0; pages < 10; ++pages) {
            auto page = here.db.page(query, {.size = 5, .after = token, .with_total = true});
            CHECK(page.total == 12);
            for (house_view& one : page.rows) read.push_back(std::move(one));
            if (!page.next) break;
            token = *page.next;
        }
        CHECK((read == here.expected));
    }, whole_street());
}

TEST_CASE("parts that may be absent change no list", "[include][null-when]") {
    street here;
    for (bool present : {true, false}) {
        auto const query = whole_street().where(koine::when(present, col<&house::id> < 3));
        houses const expected(here.expected.begin(), present ? here.expected.begin() + 3 : here.expected.end());
        by_each([&](auto const& asked) {
            CHECK((here.db.all(asked) == expected));
            CHECK((here.db.prepare(asked).all() == expected));
        }, query);
    }
    // One inside of a list, where what is bound comes between the lists.
    for (bool present : {true, false}) {
        auto const query = koine::from<house>().select<house_view>().include<&house_view::rooms>(koine::where(koine::when(present, col<&room::id> == 2))).where(col<&house::id> == 2);
        by_each([&](auto const& asked) {
            auto const found = here.db.one(asked);
            REQUIRE(found.rooms.size() == (present ? 1 : 2));
            CHECK(found.rooms[0].items.size() == here.expected[2].rooms[found.rooms[0].id == 2 ? 0 : 1].items.size());
        }, query);
    }
}

}  // namespace strategies
