// SPDX-License-Identifier: BSL-1.0
// conformance · moments: dates, times of day, points of time and durations are the same everywhere, in any time zone.
#include "law.hpp"
#include "server.hpp"
#include "strategies.hpp"

#include <koine/types/chrono.hpp>

#include <cstdlib>

namespace moments {

using conformance::kind_of;
using koine::col;
using namespace std::chrono;
using instant = sys_time<microseconds>;
using wall_clock = local_time<microseconds>;

struct week;
struct meeting;

struct hall {
    std::int64_t id{};
    std::string name;
};
constexpr auto describe(koine::model<hall>) { return koine::table("halls").primary_key<&hall::id>(koine::generated).has_many<"weeks", week, "hall">(); }
struct week {
    std::int64_t id{};
    std::int64_t hall_id{};
};
constexpr auto describe(koine::model<week>) {
    return koine::table("weeks").primary_key<&week::id>(koine::generated).belongs_to<"hall", hall, &week::hall_id>().has_many<"meetings", meeting, "week">();
}
struct meeting {
    std::int64_t id{};
    std::int64_t week_id{};
    year_month_day held_on{2024y / 2 / 29};
    koine::time_of_day begins{};
    instant sent{};
    wall_clock shown{};
    seconds lasts{};
    std::optional<sys_days> moved_to{};
    std::optional<koine::time_of_day> ends{};
    std::optional<sys_time<milliseconds>> seen{};
    std::optional<local_seconds> planned{};
    std::optional<duration<std::int32_t, std::ratio<3600>>> late{};

    bool operator==(meeting const&) const = default;
};
constexpr auto describe(koine::model<meeting>) {
    return koine::table("meetings").primary_key<&meeting::id>(koine::generated).belongs_to<"week", week, &meeting::week_id>().index<&meeting::sent>();
}

/// A date as a company counts it: a type of its user's, kept as a date.
struct working_day {
    std::int32_t since_founding{};
    bool operator==(working_day const&) const = default;
};

}  // namespace moments

template <>
struct koine::type<moments::working_day> {
    static constexpr storage kind = storage::date;
    static constexpr std::int64_t founding = 10'000;
    static constexpr bound_value encode(moments::working_day value) { return bound_value::moment(bound_kind::date, founding + value.since_founding); }
    static constexpr bool decode(std::int64_t value, moments::working_day& out) { return out.since_founding = static_cast<std::int32_t>(value - founding), true; }
};

namespace moments {

/// A date for a key, and the database's clock for a default.
struct holiday {
    local_days on{};
    working_day worked{};
    std::optional<instant> entered{};
};
constexpr auto describe(koine::model<holiday>) {
    return koine::table("holidays").primary_key<&holiday::on>().unique<&holiday::worked>().default_value<&holiday::entered>(koine::current_timestamp);
}

struct week_content { std::vector<meeting> meetings; };
struct hall_content { std::vector<week_content> weeks; };

struct store : server::fresh {
    week monday;

    explicit store(server::driver::options const& options = {}) : fresh(options) {
        db.create_tables<hall, week, meeting, holiday>();
        db.create_tables<hall, week, meeting, holiday>();  // compares what it created
        monday = db.insert(week{.hall_id = db.insert(hall{.name = "north"}).id});
    }
    /// That a meeting is the same on every way from the database, and found by each of its values.
    void check(meeting given) {
        db.execute(koine::erase_all<meeting>());
        given.week_id = monday.id;
        meeting const written = db.insert(given);
        given.id = written.id;
        CHECK(written == given);
        CHECK(db.find<meeting>(given.id) == given);
        strategies::by_each([&](auto const& query) { CHECK(db.all(query).at(0).weeks.at(0).meetings.at(0) == given); }, koine::from<hall>().select<hall_content>());
        CHECK(db.count(koine::from<meeting>().where(col<&meeting::held_on> == given.held_on && col<&meeting::begins> == given.begins && col<&meeting::sent> == given.sent &&
                                                    col<&meeting::shown> == given.shown && col<&meeting::lasts> == given.lasts)) == 1);
        CHECK(db.count(koine::from<meeting>().where(col<&meeting::moved_to>.same_as(given.moved_to) && col<&meeting::ends>.same_as(given.ends) &&
                                                    col<&meeting::seen>.same_as(given.seen) && col<&meeting::planned>.same_as(given.planned) && col<&meeting::late>.same_as(given.late))) == 1);
        std::vector<instant> const sent{given.sent, instant(12345us)};
        CHECK(db.count(koine::from<meeting>().where(col<&meeting::held_on>.in({given.held_on, 1999y / 12 / 31}) && col<&meeting::begins>.in({given.begins}) &&
                                                    col<&meeting::sent>.in(sent) && col<&meeting::shown>.in({given.shown}) && col<&meeting::lasts>.in({given.lasts}))) == 1);
    }
};

constexpr instant at(sys_days day, microseconds time) { return day + time; }
constexpr wall_clock wall(sys_days day, microseconds time) { return local_days(day.time_since_epoch()) + time; }

TEST_CASE("dates and times come back as they were", "[types-moments]") {
    store books;
    sys_days const first = 1y / 1 / 1, last = 9999y / 12 / 31, leap = 2000y / 2 / 29, before = 1969y / 12 / 31;
    for (sys_days const day : {first, last, leap, before, sys_days(1900y / 2 / 28), sys_days(1582y / 10 / 10), sys_days(2038y / 1 / 20)})
        for (microseconds const time : {0us, 1us, 86'399'999'999us, 43'200'500'000us}) {
            INFO(day.time_since_epoch().count() << " " << time.count());
            seconds const whole = floor<seconds>(time);
            books.check({.held_on = day, .begins = time, .sent = at(day, time), .shown = wall(day, time), .lasts = seconds(day.time_since_epoch()), .moved_to = day, .ends = time,
                         .seen = floor<milliseconds>(at(day, time)), .planned = local_days(day.time_since_epoch()) + whole, .late = hours(-9)});
        }
    for (seconds const lasts : {seconds::min(), seconds::max()}) books.check({.lasts = lasts});
}

TEST_CASE("dates and times are ordered, grouped and aggregated as time goes", "[types-moments]") {
    store books;
    std::vector<meeting> given;
    for (int i = 0; i < 40; ++i) {
        int const place = i * 7 % 40;  // not in the order of time
        sys_days const day = sys_days(1969y / 12 / 20) + days(place / 2);
        given.push_back({.week_id = books.monday.id, .held_on = day, .begins = microseconds(place * 999'999), .sent = at(day, microseconds(place * 100'001)),
                         .shown = wall(day, microseconds(place * 9)), .lasts = seconds(place - 20)});
        if (place % 3 != 0) given.back().moved_to = day + days(1), given.back().ends = hours(place % 24);
    }
    CHECK(books.db.insert(given) == 40);
    std::sort(given.begin(), given.end(), [](meeting const& left, meeting const& right) { return left.sent < right.sent; });
    auto const same_order = [&](std::vector<meeting> const& found) {
        REQUIRE(found.size() == given.size());
        for (std::size_t i = 0; i < found.size(); ++i) CHECK((found[i].sent == given[i].sent && found[i].moved_to == given[i].moved_to && found[i].ends == given[i].ends));
    };
    same_order(books.db.all(koine::from<meeting>().order_by(col<&meeting::sent>)));
    same_order(books.db.all(koine::from<meeting>().order_by(col<&meeting::held_on>, col<&meeting::begins>)));
    same_order(books.db.all(koine::from<meeting>().order_by(col<&meeting::shown>, col<&meeting::lasts>)));
    // Page by page: the values of the order travel in a token.
    std::vector<meeting> paged;
    auto const ordered = koine::from<meeting>().order_by(koine::desc(col<&meeting::moved_to>), col<&meeting::sent>);
    for (auto page = books.db.page(ordered, {.size = 7});; page = books.db.page(ordered, {.size = 7, .after = *page.next})) {
        paged.insert(paged.end(), page.rows.begin(), page.rows.end());
        if (!page.next) break;
    }
    CHECK(paged == books.db.all(ordered));
    auto const between = koine::from<meeting>().where(koine::between(col<&meeting::held_on>, 1969y / 12 / 31, 1970y / 1 / 1) && col<&meeting::sent> < instant(sys_days(1970y / 1 / 2)));
    CHECK(books.db.count(between) == 4);
    CHECK(books.db.count(koine::from<meeting>().where(col<&meeting::moved_to> > col<&meeting::held_on>)) == 26);
    CHECK(books.db.count(koine::from<meeting>().where(col<&meeting::sent> == koine::given(std::optional<instant>{}) && col<&meeting::held_on> == koine::given(std::optional<year_month_day>{}))) == 40);
    CHECK(books.db.one(koine::from<meeting>().select(koine::min(col<&meeting::held_on>))) == year_month_day(1969y / 12 / 20));
    CHECK(books.db.one(koine::from<meeting>().select(koine::max(col<&meeting::sent>))) == given.back().sent);
    CHECK(books.db.one(koine::from<meeting>().select(koine::max(col<&meeting::begins>)).where(col<&meeting::id> < 0)) == std::nullopt);
    CHECK(books.db.one(koine::from<meeting>().select(koine::coalesce(koine::max(col<&meeting::moved_to>), sys_days(1980y / 1 / 1))).where(col<&meeting::id> < 0)) == sys_days(1980y / 1 / 1));
    auto const grouped = books.db.all(koine::from<meeting>().select(col<&meeting::held_on>).group_by(col<&meeting::held_on>).having(koine::count() == 2).order_by(koine::desc(col<&meeting::held_on>)));
    REQUIRE(grouped.size() == 20);
    CHECK(grouped.front() == year_month_day(1970y / 1 / 8));
    CHECK(books.db.execute(koine::update<meeting>().set(col<&meeting::ends> = koine::time_of_day(5h), col<&meeting::moved_to> = col<&meeting::moved_to>).where(col<&meeting::lasts> < seconds(0))) == 20);
    CHECK(books.db.count(koine::from<meeting>().where(col<&meeting::ends> == koine::time_of_day(5h) && col<&meeting::lasts> < 0s)) == 20);
}

TEST_CASE("dates are keys, a user's type can be kept as one, and the database's clock tells UTC", "[types-moments]") {
    store books;
    books.db.insert(holiday{.on = local_days(2024y / 5 / 1), .worked = {77}}, koine::defaults<&holiday::entered>);
    holiday const found = *books.db.find<holiday>(local_days(2024y / 5 / 1));
    CHECK(found.worked == working_day{77});
    CHECK(abs(found.entered.value() - time_point_cast<microseconds>(system_clock::now())) < 10min);
    CHECK(kind_of([&] { books.db.insert(holiday{.on = local_days(2024y / 5 / 2), .worked = {77}}); }) == "unique");
    CHECK(books.db.execute(koine::upsert(holiday{.on = local_days(2024y / 5 / 1), .worked = {78}}).on<&holiday::on>().set<&holiday::worked>()) > 0);
    CHECK(books.db.count(koine::from<holiday>().where(col<&holiday::worked> == working_day{78} && col<&holiday::worked>.in({working_day{78}, working_day{1}}))) == 1);
}

template <class Options>
Options unnamed_statements() {
    Options options{};
    if constexpr (requires { options.named_statements; }) options.named_statements = false;
    return options;
}

TEST_CASE("neither the process's nor the session's time zone changes anything", "[types-moments]") {
    setenv("TZ", "Pacific/Apia", 1);
    tzset();
    store books;
    if (server::dialect::scheme != "sqlite") server::run(books.db, server::dialect::scheme == "postgresql" ? "SET TIME ZONE 'Asia/Kathmandu'" : "SET time_zone = '+05:45'");
    for (sys_days const day : {sys_days(2011y / 12 / 30), sys_days(1y / 1 / 1), sys_days(9999y / 12 / 31), sys_days(1985y / 12 / 31)})
        books.check({.held_on = day, .begins = 23h, .sent = at(day, 23h), .shown = wall(day, 1h), .moved_to = day, .seen = day + 23h});
    // Where values come as text, the server writes them in the session's zone.
    store unnamed(unnamed_statements<server::driver::options>());
    if constexpr (server::dialect::scheme == "postgresql") server::run(unnamed.db, "SET TIME ZONE 'America/Havana'");
    unnamed.check({.held_on = 1y / 1 / 1, .begins = 1us, .sent = at(1y / 1 / 2, 1us), .shown = wall(9999y / 12 / 31, 23h), .moved_to = 9999y / 12 / 31, .seen = sys_days(1969y / 12 / 31) + 1ms});
    unsetenv("TZ");
    tzset();
}

TEST_CASE("what not every database can keep is refused before it is sent", "[types-moments]") {
    store books;
    for (meeting const& given : {meeting{.held_on = 2023y / 2 / 29}, {.held_on = 0y / 12 / 31}, {.held_on = year_month_day{}}, {.begins = 24h}, {.begins = -1us},
                                 {.sent = sys_days(10000y / 1 / 1)}, {.shown = wall(0y / 12 / 31, 0us)}, {.seen = sys_time<milliseconds>::max()}, {.planned = local_seconds::min()}}) {
        CHECK(kind_of([&] { books.db.insert(given); }) == "range");
        CHECK(kind_of([&] { books.db.insert(std::vector{given, given}); }) == "range");
    }
    CHECK(kind_of([&] { books.db.count(koine::from<meeting>().where(col<&meeting::held_on>.in({2024y / 1 / 1, 2023y / 2 / 29}))); }) == "range");
    CHECK(books.db.count(koine::from<meeting>()) == 0);
}

TEST_CASE("what a column holds beside dates and times is told", "[types-moments]") {
    store books;
    books.check({.held_on = 2024y / 2 / 29, .begins = 1h + 500ms, .sent = at(2024y / 2 / 29, 60s)});
    // Of a table of somebody else's they may be read as the text that the database writes.
    CHECK(books.db.one(koine::from<meeting>().select(koine::raw<std::string, "{}">(col<&meeting::held_on>))) == "2024-02-29");
    CHECK(books.db.one(koine::from<meeting>().select(koine::raw<std::string, "{}">(col<&meeting::begins>))).starts_with("01:00:00.5"));
    CHECK(books.db.one(koine::from<meeting>().select(koine::raw<std::string, "{}">(col<&meeting::sent>))).starts_with("2024-02-29 00:01:00"));
    auto const becomes = [&](std::string const& set, char const* kind) {
        INFO(set);
        server::run(books.db, "UPDATE meetings SET " + set);
        CHECK(kind_of([&] { books.db.all(koine::from<meeting>()); }) == kind);
    };
    if constexpr (server::dialect::scheme == "postgresql") {
        becomes("held_on = 'infinity'", "range");
        becomes("held_on = '0002-05-05 BC'", "range");
        becomes("held_on = '2020-01-01', sent = '-infinity'", "range");
        becomes("sent = now(), begins = '24:00'", "range");
        becomes("begins = '00:00', seen = '2020-01-01 00:00:00.1234'", "range");
        server::run(books.db, "ALTER TABLE meetings ALTER sent TYPE timestamp, ALTER seen TYPE timestamptz");
        becomes("seen = NULL", "mismatch");
    } else if constexpr (server::dialect::scheme == "sqlite") {
        server::run(books.db, "PRAGMA ignore_check_constraints = ON");
        becomes("held_on = '2020-1-01 '", "mismatch");
        becomes("held_on = '2020-02-30'", "mismatch");
        becomes("held_on = '2020-02-28', sent = '2020-02-28T00:00:00.000000'", "mismatch");
        becomes("sent = '2020-02-28 00:00:00.000000', seen = '2020-02-28 00:00:00.000001'", "range");
    } else {
        server::run(books.db, "SET sql_mode = ''");
        becomes("held_on = '0000-00-00'", "mismatch");
        becomes("held_on = '2020-00-01'", "mismatch");
        becomes("held_on = '2020-01-01', begins = '24:00:00'", "range");
        becomes("begins = '-00:00:01'", "range");
        becomes("begins = 0, seen = '2020-01-01 00:00:00.0001'", "range");
    }
}

}  // namespace moments
