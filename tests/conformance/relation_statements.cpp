// SPDX-License-Identifier: BSL-1.0
// conformance · relation_statements: what relations amount to in groups, beside joins, in what an update sets and a write gives back.
#include "club_figures.hpp"

#include <map>

namespace relation_statements {

using namespace club;

struct person_notes {
    std::int64_t id{};
    std::int64_t notes{};
};
struct joined {
    std::int64_t person{};
    std::int64_t topic{};
};

TEST_CASE("groups are made by values of relations, and aggregates taken of their counts", "[relations][relations-values]") {
    members club;
    rows const& data = club.data;
    // By a key of a person's own, the counts of whom are then summed.
    auto const found = club.db.all(from<person>().select<person_notes>(id, count_of<"written">()).group_by(id).having(count_of<"written">() > 2).order_by(desc(count_of<"written">()), asc(id)));
    ids at, expected;
    for (person_notes const& one : found) at.push_back(one.id);
    for (std::int64_t one : ordered(data, [&](person const& who) { return std::optional(-static_cast<std::int64_t>(data.written(who).size())); }, false))
        if (data.written(data.people[static_cast<std::size_t>(one - 1)]).size() > 2) expected.push_back(one);
    CHECK(at == expected);
    // By the count itself: how many have written so many.
    std::map<std::int64_t, std::int64_t> people;
    for (person const& one : data.people) ++people[static_cast<std::int64_t>(data.written(one).size())];
    std::map<std::int64_t, std::int64_t> counted;
    for (person_notes const& one : club.db.all(from<person>().select<person_notes>(count_of<"written">(), koine::count()).group_by(count_of<"written">()))) counted[one.id] = one.notes;
    CHECK(counted == people);
    ids distinct;
    for (auto const& [count, many] : people) distinct.push_back(count);
    CHECK(club.db.all(from<person>().select(count_of<"written">()).distinct().order_by(count_of<"written">())) == distinct);
}

TEST_CASE("a join by a relation through a junction pairs with the rows that are there", "[relations][relations-values][relations-absent]") {
    members club;
    rows const& data = club.data;
    std::vector<std::pair<std::int64_t, std::int64_t>> inner, outer;
    for (person const& who : data.people) {
        auto const topics = data.topics_of(who);
        for (rows::link const& one : topics) inner.push_back({who.id, one.to.id}), outer.push_back({who.id, one.to.id});
        if (topics.empty()) outer.push_back({who.id, 0});
    }
    auto const pairs = [&](auto const& query) {
        std::vector<std::pair<std::int64_t, std::int64_t>> found;
        for (joined const& one : club.db.all(query)) found.push_back({one.person, one.topic});
        return found;
    };
    auto const topic_id = col<&topic::id>;
    CHECK(pairs(from<person>().join<"topics">().select<joined>(id, koine::coalesce(topic_id, 0)).order_by(asc(id), asc(topic_id))) == inner);
    CHECK(pairs(from<person>().left_join<"topics">().select<joined>(id, koine::coalesce(topic_id, 0)).order_by(asc(id), asc(topic_id))) == outer);
    // The junction's columns are seen beside; a filter may start from the joined model.
    auto const busy = from<person>().join<"topics">().where(weight > 2 && koine::some<topic, "people">(age > 40)).select(id).order_by(asc(id), asc(topic_id));
    ids expected;
    for (person const& who : data.people)
        for (rows::link const& one : data.topics_of(who))
            if (one.by.weight > 2 && any(data.people_of(one.to), [](person const& other) { return known(other.age, [](int value) { return value > 40; }); }) == truth::yes)
                expected.push_back(who.id);
    CHECK(club.db.all(busy) == expected);
    CHECK(club.db.all(from<note>().join<"author">().select(col<&note::id>).where(value_of<person, "boss">(age) > 30 && koine::every<person, "reviewed">(score > 0) && koine::coalesce(sum_of<person, "written">(score), 0) > 2).order_by(asc(col<&note::id>))) == [&] {
        ids found;
        for (note const& one : data.notes)
            for (person const& writer : data.author(one))
                if (!data.boss(writer).empty() && data.boss(writer)[0].age > 30 && figures_of(writer, data).sum > 2 &&
                    club::all(data.reviewed(writer), [](note const& other) { return known(other.score, [](int value) { return value > 0; }); }) == truth::yes)
                    found.push_back(one.id);
        return found;
    }());
    // A count of a model beside, under every word that takes one.
    std::int64_t notes = 0;
    for (note const& one : data.notes)
        if (auto const writer = data.author(one); !writer.empty() && data.reviewed(writer[0]).size() > 2 && !data.reports(writer[0]).empty() && data.badge_of(writer[0]).empty()) ++notes;
    CHECK(club.db.count(from<note>().join<"author">().where(count_of<person, "reviewed">() > 2 && koine::some<person, "reports">() && koine::is_not<person, "badge">())) == notes);
}

TEST_CASE("an update sets what relations amount to, as they were before it", "[relations][relations-values][writes-old-row]") {
    members club;
    rows const& data = club.data;
    auto const mark = col<&person::mark>;
    auto const marks = [&](auto& db) { return db.all(from<person>().select(mark).order_by(asc(id))); };
    auto const expected = [&](auto const& of) {
        ids found;
        for (person const& one : data.people) found.push_back(static_cast<std::int64_t>(of(one)));
        return found;
    };
    auto const after = [&](auto const& update) {
        ids found;
        try {
            club.db.transaction([&](auto& inner) {
                inner.execute(update);
                found = marks(inner);
                throw 0;
            });
        } catch (int) {}
        return found;
    };
    auto const everyone = koine::update_all<person>();
    CHECK(after(everyone.set(mark = count_of<"written">(score > 3))) == expected([&](person const& one) { return figures_of(one, data).good; }));
    CHECK(after(everyone.set(mark = koine::coalesce(sum_of<"written">(score), -1))) == expected([&](person const& one) { return figures_of(one, data).sum.value_or(-1); }));
    CHECK(after(everyone.set(koine::when(false, mark = count_of<"written">()), col<&person::name> = "x")) == expected([](person const&) { return 0; }));
    // Of the table that is written.
    club.db.execute(everyone.set(mark = id));
    auto const reports = [&](person const& one) {
        std::int64_t sum = 0;
        for (person const& of : data.reports(one)) sum += of.id;
        return sum;
    };
    CHECK(after(everyone.set(mark = koine::coalesce(sum_of<"reports">(mark), 0))) == expected(reports));
    auto const boss = [&](person const& one) { return data.boss(one).empty() ? 0 : data.boss(one)[0].id; };
    CHECK(after(everyone.set(mark = koine::coalesce(value_of<"boss">(mark), 0))) == expected(boss));
    // Beside an assignment to the key over which the relation leads, which no column on the right names.
    CHECK(after(everyone.set(col<&person::boss_id> = 1, mark = koine::coalesce(value_of<"boss">(id), 0))) == expected(boss));
    club.db.execute(koine::update_all<note>().set(col<&note::author_id> = 1, col<&note::mark> = koine::coalesce(value_of<"author">(count_of<"reports">()), -1)));
    ids below;
    for (note const& one : data.notes) below.push_back(data.author(one).empty() ? -1 : static_cast<std::int64_t>(data.reports(data.author(one)[0]).size()));
    CHECK(club.db.all(from<note>().select(col<&note::mark>).order_by(asc(col<&note::id>))) == below);
}

TEST_CASE("a write gives back what relations amount to", "[relations][relations-values][writes-returned]") {
    members club;
    rows const& data = club.data;
    auto const given = [&](auto const& query) {
        std::vector<std::int64_t> found;
        if constexpr (koine::expressible<server::dialect, std::remove_cvref_t<decltype(query)>>) {
            try {
                club.db.transaction([&](auto& inner) {
                    found = inner.all(query);
                    throw 0;
                });
            } catch (int) {}
            std::sort(found.begin(), found.end());
            return std::optional(found);
        } else {
            return std::optional<std::vector<std::int64_t>>{};
        }
    };
    ids counts;
    for (person const& one : data.people)
        if (one.id <= 9) counts.push_back(static_cast<std::int64_t>(data.written(one).size()));
    std::sort(counts.begin(), counts.end());
    auto const updated = given(koine::update<person>().set(col<&person::mark> = 1).where(id <= 9).returning(count_of<"written">()));
    auto const erased = given(koine::erase<person>().where(id <= 9).returning(count_of<"written">()));
    CHECK(updated.value_or(counts) == counts);
    CHECK(erased.value_or(counts) == counts);
    // Notes of 25 and 26 are there before their author is.
    std::size_t const waiting = data.written(person{.id = 25}).size();
    REQUIRE(waiting > 0);
    CHECK(given(koine::insert<person>().set(id = 25, col<&person::name> = "new", col<&person::mark> = 0).returning(count_of<"written">())) == ids{static_cast<std::int64_t>(waiting)});
}

}  // namespace relation_statements
