// SPDX-License-Identifier: BSL-1.0
// conformance · own_table: an update or erase whose subqueries read the table that it changes sees it as it was.
#include "law.hpp"
#include "server.hpp"

#include <koine/relation/aggregate.hpp>
#include <koine/relation/filter.hpp>

namespace own_table {

using koine::asc;
using koine::col;
using koine::count_of;
using koine::erase;
using koine::none;
using koine::some;
using koine::sum_of;
using koine::update;
using koine::update_all;

constexpr std::int64_t last = 18;

struct person {
    std::int64_t id{};
    std::optional<std::int64_t> boss_id{};
    std::int64_t mark{};
    std::optional<std::string> name{};
};
constexpr auto describe(koine::model<person>) {
    return koine::table("people").primary_key<&person::id>().belongs_to<"boss", person, &person::boss_id>().has_many<"reports", person, "boss">();
}
/// The same table under another model.
struct worker {
    std::int64_t id{};
    std::int64_t mark{};
};
constexpr auto describe(koine::model<worker>) {
    return koine::table("people").primary_key<&worker::id>();
}
/// Nothing but a condition leads from one to the next: no foreign key, no index.
struct link {
    std::int64_t id{};
    std::int64_t next{};
    std::int64_t mark{};
};
constexpr auto describe(koine::model<link>) {
    return koine::table("links").primary_key<&link::id>();
}
struct keyless {
    std::int64_t id{};
    std::int64_t next{};
    std::int64_t mark{};
};
constexpr auto describe(koine::model<keyless>) {
    return koine::table("keyless");
}
struct seat {
    std::string row{};
    std::int64_t number{};
    std::optional<std::int64_t> behind{};
    std::int64_t mark{};
};
constexpr auto describe(koine::model<seat>) {
    return koine::table("seats")
        .primary_key<&seat::row, &seat::number>()
        .belongs_to<"before", seat, &seat::row, &seat::behind>()
        .has_many<"after", seat, "before">();
}

using numbers = std::vector<std::int64_t>;
numbers from_to(std::int64_t first, std::int64_t end) {
    numbers all;
    for (; first <= end; ++first) all.push_back(first);
    return all;
}

/// Each person reports to the next, each link names the next; the last has none. Every mark is 0.
struct chain : server::fresh {
    chain() {
        db.create_tables<person, link, keyless, seat>();
        for (std::int64_t i = last; i > 0; --i) {
            std::optional<std::int64_t> const next = i < last ? std::optional(i + 1) : std::nullopt;
            db.insert(person{i, next, 0, "p" + std::to_string(i)});
            db.insert(link{i, i + 1, 0});
            db.insert(std::vector{keyless{i, i + 1, 0}});
            db.insert(seat{i % 2 == 0 ? "even" : "odd", i, i + 2 <= last ? std::optional(i + 2) : std::nullopt, 0});
        }
    }
    template <class Model>
    numbers marks() {
        return db.all(koine::from<Model>().select(col<&Model::mark>).order_by(asc(col<&Model::id>)));
    }
    /// The rows that an update of those under a condition has marked; as many as it says.
    template <class Model, class Condition>
    numbers marked(Condition const& condition) {
        db.execute(update_all<Model>().set(col<&Model::mark> = 0));
        std::int64_t const count = db.execute(update<Model>().set(col<&Model::mark> = 1).where(condition));
        numbers const rows = db.all(koine::from<Model>().select(col<&Model::id>).where(col<&Model::mark> == 1).order_by(asc(col<&Model::id>)));
        CHECK(count == static_cast<std::int64_t>(rows.size()));
        return rows;
    }
    /// What an erasure of the rows under a condition leaves.
    template <class Model, class Condition>
    numbers left(Condition const& condition) {
        numbers rows;
        struct undo {};
        db.execute(update_all<Model>().set(col<&Model::mark> = 0));
        CHECK_THROWS_AS(db.transaction([&](auto& inner) {
            std::int64_t const count = inner.execute(erase<Model>().where(condition));
            rows = inner.all(koine::from<Model>().select(col<&Model::id>).order_by(asc(col<&Model::id>)));
            CHECK(count + static_cast<std::int64_t>(rows.size()) == last);
            throw undo{};
        }), undo);
        return rows;
    }
};

template <class Model>
constexpr auto other = koine::alias<Model, "other">;

/// Rows that another one names as its next, and is unmarked itself.
template <class Model>
auto named_by_unmarked() {
    return koine::exists(koine::from(other<Model>).where(other<Model>.template col<&Model::next> == col<&Model::id> && other<Model>.template col<&Model::mark> == 0));
}
template <class Model>
auto unmarked() {
    return koine::from(other<Model>).where(other<Model>.template col<&Model::mark> == 0);
}

TEST_CASE("the condition of an update is of the rows as they were, by relations", "[writes][writes-old-row]") {
    chain to;
    auto const id = col<&person::id>;
    auto const mark = col<&person::mark>;
    CHECK(to.marked<person>(some<"reports">(mark == 0)) == from_to(2, last));
    CHECK(to.marked<person>(id <= 12 || some<"reports">(mark == 0)) == from_to(1, last));
    CHECK(to.marked<person>(none<"reports">(mark == 0)) == numbers{1});
    CHECK(to.marked<person>(none<"reports">(mark == 1) && id > 5) == from_to(6, last));
    CHECK(to.marked<person>(koine::is<"boss">(mark == 0)) == from_to(1, last - 1));
    CHECK(to.marked<person>(id >= 6 || koine::is<"boss">(mark == 0)) == from_to(1, last));
    CHECK(to.marked<person>(id == 2 || some<"reports">(some<"reports">(mark == 0) && mark == 0)) == from_to(2, last));
    CHECK(to.marked<person>(id <= 12 || count_of<"reports">(mark == 0) == 1) == from_to(1, last));
    CHECK(to.marked<person>(id <= 12 || koine::exists(koine::from<worker>().where(col<&worker::id> == id - 1 && col<&worker::mark> == 0))) == from_to(1, last));
}

TEST_CASE("the condition of an update is of the rows as they were, without an index", "[writes][writes-old-row]") {
    chain to;
    auto const id = col<&link::id>;
    auto const rows = unmarked<link>();
    auto const other_id = other<link>.col<&link::id>;
    CHECK(to.marked<link>(named_by_unmarked<link>()) == from_to(2, last));
    CHECK(to.marked<link>(id <= 12 || named_by_unmarked<link>()) == from_to(1, last));
    CHECK(to.marked<link>(col<&link::mark> == 0 && (id == 1 || named_by_unmarked<link>())) == from_to(1, last));
    CHECK(to.marked<link>(id <= 12 || id.in(rows.select(other<link>.col<&link::next>))) == from_to(1, last));
    CHECK(to.marked<link>(id > 6 || id.not_in(koine::from(other<link>).where(other<link>.col<&link::mark> == 1).select(other_id))) == from_to(1, last));
    CHECK(to.marked<link>(id <= 12 || koine::scalar(rows.select(koine::count())) == last) == from_to(1, last));
    CHECK(to.marked<link>(koine::coalesce(koine::scalar(rows.where(other_id == 7 && id < 7).select(other_id)), id) >= 7 || koine::exists(rows.where(other_id == last))) ==
          from_to(1, last));
}

TEST_CASE("the condition of an erasure is of the rows as they were", "[writes][writes-old-row]") {
    chain to;
    auto const id = col<&link::id>;
    auto const rows = unmarked<link>();
    auto const other_id = other<link>.col<&link::id>;
    CHECK(to.left<link>(named_by_unmarked<link>()) == numbers{1});
    CHECK(to.left<link>(id == 1 || named_by_unmarked<link>()).empty());
    CHECK(to.left<link>(id <= 12 || id.in(rows.select(other<link>.col<&link::next>))).empty());
    CHECK(to.left<link>(id <= 12 || koine::scalar(rows.select(koine::count())) == last).empty());
    CHECK(to.left<link>(id > 1 || koine::exists(rows.where(other_id == last))).empty());
    CHECK(to.left<link>(id > 6 || id.not_in(rows.where(other_id > 6).select(other_id))).empty());
    CHECK(to.left<person>(col<&person::id> == 1 && none<"reports">()) == from_to(2, last));
}

TEST_CASE("what a column is set to is of the rows as they were", "[writes][writes-old-row]") {
    chain to;
    auto const id = col<&person::id>;
    auto const mark = col<&person::mark>;
    auto const set = [&](auto const&... assignments) { return to.db.execute(update_all<person>().set(assignments...)); };
    numbers twice;
    for (std::int64_t i = 1; i <= last; ++i) twice.push_back(2 * i);
    set(mark = id);
    CHECK(set(mark = mark + 1 + koine::coalesce(sum_of<"reports">(mark), 0)) == last);
    CHECK(to.marks<person>() == twice);
    CHECK(set(mark = mark + count_of<"reports">(mark > 100)) == last);
    CHECK(to.marks<person>() == twice);

    // Values, another column's computation, and a text beyond what a key could hold.
    std::string const big(100000, 'x');
    CHECK(set(mark = 7, col<&person::name> = koine::coalesce(koine::value_of<"boss">(col<&person::name>), big)) == last);
    for (std::int64_t i = 1; i < last; ++i) CHECK(to.db.find<person>(i)->name == "p" + std::to_string(i + 1));
    CHECK((to.db.find<person>(last)->name == big && to.db.find<person>(last)->mark == 7));
    CHECK(to.db.execute(update<person>().set(mark = 10 + mark - count_of<"reports">(mark == 7), col<&person::name> = "set").where(id <= 12 || some<"reports">(mark == 7))) == last);
    CHECK((to.db.find<person>(1)->mark == 17 && to.db.find<person>(2)->mark == 16 && to.db.find<person>(last)->mark == 16 && to.db.find<person>(9)->name == "set"));
}

TEST_CASE("a key that is set moves no row out of its update", "[writes][writes-old-row]") {
    chain to;
    auto const id = col<&link::id>;
    CHECK(to.db.execute(update<link>().set(id = id + 100 + koine::coalesce(koine::scalar(koine::from(other<link>).select(koine::count())), 0), col<&link::mark> = id).where(id > 17 || named_by_unmarked<link>())) == last - 1);
    CHECK(to.db.find<link>(1));
    for (std::int64_t i = 2; i <= last; ++i) CHECK(to.db.find<link>(100 + last + i)->mark == i);
}

TEST_CASE("a key of two columns finds the rows that were gathered", "[writes][writes-old-row]") {
    chain to;
    auto const mark = col<&seat::mark>;
    auto const number = col<&seat::number>;
    CHECK(to.db.execute(update<seat>().set(mark = 1 + count_of<"after">(mark == 0)).where(number <= 12 || some<"after">(mark == 0))) == last);
    numbers const all = to.db.all(koine::from<seat>().select(mark).order_by(asc(number)));
    CHECK((all[0] == 1 && all[1] == 1));
    CHECK(numbers(all.begin() + 2, all.end()) == numbers(last - 2, 2));
    CHECK(to.db.execute(erase<seat>().where(number <= 2 && none<"after">() && col<&seat::row> == "odd")) == 1);
    CHECK((to.db.count(koine::from<seat>()) == last - 1 && !to.db.find<seat>("odd", 1)));
}

TEST_CASE("a table without a key shows its rows as they were", "[writes][writes-old-row]") {
    chain to;
    auto const id = col<&keyless::id>;
    CHECK(to.marked<keyless>(named_by_unmarked<keyless>()) == from_to(2, last));
    CHECK(to.left<keyless>(named_by_unmarked<keyless>()) == numbers{1});
    // MySQL copies the table when the first row asks for it, and has nothing to find a row by.
    if constexpr (!server::is_mysql) {
        CHECK(to.marked<keyless>(id <= 12 || named_by_unmarked<keyless>()) == from_to(1, last));
        CHECK(to.left<keyless>(id <= 12 || koine::scalar(unmarked<keyless>().select(koine::count())) == last).empty());
    }
}

TEST_CASE("parts that may be absent keep the rows as they were", "[writes][writes-old-row][null-when]") {
    chain to;
    auto const id = col<&person::id>;
    auto const mark = col<&person::mark>;
    for (bool const counts : {false, true})
        for (bool const narrows : {false, true}) {
            INFO(counts << narrows);
            to.db.execute(update_all<person>().set(mark = 0, col<&person::name> = "old"));
            std::int64_t const changed = to.db.execute(update<person>()
                                                           .set(koine::when(counts, mark = mark + 1 + koine::coalesce(sum_of<"reports">(mark), 0)), col<&person::name> = "new")
                                                           .where((id <= 12 || some<"reports">(mark == 0)) && koine::when(narrows, id > 3)));
            CHECK(changed == (narrows ? last - 3 : last));
            CHECK(to.db.count(koine::from<person>().where(mark == 1)) == (counts ? changed : 0));
            CHECK(to.db.count(koine::from<person>().where(col<&person::name> == "new")) == changed);
        }
}

TEST_CASE("rows that are found count, and come back as they are afterwards", "[writes][writes-old-row][writes-affected][writes-returned]") {
    chain to;
    auto const id = col<&link::id>;
    auto const mark = col<&link::mark>;
    auto const same = update<link>().set(mark = mark + 0).where(id <= 12 || named_by_unmarked<link>());
    CHECK(to.db.execute(same) == last);
    auto const returned = [id, mark](auto& db) {
        if constexpr (server::dialect::can(koine::feature::update_returning)) {
            auto const rows = db.all(update<link>().set(mark = mark + id).where(id <= 12 || named_by_unmarked<link>()).returning());
            REQUIRE(rows.size() == last);
            for (link const& row : rows) CHECK((row.mark == row.id && row.next == row.id + 1));
        }
        db.execute(update_all<link>().set(mark = 0));
        if constexpr (server::dialect::can(koine::feature::erase_returning)) {
            auto const erased = db.all(erase<link>().where(id <= 12 || koine::scalar(unmarked<link>().select(koine::count())) == last).returning(id));
            CHECK(erased.size() == last);
            CHECK(db.count(koine::from<link>()) == 0);
        }
    };
    returned(to.db);
}

}  // namespace own_table
