// SPDX-License-Identifier: BSL-1.0
// expression · moment_function: the parts of dates and times, their beginnings, and what lies between them. Opt-in. A point of time is
// in UTC, whatever the session's zone is; a local time is what it shows.
#pragma once

#include <koine/expression/function.hpp>

#include <koine/types/chrono.hpp>

namespace koine {

/// What dates and times are cut down to.
enum class calendar_unit : unsigned char { year, month, day, hour, minute, second };

namespace detail {

template <class Operand>
inline constexpr family moment_of = family_of<typename value_of_operand<Operand>::type>();

/// A point of time as a clock in UTC shows it; anything else as it is.
template <class Operand>
constexpr auto shown_in_utc(Operand const& operand) {
    using value = typename Operand::value_type;
    if constexpr (family_of<value>() != family::instant) return operand;
    else return call<function::utc_of_instant, optional_if<is_optional<value>, std::chrono::local_time<std::chrono::microseconds>>>(operand);
}

template <function Which, bool Fits, class Operand>
constexpr auto part_of_moment(Operand const& operand) {
    static_assert(Fits || any_refused_operand<Operand>,
                  "koine: a year, a month and a day are of a date or a point of time, an hour, a minute and a second of a time of day or a point of time");
    if constexpr (Fits) return call<Which, optional_if<any_nullable<Operand>, std::int64_t>>(shown_in_utc(operand));
    else return refused<refused_value>;
}
template <class Operand>
inline constexpr bool has_date = moment_of<Operand> == family::date || moment_of<Operand> == family::instant || moment_of<Operand> == family::local_time;

template <function Which, class Operand>
constexpr auto part_of_date(Operand const& operand) {
    return part_of_moment<Which, has_date<Operand>>(operand);
}
template <function OfTime, function Which, class Operand>
constexpr auto part_of_time(Operand const& operand) {
    if constexpr (moment_of<Operand> == family::time) return part_of_moment<OfTime, true>(operand);
    else return part_of_moment<Which, has_date<Operand> && moment_of<Operand> != family::date>(operand);
}

constexpr function start_function(family of, calendar_unit unit) {
    function const first = of == family::date ? function::start_of_year_of_date : of == family::instant ? function::start_of_year_of_instant : function::start_of_year;
    return static_cast<function>(static_cast<int>(first) + static_cast<int>(unit));
}

template <function Which, family Of, class Result, class First, class Second>
constexpr auto distance(First const& first, Second const& second) {
    using value = operand_type<First>;
    constexpr bool fits = moment_of<First> == Of && moment_of<Second> == Of && is_argument<value, First>() && is_argument<value, Second>();
    static_assert(fits || any_refused_operand<First, Second>, "koine: days_between is of two dates, microseconds_between of two points of time in UTC");
    if constexpr (fits) return call<Which, optional_if<any_nullable<First, Second>, Result>>(argument<value>(first), argument<value>(second));
    else return refused<refused_value>;
}

}  // namespace detail

template <detail::is_expression Operand>
constexpr auto year(Operand const& operand) {
    return detail::part_of_date<function::year>(operand);
}
/// 1 to 12.
template <detail::is_expression Operand>
constexpr auto month(Operand const& operand) {
    return detail::part_of_date<function::month>(operand);
}
/// 1 to 31.
template <detail::is_expression Operand>
constexpr auto day(Operand const& operand) {
    return detail::part_of_date<function::day>(operand);
}
/// 1 for Monday to 7 for Sunday.
template <detail::is_expression Operand>
constexpr auto weekday(Operand const& operand) {
    return detail::part_of_date<function::weekday>(operand);
}
/// 1 to 366.
template <detail::is_expression Operand>
constexpr auto day_of_year(Operand const& operand) {
    return detail::part_of_date<function::day_of_year>(operand);
}
template <detail::is_expression Operand>
constexpr auto hour(Operand const& operand) {
    return detail::part_of_time<function::hour_of_time, function::hour>(operand);
}
template <detail::is_expression Operand>
constexpr auto minute(Operand const& operand) {
    return detail::part_of_time<function::minute_of_time, function::minute>(operand);
}
/// Whole ones: 0 to 59.
template <detail::is_expression Operand>
constexpr auto second(Operand const& operand) {
    return detail::part_of_time<function::second_of_time, function::second>(operand);
}

/// The date of a point of time, as a std::chrono::year_month_day.
template <detail::is_expression Operand>
constexpr auto date_of(Operand const& operand) {
    constexpr bool fits = detail::has_date<Operand> && detail::moment_of<Operand> != detail::family::date;
    static_assert(fits || detail::any_refused_operand<Operand>, "koine: date_of is of a point of time, in UTC or on a clock");
    if constexpr (fits) return detail::call<function::date_of, detail::optional_if<detail::any_nullable<Operand>, std::chrono::year_month_day>>(detail::shown_in_utc(operand));
    else return detail::refused<detail::refused_value>;
}
/// The first moment of the year, month, … that a date or a point of time is in: `start_of<koine::calendar_unit::month>(x)`.
template <calendar_unit Unit, detail::is_expression Operand>
constexpr auto start_of(Operand const& operand) {
    using value = typename Operand::value_type;
    constexpr detail::family of = detail::moment_of<Operand>;
    constexpr bool fits = detail::has_date<Operand> && (of != detail::family::date || Unit <= calendar_unit::month);
    static_assert(fits || detail::any_refused<value>, "koine: start_of is of a point of time, or the year or month of a date");
    if constexpr (fits) return detail::call<detail::start_function(of, Unit), value>(operand);
    else return detail::refused<detail::refused_value>;
}

/// The days from one date to another, as std::chrono::days; negative where the second is earlier.
template <class First, class Second>
    requires detail::some_expression<First, Second>
constexpr auto days_between(First const& first, Second const& second) {
    return detail::distance<function::days_between, detail::family::date, std::chrono::days>(first, second);
}
/// The time from one point of time to another, as std::chrono::microseconds.
template <class First, class Second>
    requires detail::some_expression<First, Second>
constexpr auto microseconds_between(First const& first, Second const& second) {
    return detail::distance<function::microseconds_between, detail::family::instant, std::chrono::microseconds>(first, second);
}

/// When the statement began, by the database's clock; SQLite's counts milliseconds.
constexpr auto now() { return detail::call<function::now, std::chrono::sys_time<std::chrono::microseconds>>(); }

}  // namespace koine
