// SPDX-License-Identifier: BSL-1.0
// conformance · club: people, their notes, places and topics at random, for the tests of relations; some lead to no row.
#pragma once

#include "law.hpp"
#include "server.hpp"

#include <algorithm>
#include <random>

namespace club {

struct note;
struct badge;
struct topic;
struct interest;

struct person {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int32_t> age{};
    std::optional<std::int64_t> boss_id{};
    std::int64_t mark{};
};
constexpr auto describe(koine::model<person>) {
    return koine::table("people")
        .primary_key<&person::id>()
        .belongs_to<"boss", person, &person::boss_id>()
        .has_many<"reports", person, "boss">()
        .has_many<"written", note, "author">()
        .has_many<"reviewed", note, "reviewer">()
        .has_one<"badge", badge, "holder">()
        .has_many<"interests", interest, "person">()
        .many_to_many<"topics", topic, interest, "person", "topic">();
}
struct place {
    std::string region{};
    std::int32_t number{};
    std::optional<std::int32_t> size{};
};
constexpr auto describe(koine::model<place>) {
    return koine::table("places").primary_key<&place::region, &place::number>().has_many<"notes", note, "place">();
}
struct note {
    std::int64_t id{};
    std::int64_t author_id{};
    std::optional<std::int64_t> reviewer_id{};
    std::optional<std::string> region{};
    std::optional<std::int32_t> number{};
    std::string title{};
    std::optional<std::int32_t> score{};
    std::int64_t mark{};
};
constexpr auto describe(koine::model<note>) {
    return koine::table("notes")
        .primary_key<&note::id>()
        .belongs_to<"author", person, &note::author_id>()
        .belongs_to<"reviewer", person, &note::reviewer_id>()
        .belongs_to<"place", place, &note::region, &note::number>();
}
struct badge {
    std::int64_t id{};
    std::int64_t person_id{};
    std::optional<std::int32_t> level{};
};
constexpr auto describe(koine::model<badge>) {
    return koine::table("badges").primary_key<&badge::id>().unique<&badge::person_id>().belongs_to<"holder", person, &badge::person_id>();
}
struct topic {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int32_t> rank{};
    std::int64_t mark{};
};
constexpr auto describe(koine::model<topic>) {
    return koine::table("topics")
        .primary_key<&topic::id>()
        .has_many<"interests", interest, "topic">()
        .many_to_many<"people", person, interest, "topic", "person">();
}
struct interest {
    std::int64_t person_id{};
    std::int64_t topic_id{};
    std::optional<std::int32_t> weight{};
};
constexpr auto describe(koine::model<interest>) {
    return koine::table("interests")
        .primary_key<&interest::person_id, &interest::topic_id>()
        .belongs_to<"person", person, &interest::person_id>()
        .belongs_to<"topic", topic, &interest::topic_id>()
        .index<&interest::topic_id>();
}

/// What a condition is of a row, where NULL makes it neither true nor false.
enum class truth : unsigned char { no, unknown, yes };
constexpr truth operator!(truth one) { return static_cast<truth>(2 - static_cast<int>(one)); }
constexpr truth operator&&(truth one, truth two) { return one < two ? one : two; }
constexpr truth operator||(truth one, truth two) { return one < two ? two : one; }
constexpr truth sure(bool holds) { return holds ? truth::yes : truth::no; }
/// A comparison: unknown where the left side is NULL.
template <class Value, class Test>
truth known(std::optional<Value> const& value, Test const& test) {
    return value ? sure(test(*value)) : truth::unknown;
}

template <class Row, class Test>
std::vector<Row> keep(std::vector<Row> const& rows, Test const& test) {
    std::vector<Row> kept;
    for (Row const& row : rows)
        if (test(row)) kept.push_back(row);
    return kept;
}

/// The rows of the database, and which of them belong to which.
struct rows {
    std::vector<person> people;
    std::vector<place> places;
    std::vector<note> notes;
    std::vector<badge> badges;
    std::vector<topic> topics;
    std::vector<interest> interests;

    [[nodiscard]] auto by_id(std::optional<std::int64_t> id) const { return keep(people, [&](person const& one) { return id == one.id; }); }
    [[nodiscard]] auto boss(person const& of) const { return by_id(of.boss_id); }
    [[nodiscard]] auto author(note const& of) const { return by_id(of.author_id); }
    [[nodiscard]] auto reviewer(note const& of) const { return by_id(of.reviewer_id); }
    [[nodiscard]] auto holder(badge const& of) const { return by_id(of.person_id); }
    [[nodiscard]] auto place_of(note const& of) const { return keep(places, [&](place const& one) { return of.region == one.region && of.number == one.number; }); }
    [[nodiscard]] auto reports(person const& of) const { return keep(people, [&](person const& one) { return one.boss_id == of.id; }); }
    [[nodiscard]] auto written(person const& of) const { return keep(notes, [&](note const& one) { return one.author_id == of.id; }); }
    [[nodiscard]] auto reviewed(person const& of) const { return keep(notes, [&](note const& one) { return one.reviewer_id == of.id; }); }
    [[nodiscard]] auto badge_of(person const& of) const { return keep(badges, [&](badge const& one) { return one.person_id == of.id; }); }
    [[nodiscard]] auto notes_at(place const& of) const { return keep(notes, [&](note const& one) { return one.region == of.region && one.number == of.number; }); }
    [[nodiscard]] auto interests_of(person const& of) const { return keep(interests, [&](interest const& one) { return one.person_id == of.id; }); }

    /// A person's topics, and by what; an interest in a topic that is not there leads to none.
    struct link {
        topic to;
        interest by;
    };
    [[nodiscard]] std::vector<link> topics_of(person const& of) const {
        std::vector<link> found;
        for (interest const& by : interests_of(of))
            for (topic const& to : topics)
                if (to.id == by.topic_id) found.push_back({to, by});
        return found;
    }
    [[nodiscard]] std::vector<person> people_of(topic const& of) const {
        std::vector<person> found;
        for (interest const& by : interests)
            for (person const& to : people)
                if (by.topic_id == of.id && by.person_id == to.id) found.push_back(to);
        return found;
    }
};

/// Whether any of some related rows makes a condition true, and whether none breaks it.
template <class Rows, class Oracle>
truth any(Rows const& related, Oracle const& oracle) {
    bool found = false;
    for (auto const& row : related) found = found || oracle(row) == truth::yes;
    return sure(found);
}
template <class Rows, class Oracle>
truth all(Rows const& related, Oracle const& oracle) {
    return !any(related, [&](auto const& row) { return !oracle(row); });
}

/// The club in a database whose foreign keys are not enforced, with rows that lead nowhere.
struct members : server::fresh {
    rows data;

    members() {
        db.create_tables<person, place, note, badge, topic, interest>();
        server::forget_foreign_keys(db);
        std::mt19937 source(20260401);
        auto const below = [&](unsigned bound) { return static_cast<std::int32_t>(source() % bound); };
        auto const perhaps = [&](std::int32_t value) { return below(4) == 0 ? std::nullopt : std::optional(value); };
        char const* const names[] = {"Ada", "Bob", "Cyd", "100%", "d_e", "Ä"};
        for (std::int64_t id = 1; id <= 24; ++id) {
            std::optional<std::int64_t> const boss = perhaps(1 + below(26));  // 25 and 26 are nobody
            data.people.push_back({id, names[below(6)], perhaps(20 + below(30)), boss, 0});
        }
        for (char const* region : {"north", "south"})
            for (std::int32_t number = 1; number <= 3; ++number) data.places.push_back({region, number, perhaps(below(10))});
        char const* const regions[] = {"north", "south", "west"};
        for (std::int64_t id = 1; id <= 70; ++id) {
            std::optional<std::string> const region = below(4) == 0 ? std::nullopt : std::optional<std::string>(regions[below(3)]);
            data.notes.push_back({id, 1 + below(26), perhaps(1 + below(26)), region, perhaps(1 + below(4)), names[below(6)], perhaps(below(8)), 0});
        }
        for (std::int64_t id = 1; id <= 14; ++id) data.badges.push_back({id, 2 * id, perhaps(below(5))});
        for (std::int64_t id = 1; id <= 8; ++id) data.topics.push_back({id, names[below(6)], perhaps(below(6)), 0});
        for (std::int64_t who = 1; who <= 26; ++who)
            for (std::int64_t what = 1; what <= 10; ++what)
                if (below(4) == 0) data.interests.push_back({who, what, perhaps(below(6))});
        db.transaction([&](auto& inner) {
            inner.insert(data.people);
            inner.insert(data.places);
            inner.insert(data.notes);
            inner.insert(data.badges);
            inner.insert(data.topics);
            inner.insert(data.interests);
        });
    }
};

/// The rows of a model, in the order of their ids.
inline std::vector<person> const& of_model(rows const& data, std::type_identity<person>) { return data.people; }
inline std::vector<note> const& of_model(rows const& data, std::type_identity<note>) { return data.notes; }
inline std::vector<topic> const& of_model(rows const& data, std::type_identity<topic>) { return data.topics; }

using ids = std::vector<std::int64_t>;
constexpr auto age = koine::col<&person::age>;
constexpr auto score = koine::col<&note::score>;

}  // namespace club
