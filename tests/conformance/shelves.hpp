// SPDX-License-Identifier: BSL-1.0
// conformance · shelves: rooms, their shelves, the boxes on them, and themes by which boxes are placed, for the tests of windows.
#pragma once

#include "law.hpp"
#include "server.hpp"

#include <algorithm>
#include <tuple>

namespace shelves {

struct shelf;
struct box;
struct theme;
struct placing;

struct room {
    std::int64_t id{};
    std::optional<std::string> name{};
};
constexpr auto describe(koine::model<room>) {
    return koine::table("rooms").primary_key<&room::id>().has_many<"shelves", shelf, "room">();
}
struct shelf {
    std::int64_t id{};
    std::optional<std::int64_t> room_id{};
};
constexpr auto describe(koine::model<shelf>) {
    return koine::table("shelves").primary_key<&shelf::id>().belongs_to<"room", room, &shelf::room_id>().has_many<"boxes", box, "shelf">();
}
struct box {
    std::int64_t id{};
    std::int64_t shelf_id{};
    std::optional<std::int32_t> grade{};
    std::optional<std::string> label{};
    double weight{};
    std::string code{};
};
constexpr auto describe(koine::model<box>) {
    return koine::table("boxes")
        .primary_key<&box::id>()
        .unique<&box::code>()
        .belongs_to<"shelf", shelf, &box::shelf_id>()
        .many_to_many<"themes", theme, placing, "box", "theme">();
}
struct theme {
    std::int64_t id{};
    std::string name{};
};
constexpr auto describe(koine::model<theme>) {
    return koine::table("themes").primary_key<&theme::id>().many_to_many<"boxes", box, placing, "theme", "box">();
}
struct placing {
    std::int64_t theme_id{};
    std::int64_t box_id{};
    std::optional<std::int32_t> place{};
};
constexpr auto describe(koine::model<placing>) {
    return koine::table("placings")
        .primary_key<&placing::theme_id, &placing::box_id>()
        .belongs_to<"theme", theme, &placing::theme_id>()
        .belongs_to<"box", box, &placing::box_id>();
}

// ---- what is kept, as formulas: ties and NULLs in each column that orders, and every order another permutation

inline constexpr int box_count = 60, shelf_count = 5, theme_count = 3;

inline box box_of(std::int64_t id) {
    box made{.id = id, .shelf_id = id < 4 ? 1 : id % 4 + 1, .weight = static_cast<double>(id * 11 % 7) * 0.1, .code = "k" + std::to_string(id * 17 % 61 + 100)};
    if (id % 4 != 1) made.grade = static_cast<std::int32_t>(id * 5 % 3);
    if (id % 5 != 0) made.label = std::string(1, static_cast<char>('a' + id * 3 % 4));
    return made;
}
inline std::optional<std::int64_t> room_of(std::int64_t shelf) { return shelf == 2 ? std::nullopt : std::optional(shelf % 2 + 1); }
/// Of the two rooms one has no name.
inline std::optional<std::string> room_name_of(std::int64_t shelf) { return room_of(shelf) == 2 ? std::optional<std::string>("north") : std::nullopt; }
inline bool is_placed(std::int64_t theme, std::int64_t box) { return (box + theme) % 3 != 0; }
inline std::optional<std::int32_t> place_of(std::int64_t theme, std::int64_t box) {
    return (box + theme) % 5 == 0 ? std::nullopt : std::optional(static_cast<std::int32_t>(box * theme % 4));
}

inline std::vector<box> all_boxes() {
    std::vector<box> all;
    for (std::int64_t id = 1; id <= box_count; ++id) all.push_back(box_of(id));
    return all;
}
inline std::vector<box> boxes_on(std::int64_t shelf) {
    std::vector<box> all = all_boxes();
    std::erase_if(all, [&](box const& one) { return one.shelf_id != shelf; });
    return all;
}
inline std::vector<box> boxes_of(std::int64_t theme) {
    std::vector<box> all = all_boxes();
    std::erase_if(all, [&](box const& one) { return !is_placed(theme, one.id); });
    return all;
}

struct filled : server::fresh {
    filled() {
        db.create_tables<room, shelf, box, theme, placing>();
        db.insert(std::vector<room>{{.id = 1}, {.id = 2, .name = "north"}});
        std::vector<shelf> shelves;
        for (std::int64_t id = 1; id <= shelf_count; ++id) shelves.push_back({.id = id, .room_id = room_of(id)});
        db.insert(shelves);
        std::vector<box> boxes = all_boxes();
        std::rotate(boxes.begin(), boxes.begin() + 23, boxes.end());
        db.insert(boxes);
        std::vector<placing> placings;
        for (std::int64_t of = 1; of <= theme_count; ++of) {
            db.insert(theme{.id = of, .name = "theme"});
            for (box const& one : boxes_of(of)) placings.push_back({of, one.id, place_of(of, one.id)});
        }
        db.insert(placings);
        // What PostgreSQL takes for long tables it compiles to machine code, which takes it a second a query.
        if (server::is_postgres) server::run(db, "ANALYZE rooms, shelves, boxes, themes, placings");
    }
};

// ---- the order of rows, as C++ has it

/// A term of an order: NULL comes last ascending, and first descending.
template <class Value>
struct term {
    Value value;
    bool descends;
    friend bool operator<(term const& left, term const& right) {
        auto const behind = [](auto const& one, auto const& other) {
            if constexpr (koine::detail::is_optional<Value>) return one && (!other || *one < *other);
            else return one < other;
        };
        return left.descends ? behind(right.value, left.value) : behind(left.value, right.value);
    }
};
template <class Value>
term<Value> up(Value value) { return {value, false}; }
template <class Value>
term<Value> down(Value value) { return {value, true}; }

template <class Row>
std::vector<std::int64_t> ids(std::vector<Row> const& rows) {
    std::vector<std::int64_t> all;
    for (Row const& row : rows) all.push_back(row.id);
    return all;
}
template <class Order, class... Of>
std::vector<box> sorted(std::vector<box> rows, Of... of) {
    std::sort(rows.begin(), rows.end(), [&](box const& left, box const& right) { return Order::terms(left, of...) < Order::terms(right, of...); });
    return rows;
}
inline std::vector<box> first_of(std::vector<box> rows, std::size_t count) {
    if (rows.size() > count) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(count), rows.end());
    return rows;
}
inline std::vector<box> last_of(std::vector<box> rows, std::size_t count) {
    if (rows.size() > count) rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(count));
    return rows;
}

// ---- orders: the clause, and the terms of a row with the primary key where it is appended

using koine::asc;
using koine::col;
using koine::desc;

struct by_key {
    static auto order() { return koine::order_by(desc(col<&box::id>)); }
    static auto terms(box const& row) { return std::tuple{down(row.id)}; }
};
struct by_grade {
    static auto order() { return koine::order_by(asc(col<&box::grade>)); }
    static auto terms(box const& row) { return std::tuple{up(row.grade), up(row.id)}; }
};
struct by_grade_and_label {
    static auto order() { return koine::order_by(desc(col<&box::grade>), asc(col<&box::label>)); }
    static auto terms(box const& row) { return std::tuple{down(row.grade), up(row.label), up(row.id)}; }
};
struct by_weight_and_label {
    static auto order() { return koine::order_by(asc(col<&box::weight>), desc(col<&box::label>)); }
    static auto terms(box const& row) { return std::tuple{up(row.weight), down(row.label), down(row.id)}; }
};
/// Ends in a unique key, so that nothing is appended.
struct by_code {
    static auto order() { return koine::order_by(desc(col<&box::label>), desc(col<&box::code>)); }
    static auto terms(box const& row) { return std::tuple{down(row.label), down(row.code)}; }
};
/// By an expression that has a value of its own.
struct by_expression {
    static auto order() { return koine::order_by(desc(koine::coalesce(col<&box::grade>, 1)), asc(col<&box::weight>)); }
    static auto terms(box const& row) { return std::tuple{down(row.grade.value_or(1)), up(row.weight), up(row.id)}; }
};
/// By what to-one hops lead to.
struct by_room {
    static auto order() { return koine::order_by(asc(koine::value_of<"shelf", "room">(col<&room::name>)), desc(col<&box::grade>)); }
    static auto terms(box const& row) { return std::tuple{up(room_name_of(row.shelf_id)), down(row.grade), down(row.id)}; }
};
/// By a column of the junction, among the boxes of a theme.
struct by_place {
    static auto order() { return koine::order_by(desc(col<&placing::place>), asc(col<&box::weight>)); }
    static auto terms(box const& row, std::int64_t theme) { return std::tuple{down(place_of(theme, row.id)), up(row.weight), up(row.id)}; }
};

/// A cursor on a row.
template <class Order, class... Of>
auto after_row(box const& row, Of... of) {
    return std::apply([](auto const&... terms) { return koine::after(terms.value...); }, Order::terms(row, of...));
}
template <class Order, class... Of>
auto before_row(box const& row, Of... of) {
    return std::apply([](auto const&... terms) { return koine::before(terms.value...); }, Order::terms(row, of...));
}

}  // namespace shelves
