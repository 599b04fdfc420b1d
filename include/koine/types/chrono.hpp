// SPDX-License-Identifier: BSL-1.0
// types · chrono: dates, times of day, points of time and durations of <chrono>. Opt-in, because it includes that.
#pragma once

#include <koine/detail/failure.hpp>
#include <koine/types/moment.hpp>
#include <koine/types/type.hpp>

#include <chrono>
#include <compare>
#include <utility>

namespace koine {

/// A time of day, counted from midnight: `koine::time_of_day(9h + 30min)`. It is a type of its own because a duration is an
/// amount, kept as a number and as long as it likes, and std::chrono::hh_mm_ss neither compares nor can be assigned part by part.
struct time_of_day {
    std::chrono::microseconds since_midnight{};

    constexpr time_of_day() = default;
    template <class Rep, class Period>
    constexpr time_of_day(std::chrono::duration<Rep, Period> passed) : since_midnight(passed) {}
    constexpr auto operator<=>(time_of_day const&) const = default;
};

namespace detail {

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_moment() {
    throw error(error_kind::range, "koine: a date or time cannot be kept: years are 1 to 9999, a month has the days that it has, and a day 24 hours");
}
constexpr bound_value bind_moment(bound_kind which, std::int64_t count) {
    if (!can_keep(which, count)) fail_moment();
    return bound_value::moment(which, count);
}

/// The kind of a type that counts units: whole ones, and of points of time a number of microseconds. A function says what is
/// wrong: a class that does would not be one any more.
template <class Unit>
consteval storage kind_of_points(storage kind) {
    static_assert(std::is_integral_v<typename Unit::rep> && std::ratio_divide<typename Unit::period, std::micro>::den == 1 &&
                      std::ratio_less_v<typename Unit::period, std::chrono::days::period>,
                  "koine: databases keep microseconds: take std::chrono::sys_time or local_time of std::chrono::microseconds, or of a unit up to hours, and "
                  "std::chrono::floor what is finer; days are a date");
    return kind;
}
template <class Unit>
consteval storage kind_of_amounts() {
    static_assert(std::is_integral_v<typename Unit::rep>, "koine: a duration is kept as a whole number of its unit");
    return storage::int64;
}

/// A point of time on a calendar, in UTC or in no zone.
template <storage Kind, class Point>
struct time_point_type {
    using unit = typename Point::duration;
    static constexpr storage kind = kind_of_points<unit>(Kind);
    static constexpr bound_value encode(Point value) {
        using std::chrono::microseconds;
        if (value.time_since_epoch() < std::chrono::floor<unit>(microseconds(first_microsecond)) ||
            value.time_since_epoch() > std::chrono::floor<unit>(microseconds(last_microsecond)))
            fail_moment();
        return bind_moment(bound_kind_of(Kind), std::chrono::duration_cast<microseconds>(value.time_since_epoch()).count());
    }
    /// A value between two units is not rounded to one.
    static constexpr bool decode(std::int64_t value, Point& out) {
        std::chrono::microseconds const passed(value);
        out = Point(std::chrono::floor<unit>(passed));
        return can_keep(bound_kind_of(Kind), value) && out.time_since_epoch() == passed;
    }
};

/// A date as a number of days.
template <class Days>
struct day_type {
    static constexpr storage kind = storage::date;
    static constexpr bound_value encode(Days value) { return bind_moment(bound_kind::date, value.time_since_epoch().count()); }
    static constexpr bool decode(std::int64_t value, Days& out) {
        if (!can_keep(bound_kind::date, value)) return false;
        return out = Days(std::chrono::days(value)), true;
    }
};

}  // namespace detail

template <>
struct type<std::chrono::year_month_day> {
    static constexpr storage kind = storage::date;
    static constexpr std::chrono::year_month_day some{std::chrono::sys_days{}};
    static constexpr bound_value encode(std::chrono::year_month_day value) {
        if (!value.ok()) detail::fail_moment();
        return detail::bind_moment(bound_kind::date, std::chrono::sys_days(value).time_since_epoch().count());
    }
    static constexpr bool decode(std::int64_t value, std::chrono::year_month_day& out) {
        if (!detail::can_keep(bound_kind::date, value)) return false;
        return out = std::chrono::sys_days(std::chrono::days(value)), true;
    }
};
template <>
struct type<std::chrono::sys_days> : detail::day_type<std::chrono::sys_days> {};
template <>
struct type<std::chrono::local_days> : detail::day_type<std::chrono::local_days> {};

template <>
struct type<time_of_day> {
    static constexpr storage kind = storage::time;
    static constexpr bound_value encode(time_of_day value) { return detail::bind_moment(bound_kind::time, value.since_midnight.count()); }
    static constexpr bool decode(std::int64_t value, time_of_day& out) {
        if (!detail::can_keep(bound_kind::time, value)) return false;
        return out = std::chrono::microseconds(value), true;
    }
};

template <class Duration>
struct type<std::chrono::sys_time<Duration>> : detail::time_point_type<storage::instant, std::chrono::sys_time<Duration>> {};
template <class Duration>
struct type<std::chrono::local_time<Duration>> : detail::time_point_type<storage::local_time, std::chrono::local_time<Duration>> {};

/// The number of its units. It meets only durations of the same unit: the database would compare the numbers.
template <class Rep, class Period>
struct type<std::chrono::duration<Rep, Period>> {
    static constexpr storage kind = detail::kind_of_amounts<std::chrono::duration<Rep, Period>>();
    static constexpr bool strong = true;
    static constexpr bound_value encode(std::chrono::duration<Rep, Period> value) {
        if (!std::in_range<std::int64_t>(value.count())) detail::fail_moment();
        return bound_value::of(static_cast<std::int64_t>(value.count()));
    }
    static constexpr bool decode(std::int64_t value, std::chrono::duration<Rep, Period>& out) {
        if (!std::in_range<Rep>(value)) return false;
        return out = std::chrono::duration<Rep, Period>(static_cast<Rep>(value)), true;
    }
};

}  // namespace koine
