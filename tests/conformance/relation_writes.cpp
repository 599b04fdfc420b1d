// SPDX-License-Identifier: BSL-1.0
// conformance · relation_writes: updates and erasures by relation filters: of what is left of them, and of their own table.
#include "club_oracle.hpp"

namespace relation_writes {

using namespace club;

TEST_CASE("a write whose filter keeps every row by absent parts or empty lists is refused before it is sent", "[relations][null-all-rows]") {
    members club;
    std::vector<std::int32_t> const nothing;
    auto const absent = koine::when(false, score > 3);
    std::int64_t sent = 0;
    auto const erased = [&](auto const& filter) {
        std::int64_t count = -1;
        undone(club.db, [&](auto& inner) {
            if (conformance::kind_of([&] { count = inner.execute(koine::erase<person>().where(filter)); }) == "misuse") count = -2;
        });
        return count;
    };
    auto const refused = [&](auto const& filter) {
        std::string const update = conformance::kind_of([&] { sent += club.db.execute(koine::update<person>().set(col<&person::mark> = 1).where(filter)); });
        return update == "misuse" && erased(filter) == -2;
    };
    CHECK(refused(every<"written">(absent)));
    CHECK(refused(every<"written">(absent && koine::when(false, title == "Bob"))));
    CHECK(refused(every<"written">(score.not_in(nothing))));
    CHECK(refused(none<"written">(score.in(nothing))));
    CHECK(refused(is_not<"boss">(age.in(nothing))));
    CHECK(refused(koine::when(false, some<"written">())));
    CHECK(refused(!koine::when(false, some<"written">())));
    CHECK(refused(none<"written">(is<"reviewer">(age.in(nothing)))));
    CHECK(refused(every<"written">(is_not<"reviewer">(age.in(nothing)))));
    CHECK(sent == 0);
    // What keeps none is sent.
    CHECK(erased(some<"written">(score.in(nothing))) == 0);
    CHECK(erased(is<"boss">(is<"boss">(age.in(nothing)))) == 0);
    CHECK(erased(some<"written">(score > 3, title.in(std::vector<std::string>{}))) == 0);
    // And what depends on the rows, though a part is absent.
    auto const count = [&](auto const& filter) { return club.db.count(koine::from<person>().where(filter)); };
    CHECK(erased(some<"written">(absent)) == count(some<"written">()));
    CHECK(erased(none<"written">(absent)) == count(none<"written">()));
    CHECK(erased(every<"written">(absent) && age > 30) == count(age > 30));
    CHECK(erased(every<"written">(score.in(nothing))) == count(none<"written">()));
    CHECK(erased(none<"written">(score.not_in(nothing))) == count(none<"written">()));
}

TEST_CASE("an update or erase whose filter reads the same table sees it as it was", "[relations][writes][relations-some]") {
    members club;
    rows const& data = club.data;
    auto const old = [](person const& row) { return known(row.age, [](int value) { return value > 30; }); };
    auto const deep = [&](person const& row) { return any(data.reports(row), [&](person const& one) { return any(data.reports(one), old); }); };
    // Each of these would keep other rows if one that is changed, or gone, were looked at.
    auto const unmarked = some<"reports">(col<&person::mark> == 0);
    auto const kept = static_cast<std::int64_t>(keep(data.people, [&](person const& row) { return !data.reports(row).empty(); }).size());
    undone(club.db, [&](auto& inner) { CHECK(inner.execute(koine::update<person>().set(col<&person::mark> = 1).where(unmarked)) == kept); });
    undone(club.db, [&](auto& inner) {
        CHECK(inner.execute(koine::update<person>().set(col<&person::mark> = 1).where(col<&person::id> <= 12 || unmarked)) ==
              static_cast<std::int64_t>(keep(data.people, [&](person const& row) { return row.id <= 12 || !data.reports(row).empty(); }).size()));
    });
    undone(club.db, [&](auto& inner) {
        CHECK(inner.execute(koine::erase<person>().where(none<"reports">() && is<"boss">(some<"reports">()))) ==
              static_cast<std::int64_t>(keep(data.people, [&](person const& row) { return data.reports(row).empty() && !data.boss(row).empty(); }).size()));
    });
    agrees_in_every_verb<person>(club, some<"reports">(some<"reports">(age > 30)), deep);
    agrees_in_every_verb<note>(club, is<"author">(some<"reviewed">(score > 3)), [&](note const& row) {
        return any(data.author(row), [&](person const& one) {
            return any(data.reviewed(one), [](note const& other) { return known(other.score, [](int value) { return value > 3; }); });
        });
    });
    // The same by subqueries of one's own.
    constexpr auto other = koine::alias<person, "other">;
    agrees_in_every_verb<person>(club, koine::exists(koine::from(other).where(other.col<&person::boss_id> == col<&person::id>)),
                                 [&](person const& row) { return sure(!data.reports(row).empty()); });
    agrees_in_every_verb<person>(club, koine::exists(koine::from<person>().where(col<&person::name> == "Cyd")),
                                 [&](person const&) { return any(data.people, [](person const& one) { return sure(one.name == "Cyd"); }); });
    agrees_in_every_verb<person>(club, col<&person::id>.in(koine::from<note>().select(col<&note::author_id>).where(is<"author">(some<"reports">()))), [&](person const& row) {
        return sure(!data.written(row).empty() && !data.reports(row).empty());
    });
    agrees_in_every_verb<person>(club, col<&person::name>.in(koine::from<person>().select(col<&person::name>).where(some<"reports">(age > 45))), [&](person const& row) {
        return any(data.people, [&](person const& one) {
            return sure(one.name == row.name) && any(data.reports(one), [](person const& last) { return known(last.age, [](int value) { return value > 45; }); });
        });
    });
}

}  // namespace relation_writes
