// SPDX-License-Identifier: BSL-1.0
// conformance · relation_plans: which indexes relation filters, counts, junctions and cursors use, and how rows are joined.
#include "shelves.hpp"

namespace relation_plans {

using namespace shelves;
using koine::count_of;
using koine::none;
using koine::order_by;
using koine::some;

/// A database whose rows are many enough for an index to be of use, and whose planner knows it.
struct planned : server::fresh {
    planned() {
        db.create_tables<room, shelf, box, theme, placing>();
        db.insert(std::vector<room>{{.id = 1}});
        std::vector<shelf> shelves;
        std::vector<box> boxes;
        std::vector<theme> themes;
        std::vector<placing> placings;
        for (std::int64_t id = 1; id <= 1000; ++id) shelves.push_back({.id = id, .room_id = 1});
        for (std::int64_t id = 1; id <= 500; ++id) themes.push_back({.id = id, .name = "theme"});
        for (std::int64_t id = 1; id <= 20'000; ++id) {
            boxes.push_back({.id = id, .shelf_id = id % 1000 + 1, .grade = static_cast<std::int32_t>(id % 7), .weight = 0.5, .code = "k" + std::to_string(id)});
            placings.push_back({.theme_id = id % 500 + 1, .box_id = id});
        }
        db.insert(shelves);
        db.insert(boxes);
        db.insert(themes);
        db.insert(placings);
        for (char const* table : {"rooms", "shelves", "boxes", "themes", "placings"})
            server::value_of(db, std::string(server::is_mysql || server::is_mariadb ? "ANALYZE TABLE " : "ANALYZE ") + table);
    }
    template <class Query>
    void check(Query const& query, std::initializer_list<char const*> expected) {
        std::string const plan = db.explain(query);
        INFO(plan);
        for (char const* each : expected) CHECK(plan.find(each) != std::string::npos);
    }
};

struct shelf_boxes { std::int64_t id{}; std::vector<box> boxes; };
struct theme_boxes { std::int64_t id{}; std::vector<box> boxes; };
struct shelf_count { std::int64_t id{}; std::int64_t boxes_on{}; };
struct box_code { std::string code; shelves::shelf shelf; };

/// The index of a primary key, as its server names it.
std::string const primary_key_of(char const* table) {
    return server::is_postgres ? std::string(table) + "_pkey" : server::is_sqlite ? std::string("PRIMARY KEY") : std::string("PRIMARY");
}

TEST_CASE("filters and counts of relations use the index of the foreign key", "[include][plans]") {
    planned here;
    auto const few = col<&shelf::id> < 4;
    // A planner may as well turn some and none round to a join, by the index of either side.
    here.check(koine::from<shelf>().where(few && count_of<"boxes">() > 3), {"boxes_shelf_id_idx"});
    here.check(koine::from<shelf>().where(few && some<"boxes">(col<&box::grade> == 3)), {"boxes_shelf_id_idx"});
    here.check(koine::from<shelf>().where(few && none<"boxes">(col<&box::grade> == 3)), {"boxes_shelf_id_idx"});
    here.check(koine::from<shelf>().select<shelf_count>(koine::as<&shelf_count::boxes_on>(count_of<"boxes">())).where(few), {"boxes_shelf_id_idx"});
    here.check(koine::from<shelf>().order_by(asc(count_of<"boxes">())).where(few), {"boxes_shelf_id_idx"});
}

TEST_CASE("a list under any window uses the index of the foreign key", "[include][plans]") {
    planned here;
    auto const few = col<&shelf::id> < 4;
    auto const check = [&](auto const&... windows) {
        here.check(koine::from<shelf>().select<shelf_boxes>().include(koine::path<&shelf_boxes::boxes>, windows...).where(few), {"boxes_shelf_id_idx"});
    };
    auto const by_grade = order_by(desc(col<&box::grade>));
    check();
    check(by_grade, koine::limit(2));
    check(by_grade, koine::after(3, 100), koine::limit(2));
    check(by_grade, koine::after<&box::id>(100), koine::limit(2));
    check(by_grade, koine::last(2));
    check(by_grade, koine::distinct_on(col<&box::grade>));
    // MariaDB numbers all rows twice before it looks for the parents' own.
    if (!server::is_mariadb) check(by_grade, koine::distinct_on(col<&box::grade>), koine::last(1));
}

TEST_CASE("a list through a junction uses the junction's key and the primary key behind it", "[include][plans]") {
    planned here;
    // Twenty thousand boxes may be hashed as well, where a planner expects some hundreds of them.
    server::prefer_indexes(here.db);
    std::string const near = server::is_sqlite ? "sqlite_autoindex_placings_1" : primary_key_of("placings"), far = primary_key_of("boxes");
    auto const check = [&](auto const&... windows) {
        here.check(koine::from<theme>().select<theme_boxes>().template include<&theme_boxes::boxes>(windows...).where(col<&theme::id> < 4), {near.c_str(), far.c_str()});
    };
    check();
    check(order_by(desc(col<&placing::place>)), koine::limit(2));
    check(order_by(desc(col<&placing::place>)), koine::last(2));
    // From the other side, by the index of the other foreign key.
    struct box_themes { std::int64_t id{}; std::vector<theme> themes; };
    here.check(koine::from<box>().select<box_themes>().where(col<&box::id> < 4), {"placings_box_id_idx"});
}

TEST_CASE("a cursor on a unique key begins where it stands in the index", "[order][order-after][plans]") {
    planned here;
    std::string const key = primary_key_of("boxes");
    here.check(koine::from<box>().after(19'990).limit(5), {key.c_str()});
    here.check(koine::from<box>().order_by(asc(col<&box::code>)).after("k5").limit(5), {server::is_sqlite ? "sqlite_autoindex_boxes_1" : "boxes_code_key"});
}

TEST_CASE("pitfall 80: many rows are joined to their one by a hash", "[include][plans]") {
    planned here;
    std::string const plan = here.db.explain(koine::from<box>().select<box_code>());
    INFO(plan);
    bool const at_once = plan.find("Hash") != std::string::npos || plan.find("Merge") != std::string::npos || plan.find("hash") != std::string::npos;
    // The others look each one up by its key.
    CHECK((at_once || (!server::is_postgres && plan.find(primary_key_of("shelves")) != std::string::npos)));
}

}  // namespace relation_plans
