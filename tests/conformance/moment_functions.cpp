// SPDX-License-Identifier: BSL-1.0
// conformance · moment_functions: the parts of dates and times, their beginnings, and what lies between them, in any time zone.
#include "law.hpp"
#include "server.hpp"

#include <koine/expression/moment_function.hpp>

namespace moment_functions {

using koine::calendar_unit;
using koine::col;
using namespace std::chrono;
using instant = sys_time<microseconds>;

struct visit {
    std::int64_t id{};
    instant came{};
    std::optional<local_time<microseconds>> shown{};
    std::optional<year_month_day> planned{};
    koine::time_of_day opens{};
};
constexpr auto describe(koine::model<visit>) { return koine::table("visits").primary_key<&visit::id>(); }
constexpr auto came = col<&visit::came>;
constexpr auto shown = col<&visit::shown>;
constexpr auto planned = col<&visit::planned>;
constexpr auto opens = col<&visit::opens>;

struct parts {
    std::int64_t year{}, month{}, day{}, weekday{}, day_of_year{}, hour{}, minute{}, second{};
    std::optional<std::int64_t> year_shown, day_planned, weekday_planned;
    std::int64_t opens_hour{}, opens_minute{}, opens_second{};
    bool operator==(parts const&) const = default;
};
struct cut {
    year_month_day date{};
    instant year{}, month{}, day{}, hour{}, minute{}, second{};
    std::optional<local_time<microseconds>> month_shown;
    std::optional<year_month_day> year_planned, month_planned;
    bool operator==(cut const&) const = default;
};

/// Asks a database whose session lies in a zone far from UTC about one visit.
struct book : server::fresh {
    book() {
        db.create_tables<visit>();
        if (server::dialect::scheme != "sqlite") server::run(db, server::dialect::scheme == "postgresql" ? "SET TIME ZONE 'Asia/Kathmandu'" : "SET time_zone = '+05:45'");
    }
    void enter(visit const& one) {
        db.execute(koine::erase_all<visit>());
        db.insert(one, koine::keep_keys);
    }
};

TEST_CASE("a date or time has the parts that the calendar says, and begins where they do", "[types-moment-functions]") {
    book all;
    auto const taken = koine::from<visit>().select<parts>(koine::year(came), koine::month(came), koine::day(came), koine::weekday(came), koine::day_of_year(came), koine::hour(came),
                                                          koine::minute(came), koine::second(came), koine::year(shown), koine::day(planned), koine::weekday(planned),
                                                          koine::hour(opens), koine::minute(opens), koine::second(opens));
    auto const begun = koine::from<visit>().select<cut>(koine::date_of(came), koine::start_of<calendar_unit::year>(came), koine::start_of<calendar_unit::month>(came),
                                                        koine::start_of<calendar_unit::day>(came), koine::start_of<calendar_unit::hour>(came), koine::start_of<calendar_unit::minute>(came),
                                                        koine::start_of<calendar_unit::second>(came), koine::start_of<calendar_unit::month>(shown),
                                                        koine::start_of<calendar_unit::year>(planned), koine::start_of<calendar_unit::month>(planned));
    for (sys_days const day : {sys_days(1y / 1 / 1), sys_days(9999y / 12 / 31), sys_days(2024y / 2 / 29), sys_days(1969y / 12 / 31), sys_days(1900y / 3 / 1), sys_days(2023y / 1 / 1)})
        for (microseconds const time : {0us, 86'399'999'999us, 43'200'500'000us}) {
            INFO(day.time_since_epoch().count() << " " << time.count());
            year_month_day const date = day;
            local_days const local(day.time_since_epoch());
            hh_mm_ss const clock(time);
            all.enter({.id = 1, .came = day + time, .shown = local + time, .planned = date, .opens = time});
            auto const count = [](auto unit) { return std::int64_t{unit.count()}; };
            std::int64_t const iso = weekday(day).iso_encoding(), year = int(date.year()), month = unsigned(date.month()), mday = unsigned(date.day());
            std::int64_t const yday = count(day - sys_days(date.year() / 1 / 1)) + 1, second = count(clock.seconds());
            CHECK(all.db.one(taken) == parts{year, month, mday, iso, yday, count(clock.hours()), count(clock.minutes()), second, year, mday, iso, count(clock.hours()), count(clock.minutes()), second});
            CHECK(all.db.one(begun) == cut{date, sys_days(date.year() / 1 / 1), sys_days(date.year() / date.month() / 1), day, day + clock.hours(), day + clock.hours() + clock.minutes(),
                                           floor<seconds>(day + time), local_days(date.year() / date.month() / 1), date.year() / 1 / 1, date.year() / date.month() / 1});
            CHECK(all.db.one(koine::from<visit>().select(koine::microseconds_between(instant(), came))) == (day + time).time_since_epoch());
            CHECK(all.db.one(koine::from<visit>().select(koine::days_between(planned, koine::date_of(shown)))) == days(0));
            CHECK(all.db.one(koine::from<visit>().select(koine::days_between(planned, year_month_day(1970y / 1 / 1)))) == -day.time_since_epoch());
        }
}

TEST_CASE("the parts of no date are none, and the database's clock tells UTC", "[types-moment-functions]") {
    book all;
    all.enter({.id = 1, .came = time_point_cast<microseconds>(system_clock::now())});
    CHECK(all.db.count(koine::from<visit>().where(koine::year(shown) == std::nullopt && koine::day(planned) == std::nullopt && koine::start_of<calendar_unit::year>(planned) == std::nullopt &&
                                                  koine::date_of(shown) == std::nullopt && koine::days_between(planned, koine::date_of(came)) == std::nullopt)) == 1);
    CHECK(abs(all.db.one(koine::from<visit>().select(koine::now())) - system_clock::now()) < 10min);
    CHECK(all.db.count(koine::from<visit>().where(koine::between(koine::microseconds_between(came, koine::now()), microseconds(-10min), microseconds(10min)))) == 1);
    CHECK(all.db.all(koine::from<visit>().select(koine::count()).group_by(koine::start_of<calendar_unit::month>(came)).order_by(koine::start_of<calendar_unit::month>(came))) == std::vector<std::int64_t>{1});
}

}  // namespace moment_functions
