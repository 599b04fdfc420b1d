// SPDX-License-Identifier: BSL-1.0
// conformance · relation_values: counts, sums and values of relations, wherever an expression may stand.
#include "club_figures.hpp"

namespace relation_values {

using namespace club;

TEST_CASE("counts and aggregates of a relation fill a shape; over no rows a count is 0, the others are empty", "[relations][relations-values]") {
    members club;
    // In the order of the shape's members, and by their names.
    auto const in_order = from<person>().select<figures>(id, count_of<"written">(), count_of<"written">(score > 3), sum_of<"written">(score), avg_of<"written">(score),
                                                         min_of<"written">(score), max_of<"written">(score));
    auto const named = from<person>().select<figures>(as<&figures::most>(max_of<"written">(score)), as<&figures::notes>(count_of<"written">()), as<&figures::good>(count_of<"written">(score > 3)),
                                                      as<&figures::sum>(sum_of<"written">(score)), as<&figures::mean>(avg_of<"written">(score)), as<&figures::least>(min_of<"written">(score)));
    for (auto const& found : {club.db.all(in_order.order_by(asc(id))), club.db.all(named.order_by(asc(id)))}) {
        REQUIRE(found.size() == club.data.people.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            figures const expected = figures_of(club.data.people[i], club.data);
            CHECK((found[i].id == expected.id && found[i].notes == expected.notes && found[i].good == expected.good && found[i].sum == expected.sum));
            CHECK((found[i].least == expected.least && found[i].most == expected.most && found[i].mean.has_value() == expected.mean.has_value()));
            CHECK(found[i].mean.value_or(0) == Approx(expected.mean.value_or(0)));
        }
    }
    CHECK(club.db.one(from<person>().select(count_of<"written">()).where(id == 1)) == figures_of(club.data.people[0], club.data).notes);
}

struct account;
struct entry {
    std::int64_t id{};
    std::int64_t account_id{};
    std::int64_t amount{};
};
constexpr auto describe(koine::model<entry>) {
    return koine::table("entries").primary_key<&entry::id>().belongs_to<"account", account, &entry::account_id>();
}
struct account {
    std::int64_t id{};
};
constexpr auto describe(koine::model<account>) { return koine::table("accounts").primary_key<&account::id>().has_many<"entries", entry, "account">(); }

TEST_CASE("a sum of a relation is exact in the range of an int64, and an error beyond it", "[relations][relations-values][numbers-sum]") {
    server::fresh bank;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    bank.db.create_tables<account, entry>();
    bank.db.insert(std::vector<account>{{1}, {2}, {3}, {4}});
    bank.db.insert(std::vector<entry>{{1, 1, most - 1}, {2, 1, 1}, {3, 2, -most}, {4, 2, -1}, {5, 3, most}, {6, 3, 1}});
    auto const sum = [&](std::int64_t which) { return from<account>().select(sum_of<"entries">(col<&entry::amount>)).where(col<&account::id> == which); };
    CHECK(bank.db.one(sum(1)) == most);
    CHECK(bank.db.one(sum(2)) == std::numeric_limits<std::int64_t>::min());
    CHECK(conformance::kind_of([&] { bank.db.one(sum(3)); }) != "no failure");
    CHECK(bank.db.one(sum(4)) == std::nullopt);
    bank.db.execute(koine::erase<entry>().where(col<&entry::id> == 6));
    CHECK(bank.db.all(from<account>().select(col<&account::id>).where(sum_of<"entries">(col<&entry::amount>) > 0).order_by(asc(col<&account::id>))) == ids{1, 3});
}

TEST_CASE("the rows of a junction are counted where they lead somewhere, by the columns of either", "[relations][relations-values]") {
    members club;
    ids light, all, rank;
    for (person const& who : club.data.people) {
        auto const topics = club.data.topics_of(who);
        all.push_back(static_cast<std::int64_t>(topics.size()));
        light.push_back(static_cast<std::int64_t>(keep(topics, [](rows::link const& one) { return one.by.weight > 1 && one.to.rank >= 1; }).size()));
        std::int64_t sum = 0;
        for (auto const& one : topics) sum += one.by.weight.value_or(0);
        rank.push_back(sum);
    }
    auto const people = from<person>().order_by(asc(id));
    CHECK(club.db.all(people.select(count_of<"topics">())) == all);
    CHECK(club.db.all(people.select(count_of<"topics">(weight > 1 && col<&topic::rank> >= 1))) == light);
    CHECK(club.db.all(people.select(count_of<"topics">(weight > 1, col<&topic::rank> >= 1))) == light);
    CHECK(club.db.all(people.select(koine::coalesce(sum_of<"topics">(weight), 0))) == rank);
}

TEST_CASE("value_of leads over relations to one, and is empty where one is not there", "[relations][relations-values][relations-absent]") {
    members club;
    using numbers = std::vector<std::optional<std::int32_t>>;
    numbers author, boss, badge, place, last;
    for (note const& one : club.data.notes) {
        auto const writer = club.data.author(one);
        auto const above = writer.empty() ? writer : club.data.boss(writer[0]);
        auto const worn = above.empty() ? std::vector<club::badge>{} : club.data.badge_of(above[0]);
        auto const where = club.data.place_of(one);
        author.push_back(writer.empty() ? std::nullopt : writer[0].age);
        boss.push_back(above.empty() ? std::nullopt : above[0].age);
        badge.push_back(worn.empty() ? std::nullopt : worn[0].level);
        place.push_back(where.empty() ? std::nullopt : where[0].size);
    }
    auto const notes = from<note>().order_by(asc(col<&note::id>));
    CHECK(club.db.all(notes.select(value_of<"author">(age))) == author);
    CHECK(club.db.all(notes.select(value_of<"author", "boss">(age))) == boss);
    CHECK(club.db.all(notes.select(value_of<"author", "boss", "badge">(col<&club::badge::level>))) == badge);
    CHECK(club.db.all(notes.select(value_of<"place">(col<&club::place::size>))) == place);
    // A column that is never NULL is, where its row is not there; an expression may stand for it, and a count.
    auto const names = club.db.all(notes.select(value_of<"author">(col<&person::name>)));
    auto const counts = club.db.all(notes.select(value_of<"author">(count_of<"reviewed">() * 10 + 1)));
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto const writer = club.data.author(club.data.notes[i]);
        REQUIRE(names[i].has_value() == !writer.empty());
        REQUIRE(counts[i].has_value() == !writer.empty());
        if (!writer.empty()) CHECK((names[i] == writer[0].name && counts[i] == static_cast<std::int64_t>(club.data.reviewed(writer[0]).size()) * 10 + 1));
    }
}

ids part_of(ids const& all, std::size_t skip, std::size_t count) {
    return {all.begin() + static_cast<std::ptrdiff_t>(skip), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), skip + count))};
}

struct title_only { std::string title; };
struct boss_name { std::string name; };
struct listed {
    std::int64_t id{};
    std::int64_t notes{};
    std::vector<title_only> written;
    std::optional<boss_name> boss;
};

template <class Expression, class Value>
void orders(members& club, Expression const& expression, Value const& value) {
    ids const up = ordered(club.data, value, false), down = ordered(club.data, value, true);
    auto const people = from<person>().select(id);
    CHECK(club.db.all(people.order_by(asc(expression), asc(id))) == up);
    CHECK(club.db.all(people.order_by(desc(expression), desc(id))) == down);
    // Cut off, the key ends the order in the direction of its last term.
    CHECK(club.db.all(people.order_by(asc(expression)).limit(7)) == part_of(up, 0, 7));
    CHECK(club.db.all(people.order_by(desc(expression)).limit(5).offset(3)) == part_of(down, 3, 5));
    // A page of a shape with lists.
    auto const page = from<person>().select<listed>(as<&listed::notes>(count_of<"written">())).order_by(desc(expression)).limit(6).offset(2);
    auto const found = club.db.all(page);
    ids at;
    for (listed const& one : found) {
        at.push_back(one.id);
        person const& who = club.data.people[static_cast<std::size_t>(one.id - 1)];
        CHECK(one.notes == static_cast<std::int64_t>(one.written.size()));
        CHECK(one.written.size() == club.data.written(who).size());
        CHECK(one.boss.has_value() == !club.data.boss(who).empty());
    }
    CHECK(at == part_of(down, 2, 6));
}

TEST_CASE("rows are ordered by a count, an aggregate and a value of a relation", "[relations][relations-values][order-nulls][order-key]") {
    members club;
    rows const& data = club.data;
    orders(club, count_of<"written">(), [&](person const& who) { return std::optional(data.written(who).size()); });
    orders(club, sum_of<"written">(score), [&](person const& who) { return figures_of(who, data).sum; });
    orders(club, value_of<"boss">(age), [&](person const& who) { return data.boss(who).empty() ? std::nullopt : data.boss(who)[0].age; });
    orders(club, value_of<"boss", "boss">(count_of<"topics">()), [&](person const& who) {
        auto const boss = data.boss(who);
        auto const above = boss.empty() ? boss : data.boss(boss[0]);
        return above.empty() ? std::nullopt : std::optional(data.topics_of(above[0]).size());
    });
}

TEST_CASE("conditions compare counts, aggregates and values of relations", "[relations][relations-values]") {
    members club;
    rows const& data = club.data;
    auto const where = [&](auto const& condition) { return club.db.all(from<person>().select(id).where(condition).order_by(asc(id))); };
    auto const kept = [&](auto const& test) {
        ids found;
        for (person const& one : data.people)
            if (test(one)) found.push_back(one.id);
        return found;
    };
    CHECK(where(count_of<"written">() >= 3 && count_of<"reviewed">() < 3) == kept([&](person const& one) { return data.written(one).size() >= 3 && data.reviewed(one).size() < 3; }));
    CHECK(where(count_of<"written">() > count_of<"reviewed">()) == kept([&](person const& one) { return data.written(one).size() > data.reviewed(one).size(); }));
    CHECK(where(avg_of<"written">(score) > 3.5) == kept([&](person const& one) { return figures_of(one, data).mean > 3.5; }));
    CHECK(where(max_of<"written">(score) == std::nullopt) == kept([&](person const& one) { return !figures_of(one, data).most; }));
    CHECK(where(value_of<"boss">(age) > age) == kept([&](person const& one) { return one.age && !data.boss(one).empty() && data.boss(one)[0].age > one.age; }));
    CHECK(where(koine::some<"reports">(count_of<"written">(score > 2) >= 2)) == kept([&](person const& one) {
        return any(data.reports(one), [&](person const& below) { return sure(keep(data.written(below), [](note const& by) { return by.score > 2; }).size() >= 2); }) == truth::yes;
    }));
    CHECK(club.db.count(from<person>().where(count_of<"reports">() == 0)) == static_cast<std::int64_t>(kept([&](person const& one) { return data.reports(one).empty(); }).size()));
    // In a subquery, and in one of an aliased root.
    constexpr auto other = koine::alias<person, "other">;
    CHECK(where(id.in(from<person>().select(id).where(count_of<"reports">() >= 2))) == kept([&](person const& one) { return data.reports(one).size() >= 2; }));
    CHECK(where(koine::exists(from(other).where(other.col<&person::id> == age - 20 && count_of<"reports">() >= 1))) ==
          kept([&](person const& one) { return one.age && any(data.by_id(*one.age - 20), [&](person const& of) { return sure(!data.reports(of).empty()); }) == truth::yes; }));
    CHECK(club.db.all(from(other).select(other.col<&person::id>).where(koine::some<"reports">(age > other.col<&person::age>)).order_by(desc(count_of<"written">()), asc(other.col<&person::id>)).limit(20)) ==
          [&] {
              ids found;
              auto by_count = ordered(data, [&](person const& one) { return std::optional(-static_cast<std::int64_t>(data.written(one).size())); }, false);
              for (std::int64_t one : by_count)
                  if (person const& who = data.people[static_cast<std::size_t>(one - 1)]; any(data.reports(who), [&](person const& of) { return sure(of.age && who.age && *of.age > *who.age); }) == truth::yes) found.push_back(one);
              return found;
          }());
}

}  // namespace relation_values
