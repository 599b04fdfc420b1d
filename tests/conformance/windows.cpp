// SPDX-License-Identifier: BSL-1.0
// conformance · windows: the last rows of an order, and the first of those that agree, of a query and for each parent.
#include "shelves.hpp"

namespace windows {

using namespace shelves;
using koine::distinct_on;
using koine::last;
using koine::limit;
using koine::offset;
using koine::order_by;
using koine::where;

using keys = std::vector<std::int64_t>;

struct coded { std::int64_t id{}; std::string code; };
struct shelf_boxes { std::int64_t id{}; std::vector<coded> boxes; };
struct labelled { std::int64_t id{}; std::optional<std::string> label; shelf_boxes shelf; };
struct themed { std::int64_t id{}; std::vector<theme> themes; };
struct room_shelves { std::int64_t id{}; std::vector<shelf_boxes> shelves; };

/// The first row of each group, in the order; `same` gives what rows agree in.
template <class Same>
std::vector<box> firsts(std::vector<box> const& rows, Same same) {
    std::vector<box> kept;
    for (box const& row : rows)
        if (std::none_of(kept.begin(), kept.end(), [&](box const& one) { return same(one) == same(row); })) kept.push_back(row);
    return kept;
}
std::vector<box> without_last(std::vector<box> rows, std::size_t count) {
    return first_of(rows, rows.size() - std::min(count, rows.size()));
}
std::vector<box> without_first(std::vector<box> rows, std::size_t count) {
    return last_of(rows, rows.size() - std::min(count, rows.size()));
}
auto const grade_of = [](box const& row) { return row.grade; };
auto const label_and_heavy = [](box const& row) { return std::tuple(row.label, row.weight > 0.25); };

std::vector<box> const whole = sorted<by_grade_and_label>(all_boxes());
auto const query = koine::from<box>() + by_grade_and_label::order();

TEST_CASE("last gives the last rows, still in the order; an offset leaves out rows at the end", "[order][order-last]") {
    filled here;
    auto& db = here.db;
    for (int count : {0, 1, 7, 59, 60, 61, 1000}) {
        INFO("last " << count);
        auto const size = static_cast<std::size_t>(count);
        CHECK(ids(db.all(query.last(count))) == ids(last_of(whole, size)));
        for (int skipped : {0, 1, 13, 60, 99})
            CHECK(ids(db.all(query.last(count).offset(skipped))) == ids(last_of(without_last(whole, static_cast<std::size_t>(skipped)), size)));
    }
    CHECK(ids(db.all(query.last<4>().offset<2>())) == ids(last_of(without_last(whole, 2), 4)));
    CHECK(ids(db.all(koine::from<box>().last(3))) == keys{58, 59, 60});
    CHECK(ids(db.all(query.where(col<&box::weight> < 0.3).last(5))) == [] {
        std::vector<box> light = whole;
        std::erase_if(light, [](box const& row) { return row.weight >= 0.3; });
        return ids(last_of(light, 5));
    }());
    CHECK(conformance::kind_of([&] { db.all(query.last(-1)); }) == "misuse");
}

TEST_CASE("last of whole models, shapes, single values and shapes with lists", "[order][order-last]") {
    filled here;
    auto& db = here.db;
    keys const expected = ids(last_of(whole, 6));
    CHECK(ids(db.all(query.select<coded>().last(6))) == expected);
    CHECK(db.all(query.select(col<&box::id>).last(6)) == expected);
    CHECK(db.all(query.select(col<&box::id> + 100).last(1)) == keys{expected[5] + 100});
    auto const with_lists = db.all(query.select<labelled>().include<&labelled::shelf, &shelf_boxes::boxes>(order_by(asc(col<&box::code>)), last(2)).last(6));
    CHECK(ids(with_lists) == expected);
    for (labelled const& one : with_lists) {
        box const row = box_of(one.id);
        CHECK((one.label == row.label && one.shelf.id == row.shelf_id));
        std::vector<box> beside = boxes_on(row.shelf_id);
        std::sort(beside.begin(), beside.end(), [](box const& left, box const& right) { return left.code < right.code; });
        CHECK(ids(one.shelf.boxes) == ids(last_of(beside, 2)));
    }
    // A term of the order that is given to no member, and one that is.
    struct weighed { std::int64_t id{}; std::int64_t themes_named{}; };
    auto const counted = db.all(koine::from<box>().select<weighed>(koine::as<&weighed::themes_named>(koine::count_of<"themes">(col<&theme::id> != 2))).order_by(desc(koine::count_of<"themes">()), asc(col<&box::weight> * 2.0)).last(5));
    std::vector<box> rows = all_boxes();
    auto const themes_of = [](std::int64_t id, std::int64_t but) {
        std::int64_t count = 0;
        for (std::int64_t one = 1; one <= theme_count; ++one) count += one != but && is_placed(one, id) ? 1 : 0;
        return count;
    };
    std::sort(rows.begin(), rows.end(), [&](box const& left, box const& right) {
        return std::tuple(-themes_of(left.id, 0), left.weight, left.id) < std::tuple(-themes_of(right.id, 0), right.weight, right.id);
    });
    CHECK(ids(counted) == ids(last_of(rows, 5)));
    for (weighed const& one : counted) CHECK(one.themes_named == themes_of(one.id, 2));
}

TEST_CASE("last counts, exists and is looked in as it is read", "[order][order-last]") {
    filled here;
    auto& db = here.db;
    CHECK(db.count(query.last(4)) == 4);
    CHECK(db.count(query.last(4).offset(58)) == 2);
    CHECK(db.count(query.select<themed>().last(61)) == 60);
    CHECK(db.exists(query.last(1)));
    CHECK(!db.exists(query.last(0)));
    CHECK(!db.exists(query.last(3).offset(60)));
    auto const among = [&](auto const& inner) { return ids(db.all(koine::from<box>().where(col<&box::id>.in(inner)).order_by(asc(col<&box::id>)))); };
    auto const ascending = [](keys all) {
        std::sort(all.begin(), all.end());
        return all;
    };
    CHECK(among(query.select(col<&box::id>).last(5)) == ascending(ids(last_of(whole, 5))));
    CHECK(among(query.select(col<&box::id>).last(5).offset(7)) == ascending(ids(last_of(without_last(whole, 7), 5))));
    // Of a row's own shelf, the last box: the subquery names a column from around it.
    auto const other = koine::alias<box, "other">;
    keys const last_ones = ids(db.all(koine::from<box>().where(koine::exists(koine::from<shelf>().where(col<&shelf::id> == col<&box::shelf_id> && col<&shelf::id> != 2).order_by(asc(col<&shelf::id>)).last(1))).order_by(asc(col<&box::id>))));
    CHECK(last_ones.size() == 60 - boxes_on(2).size());
    CHECK(db.exists(koine::from<shelf>().where(koine::exists(koine::from(other).where(other.template col<&box::shelf_id> == col<&shelf::id>).last(2)))));
}

TEST_CASE("distinct_on gives the first row in the order of those that agree; NULL agrees with NULL", "[order][order-distinct]") {
    filled here;
    auto& db = here.db;
    std::vector<box> const grades = firsts(whole, grade_of), pairs = firsts(whole, label_and_heavy);
    REQUIRE((grades.size() == 4 && pairs.size() == 10));
    auto const by_grade = query.distinct_on(col<&box::grade>);
    auto const by_pair = query.distinct_on(col<&box::label>, col<&box::weight> > 0.25);
    CHECK(ids(db.all(by_grade)) == ids(grades));
    CHECK(ids(db.all(by_pair)) == ids(pairs));
    for (int count : {0, 1, 4, 10, 11}) {
        auto const size = static_cast<std::size_t>(count);
        INFO(count << " rows");
        CHECK(ids(db.all(by_pair.limit(count))) == ids(first_of(pairs, size)));
        CHECK(ids(db.all(by_pair.last(count))) == ids(last_of(pairs, size)));
        CHECK(ids(db.all(by_pair.limit(count).offset(3))) == ids(first_of(without_first(pairs, 3), size)));
        CHECK(ids(db.all(by_pair.last(count).offset(3))) == ids(last_of(without_last(pairs, 3), size)));
        CHECK(db.count(by_pair.limit(count)) == std::min(count, 10));
        CHECK(db.exists(by_pair.last(count)) == (count > 0));
    }
    CHECK(db.count(by_pair) == 10);
    CHECK(db.count(by_pair.offset(4)) == 6);
    CHECK(db.all(by_grade.select(col<&box::id>)) == ids(grades));
    CHECK(ids(db.all(by_grade.select<labelled>())) == ids(grades));
    // Without an order the primary key is one; a condition chooses before rows are compared.
    CHECK(ids(db.all(koine::from<box>().where(col<&box::id> > 20).distinct_on(col<&box::shelf_id>))) == keys{21, 22, 23, 24});
    keys expected = ids(pairs);
    std::sort(expected.begin(), expected.end());
    CHECK(ids(db.all(koine::from<box>().where(col<&box::id>.in(by_pair.select(col<&box::id>))).order_by(asc(col<&box::id>)))) == expected);
    CHECK(db.all(koine::from<box>().where(col<&box::id>.not_in(by_pair.limit(2).select(col<&box::id>)))).size() == 58);
}

TEST_CASE("after and before count over the rows that distinct_on leaves", "[order][order-distinct][order-after]") {
    filled here;
    auto& db = here.db;
    std::vector<box> const pairs = firsts(whole, label_and_heavy);
    auto const distinct = query.distinct_on(col<&box::label>, col<&box::weight> > 0.25);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        INFO("at " << i);
        keys const behind = ids(without_first(pairs, i + 1)), in_front = ids(first_of(pairs, i));
        CHECK(ids(db.all(distinct + after_row<by_grade_and_label>(pairs[i]))) == behind);
        CHECK(ids(db.all(distinct.after<&box::id>(pairs[i].id))) == behind);
        CHECK(ids(db.all(distinct + before_row<by_grade_and_label>(pairs[i]))) == in_front);
        CHECK(ids(db.all((distinct + after_row<by_grade_and_label>(pairs[i])).limit(2).offset(1))) == ids(first_of(without_first(pairs, i + 2), 2)));
        CHECK(ids(db.all((distinct + before_row<by_grade_and_label>(pairs[i])).last(2))) == ids(last_of(first_of(pairs, i), 2)));
        CHECK(db.count(distinct + after_row<by_grade_and_label>(pairs[i])) == static_cast<std::int64_t>(behind.size()));
    }
    // A row that agrees with one before it is none of them, but has a place in their order.
    box const hidden = *std::find_if(whole.begin(), whole.end(), [&](box const& row) { return std::none_of(pairs.begin(), pairs.end(), [&](box const& one) { return one.id == row.id; }); });
    std::vector<box> expected = pairs;
    std::erase_if(expected, [&](box const& one) { return !(by_grade_and_label::terms(hidden) < by_grade_and_label::terms(one)); });
    CHECK(ids(db.all(distinct + after_row<by_grade_and_label>(hidden))) == ids(expected));
    CHECK(ids(db.all(distinct.after<&box::id>(hidden.id))) == ids(expected));
}

TEST_CASE("between two cursors", "[order][order-after]") {
    filled here;
    CHECK(ids(here.db.all(query + after_row<by_grade_and_label>(whole[10]) + before_row<by_grade_and_label>(whole[31]))) == ids(first_of(without_first(whole, 11), 20)));
    CHECK(ids(here.db.all((query + after_row<by_grade_and_label>(whole[10]) + before_row<by_grade_and_label>(whole[31])).last(3))) == ids(last_of(first_of(whole, 31), 3)));
    CHECK(here.db.all(query + after_row<by_grade_and_label>(whole[31]) + before_row<by_grade_and_label>(whole[31])).empty());
    CHECK(here.db.all(query.after<&box::id>(1000)).empty());
    CHECK(ids(here.db.all(query.after<&box::code>(whole[40].code))) == ids(without_first(whole, 41)));
    // A value that cannot be NULL for a term that may be.
    REQUIRE((whole[30].grade && whole[30].label));
    CHECK(ids(here.db.all(query.after(*whole[30].grade, *whole[30].label, whole[30].id))) == ids(without_first(whole, 31)));
}

// ---- for each parent

/// Reads each shelf's boxes by windows, in a list of its own and in a list in a list, and compares them with what is chosen of them.
template <class Choose, class... Windows>
void check_each(filled& here, Choose expected, Windows const&... given) {
    auto const check = [&](std::vector<shelf_boxes> const& found, std::size_t count) {
        CHECK(found.size() == count);
        for (shelf_boxes const& one : found) {
            INFO("shelf " << one.id);
            CHECK(ids(one.boxes) == ids(expected(sorted<by_grade_and_label>(boxes_on(one.id)))));
        }
    };
    check(here.db.all(koine::from<shelf>().select<shelf_boxes>().template include<&shelf_boxes::boxes>(by_grade_and_label::order(), given...)), shelf_count);
    std::vector<shelf_boxes> all;
    for (room_shelves const& one : here.db.all(koine::from<room>().select<room_shelves>().template include<&room_shelves::shelves>(order_by(desc(col<&shelf::id>)), last(1)).template include<&room_shelves::shelves, &shelf_boxes::boxes>(by_grade_and_label::order(), given...).limit(2)))
        all.insert(all.end(), one.shelves.begin(), one.shelves.end());
    check(all, 2);
}

TEST_CASE("last for each parent", "[include][order-last]") {
    filled here;
    for (int count : {0, 1, 4, 100}) {
        INFO("last " << count);
        auto const size = static_cast<std::size_t>(count);
        check_each(here, [&](auto rows) { return last_of(rows, size); }, last(count));
        check_each(here, [&](auto rows) { return last_of(without_last(rows, 3), size); }, last(count), offset(3));
    }
    check_each(here, [](auto rows) { return last_of(without_last(rows, 2), 3); }, last<3>(), offset<2>());
    check_each(here, [](auto rows) {
        std::erase_if(rows, [](box const& row) { return row.weight >= 0.3; });
        return last_of(rows, 2);
    }, where(col<&box::weight> < 0.3), last(2));
}

TEST_CASE("distinct_on for each parent", "[include][order-distinct]") {
    filled here;
    auto const grades = [](auto rows) { return firsts(rows, grade_of); };
    auto const pairs = [](auto rows) { return firsts(rows, label_and_heavy); };
    auto const heavy = col<&box::weight> > 0.25;
    check_each(here, grades, distinct_on(col<&box::grade>));
    check_each(here, pairs, distinct_on(col<&box::label>, heavy));
    check_each(here, [&](auto rows) { return first_of(without_first(pairs(rows), 1), 3); }, distinct_on(col<&box::label>, heavy), limit(3), offset(1));
    check_each(here, [&](auto rows) { return last_of(without_last(pairs(rows), 1), 3); }, distinct_on(col<&box::label>, heavy), last(3), offset(1));
    box const at = box_of(30);
    auto const behind = [&](auto rows) {
        std::erase_if(rows, [&](box const& one) { return !(by_grade_and_label::terms(at) < by_grade_and_label::terms(one)); });
        return rows;
    };
    check_each(here, [&](auto rows) { return first_of(behind(pairs(rows)), 2); }, distinct_on(col<&box::label>, heavy), after_row<by_grade_and_label>(at), limit(2));
    check_each(here, [&](auto rows) { return last_of(behind(pairs(rows)), 2); }, distinct_on(col<&box::label>, heavy), koine::after<&box::id>(at.id), last(2));
}

TEST_CASE("limit in last in limit", "[include][order-last]") {
    filled here;
    struct shelf_themes { std::int64_t id{}; std::vector<themed> boxes; };
    struct room_page { std::int64_t id{}; std::vector<shelf_themes> shelves; };
    auto const found = here.db.all(koine::from<room>()
                                       .select<room_page>()
                                       .include<&room_page::shelves>(order_by(asc(col<&shelf::id>)), limit(1))
                                       .include<&room_page::shelves, &shelf_themes::boxes>(by_grade_and_label::order(), last(3))
                                       .include<&room_page::shelves, &shelf_themes::boxes, &themed::themes>(order_by(desc(col<&theme::id>)), limit(1))
                                       .order_by(asc(col<&room::id>))
                                       .last(5));
    REQUIRE(ids(found) == keys{1, 2});
    for (room_page const& one : found) {
        REQUIRE(ids(one.shelves) == keys{one.id == 1 ? 4 : 1});
        auto const& boxes = one.shelves[0].boxes;
        CHECK(ids(boxes) == ids(last_of(sorted<by_grade_and_label>(boxes_on(one.shelves[0].id)), 3)));
        for (themed const& row : boxes) CHECK(ids(row.themes) == keys{is_placed(3, row.id) ? 3 : 2});
    }
}

}  // namespace windows
