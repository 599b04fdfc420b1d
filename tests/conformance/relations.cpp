// SPDX-License-Identifier: BSL-1.0
// conformance · relations: some, every, none, is, is_not against an oracle that reads the same rows in C++.
#include "club_oracle.hpp"

namespace relations {

using namespace club;

/// A condition on notes, asked of those that a person has written, has reviewed, and that are of a place.
template <class Condition, class Oracle>
void of_notes(members& club, Condition const& condition, Oracle const& oracle) {
    of_many<"written", person>(club, condition, [&](person const& row) { return club.data.written(row); }, oracle);
}
template <class Condition, class Oracle>
void of_people(members& club, Condition const& condition, Oracle const& oracle) {
    of_one<"author", note>(club, condition, [&](note const& row) { return club.data.author(row); }, oracle);
    of_one<"reviewer", note>(club, condition, [&](note const& row) { return club.data.reviewer(row); }, oracle);
}

TEST_CASE("some, every and none take a comparison with NULL in it", "[relations][relations-some]") {
    members club;
    of_notes(club, score > 3, [](note const& row) { return known(row.score, [](int value) { return value > 3; }); });
    of_notes(club, !(score > 3), [](note const& row) { return !known(row.score, [](int value) { return value > 3; }); });
    of_notes(club, score == std::nullopt, [](note const& row) { return sure(!row.score); });
}

TEST_CASE("some, every and none take what is connected", "[relations][relations-some]") {
    members club;
    of_notes(club, score > 2 && title.contains("%"), [](note const& row) {
        return known(row.score, [](int value) { return value > 2; }) && sure(row.title.find("%") != std::string::npos);
    });
    of_notes(club, score < 2 || col<&note::reviewer_id> == std::nullopt, [](note const& row) {
        return known(row.score, [](int value) { return value < 2; }) || sure(!row.reviewer_id);
    });
    of_notes(club, !(score > 2 && title == "Bob"), [](note const& row) {
        return !(known(row.score, [](int value) { return value > 2; }) && sure(row.title == "Bob"));
    });
}

TEST_CASE("some, every and none take lists", "[relations][relations-some]") {
    members club;
    std::vector<std::int32_t> const nothing;
    of_notes(club, title.in({"Ada", "Ä"}), [](note const& row) { return sure(row.title == "Ada" || row.title == "Ä"); });
    of_notes(club, score.in({1, 2, 3}), [](note const& row) { return known(row.score, [](int value) { return value >= 1 && value <= 3; }); });
    of_notes(club, score.not_in({1, 2, 3}), [](note const& row) { return !known(row.score, [](int value) { return value >= 1 && value <= 3; }); });
    of_notes(club, score.in(nothing), [](note const&) { return truth::no; });
    agrees<person>(club, some<"written">(score.not_in(nothing)), [&](person const& row) { return sure(!club.data.written(row).empty()); });
    agrees<person>(club, every<"written">(score.not_in(nothing)), [](person const&) { return truth::yes; });
}

TEST_CASE("is and is_not: no parent is a key with NULL, or no such row", "[relations][relations-is][relations-absent]") {
    members club;
    of_people(club, age > 35, [](person const& row) { return known(row.age, [](int value) { return value > 35; }); });
    of_people(club, age == std::nullopt || col<&person::name> == "Bob", [](person const& row) { return sure(!row.age || row.name == "Bob"); });
    agrees<note>(club, is<"author">(), [&](note const& row) { return sure(!club.data.author(row).empty()); });
    agrees<note>(club, is_not<"reviewer">(), [&](note const& row) { return sure(club.data.reviewer(row).empty()); });
    // A key of two columns, either of which can be NULL.
    of_one<"place", note>(club, col<&place::size> > 4, [&](note const& row) { return club.data.place_of(row); },
                          [](place const& row) { return known(row.size, [](int value) { return value > 4; }); });
    agrees<note>(club, is<"place">(), [&](note const& row) { return sure(!club.data.place_of(row).empty()); });
    // One that has the key, not this row.
    of_one<"badge", person>(club, col<&badge::level> >= 2, [&](person const& row) { return club.data.badge_of(row); },
                            [](badge const& row) { return known(row.level, [](int value) { return value >= 2; }); });
    agrees<person>(club, is_not<"badge">(), [&](person const& row) { return sure(club.data.badge_of(row).empty()); });
}

TEST_CASE("two relations between the same models, and one of a model with itself both ways", "[relations][relations-some][relations-is]") {
    members club;
    auto const good = [](note const& row) { return known(row.score, [](int value) { return value >= 5; }); };
    auto const old = [](person const& row) { return known(row.age, [](int value) { return value > 30; }); };
    of_many<"reviewed", person>(club, score >= 5, [&](person const& row) { return club.data.reviewed(row); }, good);
    of_many<"reports", person>(club, age > 30, [&](person const& row) { return club.data.reports(row); }, old);
    of_one<"boss", person>(club, age > 30, [&](person const& row) { return club.data.boss(row); }, old);
    agrees<person>(club, some<"written">(score >= 5) && none<"reviewed">(score >= 5),
                   [&](person const& row) { return any(club.data.written(row), good) && !any(club.data.reviewed(row), good); });
    agrees<person>(club, none<"reviewed">(), [&](person const& row) { return sure(club.data.reviewed(row).empty()); });
}

TEST_CASE("a relation through a junction leads over its rows to those that are there; its columns are seen", "[relations][relations-some]") {
    members club;
    auto const topics = [&](person const& row) { return club.data.topics_of(row); };
    of_many<"topics", person>(club, col<&topic::rank> > 2, topics, [](rows::link const& one) { return known(one.to.rank, [](int value) { return value > 2; }); });
    of_many<"topics", person>(club, col<&topic::rank> > 2 && col<&interest::weight> < 3, topics, [](rows::link const& one) {
        return known(one.to.rank, [](int value) { return value > 2; }) && known(one.by.weight, [](int value) { return value < 3; });
    });
    agrees<person>(club, none<"topics">(), [&](person const& row) { return sure(topics(row).empty()); });
    agrees<topic>(club, every<"people">(age > 25), [&](topic const& row) {
        return all(club.data.people_of(row), [](person const& one) { return known(one.age, [](int value) { return value > 25; }); });
    });
}

TEST_CASE("filters lie inside each other, and lead back to the model that they started from", "[relations][relations-some][relations-is]") {
    members club;
    rows const& data = club.data;
    auto const old = [](person const& row) { return known(row.age, [](int value) { return value > 30; }); };
    auto const good = [](note const& row) { return known(row.score, [](int value) { return value > 3; }); };
    of_notes(club, is<"place">(col<&place::size> > 4), [&](note const& row) {
        return any(data.place_of(row), [](place const& one) { return known(one.size, [](int value) { return value > 4; }); });
    });
    of_notes(club, is_not<"reviewer">(age > 30), [&](note const& row) { return !any(data.reviewer(row), old); });
    of_notes(club, score > 3 || is<"reviewer">(is<"boss">(none<"written">(score > 3))), [&](note const& row) {
        return good(row) || any(data.reviewer(row), [&](person const& one) {
                   return any(data.boss(one), [&](person const& boss) { return !any(data.written(boss), good); });
               });
    });
    of_people(club, some<"reports">(every<"written">(score > 3)), [&](person const& row) {
        return any(data.reports(row), [&](person const& one) { return all(data.written(one), good); });
    });
    of_people(club, every<"topics">(none<"people">(some<"reports">(age > 30))), [&](person const& row) {
        return all(data.topics_of(row), [&](rows::link const& one) {
            return !any(data.people_of(one.to), [&](person const& other) { return any(data.reports(other), old); });
        });
    });
    of_many<"reports", person>(club, some<"reports">(is<"boss">(some<"reports">(age > 40))), [&](person const& row) { return data.reports(row); }, [&](person const& one) {
        return any(data.reports(one), [&](person const& below) {
            return any(data.boss(below), [&](person const& above) {
                return any(data.reports(above), [](person const& last) { return known(last.age, [](int value) { return value > 40; }); });
            });
        });
    });
}

struct written_note { std::int64_t id{}; };
struct report { std::int64_t id{}; std::vector<written_note> written{}; };
struct manager { std::int64_t id{}; std::vector<report> reports{}; };

TEST_CASE("a filter narrows an include, of the included model, at any level", "[relations][relations-some][relations-is]") {
    members club;
    rows const& data = club.data;
    auto const of_report = [&](person const& one) { return any(data.written(one), [](note const& by) { return known(by.score, [](int value) { return value > 3; }); }); };
    auto const of_note = [&](note const& one) { return !any(data.place_of(one), [](club::place const& at) { return known(at.size, [](int value) { return value > 4; }); }); };
    auto const query = koine::from<person>()
                           .select<manager>()
                           .include<&manager::reports>(koine::where(some<"written">(score > 3)), koine::order_by(asc(col<&person::id>)))
                           .include<&manager::reports, &report::written>(koine::where(is_not<"place">(col<&place::size> > 4)), koine::order_by(asc(col<&note::id>)))
                           .where(some<"reports">())
                           .order_by(asc(col<&person::id>));
    std::vector<manager> expected;
    for (person const& top : keep(data.people, [&](person const& one) { return !data.reports(one).empty(); })) {
        manager& made = expected.emplace_back(manager{.id = top.id});
        for (person const& below : keep(data.reports(top), [&](person const& one) { return of_report(one) == truth::yes; })) {
            report& inner = made.reports.emplace_back(report{.id = below.id});
            for (note const& one : keep(data.written(below), [&](note const& by) { return of_note(by) == truth::yes; })) inner.written.push_back({one.id});
        }
    }
    auto const spelled = [](std::vector<manager> const& all) {
        std::string text;
        for (manager const& top : all) {
            text += std::to_string(top.id) + ":";
            for (report const& below : top.reports) {
                text += " " + std::to_string(below.id) + "(";
                for (written_note const& one : below.written) text += " " + std::to_string(one.id);
                text += ")";
            }
            text += "; ";
        }
        return text;
    };
    CHECK(spelled(club.db.all(query)) == spelled(expected));
    // The same of a page of the root.
    std::vector<manager> const page(expected.begin() + 2, expected.begin() + 6);
    CHECK(spelled(club.db.all(query.limit(4).offset(2))) == spelled(page));
}

TEST_CASE("what is absent narrows nothing in some and is broken by none in every", "[relations][relations-some][null-when]") {
    members club;
    auto const has = [&](person const& row) { return sure(!club.data.written(row).empty()); };
    auto const good = [](note const& row) { return known(row.score, [](int value) { return value > 3; }); };
    for (bool present : {false, true}) {
        auto const part = koine::when(present, score > 3);
        auto const oracle = [&](note const& row) { return present ? good(row) : truth::yes; };
        agrees<person>(club, some<"written">(part), [&](person const& row) { return any(club.data.written(row), oracle); });
        agrees<person>(club, none<"written">(part), [&](person const& row) { return !any(club.data.written(row), oracle); });
        agrees<person>(club, every<"written">(part), [&](person const& row) { return all(club.data.written(row), oracle); });
        agrees<note>(club, is<"author">(koine::when(present, age > 30)), [&](note const& row) {
            return any(club.data.author(row), [&](person const& one) { return present ? known(one.age, [](int value) { return value > 30; }) : truth::yes; });
        });
        // Beside a part that is there, and under a negation.
        agrees<person>(club, some<"written">(part && title == "Bob"), [&](person const& row) {
            return any(club.data.written(row), [&](note const& one) { return oracle(one) && sure(one.title == "Bob"); });
        });
        agrees<person>(club, some<"written">(part || title == "Bob"), [&](person const& row) {
            return any(club.data.written(row), [&](note const& one) { return (present ? good(one) : truth::no) || sure(one.title == "Bob"); });
        });
        agrees<person>(club, some<"written">(!part), [&](person const& row) {
            return any(club.data.written(row), [&](note const& one) { return present ? !good(one) : truth::yes; });
        });
        agrees<person>(club, every<"written">(!part), [&](person const& row) {
            return all(club.data.written(row), [&](note const& one) { return present ? !good(one) : truth::yes; });
        });
        // The whole filter; what is absent keeps every row, so its negation does not keep the others.
        auto const whole = koine::when(present, some<"written">(score > 3));
        auto const kept = static_cast<std::int64_t>(keep(club.data.people, [&](person const& row) { return !present || any(club.data.written(row), good) == truth::yes; }).size());
        CHECK(club.db.count(koine::from<person>().where(whole)) == kept);
    }
    std::optional<std::int32_t> least;
    agrees<person>(club, some<"written">(score > koine::given(least)), has);
    least = 3;
    agrees<person>(club, some<"written">(score > koine::given(least)), [&](person const& row) { return any(club.data.written(row), good); });
}

}  // namespace relations
