// SPDX-License-Identifier: BSL-1.0
// conformance · sqlite/packed_lists: the aggregate that takes rows as they are found: who may call it, and how wide a row is.
#include "../library.hpp"

#include <koine/wide.hpp>

namespace packed_lists {

using conformance::failure_of;
using conformance::kind_of;
using koine::asc;
using koine::col;
using koine::order_by;
using koine::strategy;
using library::texts;

/// A connection of the test's own, which is closed after all that use it.
struct adopted_handle {
    sqlite3* handle = nullptr;
    adopted_handle() { sqlite3_open(":memory:", &handle); }
    adopted_handle(adopted_handle const&) = delete;
    adopted_handle& operator=(adopted_handle const&) = delete;
    ~adopted_handle() { sqlite3_close(handle); }
};

auto titles_of_ada() {
    return koine::from<library::author>().select<library::author_titles>().include<&library::author_titles::articles>(order_by(asc(col<&library::article::title>))).where(col<&library::author::name> == "Ada").lists_by<strategy::packed>();
}
template <class Database>
texts titles(Database& db) {
    return library::each(db.one(titles_of_ada()).articles, &library::title_only::title);
}

TEST_CASE("two databases on one connection both load lists, in turn and while the other streams", "[include][connection]") {
    adopted_handle connection;
    server::database one{connection.handle};
    one.create_tables<library::author, library::article>();
    auto const ada = one.insert(library::author{.name = "Ada"});
    for (char const* title : {"b", "a", "c"}) one.insert(library::article{.author_id = ada.id, .title = title});
    texts const all{"a", "b", "c"};
    CHECK(titles(one) == all);
    server::database other{connection.handle};
    for (int again = 0; again < 3; ++again) {
        CHECK(titles(other) == all);
        CHECK(titles(one) == all);
    }
    for (auto const& row : one.stream(titles_of_ada())) {
        CHECK(titles(other) == all);
        CHECK(library::each(row.articles, &library::title_only::title) == all);
    }
    {
        server::database third{connection.handle};
        CHECK(titles(third) == all);
    }
    CHECK(titles(one) == all);
    CHECK(titles(other) == all);
}

TEST_CASE("a call of the aggregate that is none of Koine's own statements is an error, and no more", "[include][errors]") {
    library::books books;
    auto& db = books.db;
    for (char const* call : {"koine_rows()", "koine_rows(NULL)", "koine_rows(NULL, name)", "koine_rows(0, name)", "koine_rows('koine_rows_1', name)", "koine_rows(x'0011223344556677', name)", "koine_rows(DISTINCT name)"}) {
        INFO(call);
        std::string const refusal = server::refusal_of(db, "SELECT " + std::string(call) + " FROM authors");
        CHECK(!refusal.empty());
        CHECK(titles(db) == texts{"a", "b", "c", "d", "e"});
    }
    CHECK(!server::refusal_of(db, "SELECT koine_rows(NULL, name) OVER (ORDER BY id) FROM authors").empty());
    CHECK(!server::refusal_of(db, "CREATE VIEW lists AS SELECT koine_rows(NULL, name) AS list FROM authors; SELECT * FROM lists").empty());
    auto const raw = koine::from<library::author>().select(koine::raw<std::int64_t, "koine_rows({}, {})">(5, col<&library::author::name>));
    auto const failure = failure_of([&] { db.all(raw); });
    CHECK(failure.kind() != koine::error_kind::mismatch);
    CHECK(std::string(failure.what()).find("koine_rows() is for statements of Koine's own") != std::string::npos);
    // No rows: no list, and nobody is asked for one.
    CHECK(db.all(koine::from<library::profile>().select(koine::raw<std::optional<std::int64_t>, "koine_rows({}, {})">(5, col<&library::profile::id>))) == std::vector<std::optional<std::int64_t>>{std::nullopt});
    CHECK(titles(db) == texts{"a", "b", "c", "d", "e"});
}

// clang-format off
#define COLUMNS(NAME) NAME##0{}, NAME##1{}, NAME##2{}, NAME##3{}, NAME##4{}, NAME##5{}, NAME##6{}, NAME##7{}, NAME##8{}, NAME##9{}
#define COLUMNS_126 COLUMNS(a0), COLUMNS(a1), COLUMNS(a2), COLUMNS(a3), COLUMNS(a4), COLUMNS(a5), COLUMNS(a6), COLUMNS(a7), COLUMNS(a8), COLUMNS(a9), COLUMNS(b0), COLUMNS(b1), c0{}, c1{}, c2{}, c3{}, c4{}, c5{}
// clang-format on
struct wide;
struct owner {
    std::int64_t id{};
};
constexpr auto describe(koine::model<owner>) { return koine::table("owners").primary_key<&owner::id>().has_many<"rows", wide, "owner">(); }
struct wide {
    std::int64_t id{}, owner_id{}, COLUMNS_126, c6{};
};
constexpr auto describe(koine::model<wide>) { return koine::table("wide").primary_key<&wide::id>().belongs_to<"owner", owner, &wide::owner_id>(); }
struct widest_packed { std::int64_t COLUMNS_126; };
struct too_wide { std::int64_t COLUMNS_126, c6{}; };
struct owner_key { std::int64_t id{}; };
struct joined { std::int64_t COLUMNS_126; std::optional<owner_key> owner; };
#undef COLUMNS_126
#undef COLUMNS
template <class Row>
struct rows_of { std::vector<Row> rows; };

template <class Row>
auto wide_rows() {
    return koine::from<owner>().select<rows_of<Row>>() + koine::lists_by<strategy::packed>();
}
template <class Row>
constexpr bool is_packed = koine::sql_text_of<server::dialect, decltype(wide_rows<Row>())>.find("koine_rows(") != std::string_view::npos;

TEST_CASE("a row of more columns than a function takes is loaded as JSON", "[include]") {
    static_assert(is_packed<widest_packed> && !is_packed<too_wide> && !is_packed<joined>);
    server::fresh here;
    auto& db = here.db;
    db.create_tables<owner, wide>();
    db.insert(owner{1});
    wide row{};
    std::int64_t next = 0;
    koine::detail::with_members(row, [&](auto&... member) { [[maybe_unused]] std::int64_t const all[] = {member = ++next...}; });
    row.id = 1, row.owner_id = 1;
    db.insert(row);
    auto const sum = [](auto const& found) {
        std::int64_t all = 0, place = 0;
        koine::detail::with_members(found, [&](auto const&... member) {
            for (std::int64_t value : {static_cast<std::int64_t>(member)...}) all += ++place * value;
        });
        return all;
    };
    std::int64_t expected = 0;
    for (std::int64_t place = 1; place <= 126; ++place) expected += place * (place + 2);
    CHECK(sum(db.one(wide_rows<widest_packed>()).rows.at(0)) == expected);
    CHECK(sum(db.one(wide_rows<too_wide>()).rows.at(0)) == expected + 127 * 129);
    auto const with_owner = db.one(wide_rows<joined>()).rows.at(0);
    CHECK((with_owner.a00 == 3 && with_owner.c5 == 128 && with_owner.owner->id == 1));
}

}  // namespace packed_lists
