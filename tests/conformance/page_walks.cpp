// SPDX-License-Identifier: BSL-1.0
// conformance · page_walks: rows read page by page, by cursors or by offsets, forward or backward, are the rows of one read.
#include "shelves.hpp"

namespace page_walks {

using namespace shelves;
using koine::after;
using koine::before;
using koine::last;
using koine::limit;
using koine::offset;

using keys = std::vector<std::int64_t>;

/// Reads pages until one is empty; `next` makes a page from the last row of the one before.
template <class First, class Next>
keys forward(First first, Next next) {
    keys all;
    for (std::vector<box> page = first(); !page.empty(); page = next(page.back()))
        for (box const& one : page) all.push_back(one.id);
    return all;
}
template <class First, class Next>
keys backward(First first, Next next) {
    keys all;
    for (std::vector<box> page = first(); !page.empty(); page = next(page.front())) {
        keys const read = ids(page);
        all.insert(all.begin(), read.begin(), read.end());
    }
    return all;
}

template <class Order>
void check_root() {
    filled here;
    auto& db = here.db;
    auto const query = koine::from<box>() + Order::order();
    keys const whole = ids(sorted<Order>(all_boxes()));
    CHECK(ids(db.all(query.limit(1000))) == whole);
    for (int size : {1, 2, 3, 7, 60}) {
        INFO("pages of " << size);
        CHECK(forward([&] { return db.all(query.limit(size)); }, [&](box const& row) { return db.all((query + after_row<Order>(row)).limit(size)); }) == whole);
        CHECK(forward([&] { return db.all(query.limit(size)); }, [&](box const& row) { return db.all(query.template after<&box::id>(row.id).limit(size)); }) == whole);
        int start = 0;
        CHECK(forward([&] { return db.all(query.limit(size).offset(start)); }, [&](box const&) { return db.all(query.limit(size).offset(start += size)); }) == whole);
        CHECK(backward([&] { return db.all(query.last(size)); }, [&](box const& row) { return db.all((query + before_row<Order>(row)).last(size)); }) == whole);
        CHECK(backward([&] { return db.all(query.last(size)); }, [&](box const& row) { return db.all(query.template before<&box::id>(row.id).last(size)); }) == whole);
        start = 0;
        CHECK(backward([&] { return db.all(query.last(size).offset(start)); }, [&](box const&) { return db.all(query.last(size).offset(start += size)); }) == whole);
    }
}

TEST_CASE("pages of a query by its primary key, descending", "[order][order-pages]") { check_root<by_key>(); }
TEST_CASE("pages of a query by a column with NULLs and ties", "[order][order-pages]") { check_root<by_grade>(); }
TEST_CASE("pages of a query by two columns with NULLs, in mixed directions", "[order][order-pages]") { check_root<by_grade_and_label>(); }
TEST_CASE("pages of a query by a double and a text", "[order][order-pages]") { check_root<by_weight_and_label>(); }
TEST_CASE("pages of a query by a unique key", "[order][order-pages]") { check_root<by_code>(); }
TEST_CASE("pages of a query by an expression", "[order][order-pages]") { check_root<by_expression>(); }
TEST_CASE("pages of a query by a column that to-one relations lead to", "[order][order-pages]") { check_root<by_room>(); }

// ---- inside includes: each parent has pages of its own

struct shelf_boxes { std::int64_t id{}; std::vector<box> boxes; };
struct room_shelves { std::int64_t id{}; std::vector<shelf_boxes> shelves; };
struct box_beside { std::int64_t id{}; shelf_boxes shelf; };

template <class Order>
std::vector<box> behind(std::vector<box> rows, box const& row) {
    std::erase_if(rows, [&](box const& one) { return !(Order::terms(row) < Order::terms(one)); });
    return sorted<Order>(rows);
}
template <class Order>
std::vector<box> in_front_of(std::vector<box> rows, box const& row) {
    std::erase_if(rows, [&](box const& one) { return !(Order::terms(one) < Order::terms(row)); });
    return sorted<Order>(rows);
}

/// Whether each shelf has the boxes that `expected` chooses from its own.
template <class Choose>
void check_shelves(std::vector<shelf_boxes> const& found, Choose expected) {
    for (shelf_boxes const& one : found) {
        INFO("shelf " << one.id);
        CHECK(ids(one.boxes) == ids(expected(boxes_on(one.id))));
    }
}

/// Asks `read` for the boxes of each shelf with each kind of window.
template <class Order, class Read>
void check_windows(Read read, std::initializer_list<std::size_t> sizes) {
    auto const order = Order::order();
    for (std::size_t const size : sizes) {
        INFO("pages of " << size);
        auto const count = static_cast<std::int64_t>(size);
        for (std::int64_t start = 0; start < 20; start += count) {
            INFO("from " << start);
            auto const skipped = static_cast<std::size_t>(start);
            check_shelves(read(order, limit(count), offset(start)), [&](auto rows) {
                rows = sorted<Order>(rows);
                return first_of(last_of(rows, rows.size() - std::min(skipped, rows.size())), size);
            });
            check_shelves(read(order, last(count), offset(start)), [&](auto rows) {
                rows = sorted<Order>(rows);
                return last_of(first_of(rows, rows.size() - std::min(skipped, rows.size())), size);
            });
        }
        for (std::int64_t id = 1; id <= box_count; id += 3) {
            INFO("at " << id);
            box const row = box_of(id);
            auto const following = [&](auto rows) { return first_of(behind<Order>(rows, row), size); };
            auto const preceding = [&](auto rows) { return last_of(in_front_of<Order>(rows, row), size); };
            check_shelves(read(order, after_row<Order>(row), limit(count)), following);
            check_shelves(read(order, after<&box::id>(id), limit(count)), following);
            check_shelves(read(order, before_row<Order>(row), last(count)), preceding);
            check_shelves(read(order, before<&box::id>(id), last(count)), preceding);
        }
    }
}

template <class Order>
void check_lists() {
    filled here;
    check_windows<Order>([&](auto const&... windows) {
        auto const found = here.db.all(koine::from<shelf>().select<shelf_boxes>().include<&shelf_boxes::boxes>(windows...));
        CHECK(found.size() == shelf_count);
        return found;
    }, {1, 3, 60});
}

TEST_CASE("pages of a list by a column with NULLs and ties", "[include][order-pages]") { check_lists<by_grade>(); }
TEST_CASE("pages of a list by two columns with NULLs, in mixed directions", "[include][order-pages]") { check_lists<by_grade_and_label>(); }
TEST_CASE("pages of a list by a double and a text", "[include][order-pages]") { check_lists<by_weight_and_label>(); }
TEST_CASE("pages of a list by a column that to-one relations lead to", "[include][order-pages]") { check_lists<by_room>(); }

TEST_CASE("pages of a list in a list", "[include][order-pages]") {
    filled here;
    check_windows<by_grade_and_label>([&](auto const&... windows) {
        std::vector<shelf_boxes> all;
        auto const query = koine::from<room>()
                               .select<room_shelves>()
                               .include<&room_shelves::shelves>(koine::order_by(desc(col<&shelf::id>)), limit(2))
                               .include(koine::path<&room_shelves::shelves, &shelf_boxes::boxes>, windows...)
                               .order_by(asc(col<&room::id>));
        for (room_shelves const& one : here.db.all(query)) all.insert(all.end(), one.shelves.begin(), one.shelves.end());
        CHECK(ids(all) == keys{4, 5, 3});
        return all;
    }, {2});
}

TEST_CASE("pages of a list of a to-one member", "[include][order-pages]") {
    filled here;
    check_windows<by_expression>([&](auto const&... windows) {
        std::vector<shelf_boxes> all;
        auto const query = koine::from<box>().select<box_beside>().include<&box_beside::shelf, &shelf_boxes::boxes>(windows...);
        for (box_beside const& one : here.db.all(query.order_by(asc(col<&box::id>)).limit(4).offset(3))) all.push_back(one.shelf);
        CHECK(ids(all) == keys{1, 2, 3, 4});
        return all;
    }, {2});
}

// ---- through a junction, in the order of one of its columns

struct placed { std::int64_t id{}; std::optional<std::int32_t> place{}; };
struct theme_boxes { std::int64_t id{}; std::vector<placed> boxes; };

TEST_CASE("pages of a list through a junction, by its column", "[include][order-pages]") {
    filled here;
    auto const of_theme = [&](std::int64_t id, auto const&... windows) {
        std::vector<placed> const found = here.db.one(koine::from<theme>()
                                                          .select<theme_boxes>()
                                                          .include<&theme_boxes::boxes>(koine::as<&placed::place>(col<&placing::place>), by_place::order(), windows...)
                                                          .where(col<&theme::id> == id)).boxes;
        for (placed const& one : found) CHECK(one.place == place_of(id, one.id));
        std::vector<box> rows;
        for (placed const& one : found) rows.push_back(box_of(one.id));
        return rows;
    };
    for (std::int64_t id = 1; id <= theme_count; ++id) {
        INFO("theme " << id);
        keys const whole = ids(sorted<by_place>(boxes_of(id), id));
        CHECK(whole.size() == 40);
        CHECK(ids(of_theme(id, limit(100))) == whole);
        for (int size : {1, 3, 7, 60}) {
            INFO("pages of " << size);
            CHECK(forward([&] { return of_theme(id, limit(size)); }, [&](box const& row) { return of_theme(id, after_row<by_place>(row, id), limit(size)); }) == whole);
            CHECK(forward([&] { return of_theme(id, limit(size)); }, [&](box const& row) { return of_theme(id, after<&box::id>(row.id), limit(size)); }) == whole);
            CHECK(backward([&] { return of_theme(id, last(size)); }, [&](box const& row) { return of_theme(id, before_row<by_place>(row, id), last(size)); }) == whole);
            CHECK(backward([&] { return of_theme(id, last(size)); }, [&](box const& row) { return of_theme(id, before<&box::id>(row.id), last(size)); }) == whole);
            int start = 0;
            CHECK(forward([&] { return of_theme(id, limit(size), offset(start)); }, [&](box const&) { return of_theme(id, limit(size), offset(start += size)); }) == whole);
            start = 0;
            CHECK(backward([&] { return of_theme(id, last(size), offset(start)); }, [&](box const&) { return of_theme(id, last(size), offset(start += size)); }) == whole);
        }
        // The row that a key names is looked for among the theme's own.
        for (std::int64_t other : {1, 2, 3})
            if (!is_placed(id, other)) CHECK(of_theme(id, after<&box::id>(other)).empty());
    }
}

}  // namespace page_walks
