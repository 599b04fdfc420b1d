// SPDX-License-Identifier: BSL-1.0
// types · moment: dates and times as counts, and as the text of ISO 8601; no clock and no <chrono>.
#pragma once

#include <koine/types/bound_value.hpp>
#include <koine/types/storage.hpp>

namespace koine::detail {

inline constexpr std::int64_t microseconds_per_day = 86'400'000'000;

/// Days since 1970 of a date of the Gregorian calendar; a year is counted from March on, so that its leap day is its last.
constexpr std::int64_t days_of(std::int64_t year, unsigned month, unsigned day) {
    std::int64_t const from_march = month > 2 ? year : year - 1;
    std::int64_t const era = (from_march >= 0 ? from_march : from_march - 399) / 400;
    std::int64_t const year_of_era = from_march - era * 400;
    std::int64_t const day_of_year = (153 * (month + (month > 2 ? -3U : 9U)) + 2) / 5 + day - 1;
    return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

struct calendar_date {
    std::int64_t year;
    unsigned month;
    unsigned day;
};
constexpr calendar_date date_of(std::int64_t days) {
    days += 719'468;
    std::int64_t const era = (days >= 0 ? days : days - 146'096) / 146'097;
    std::int64_t const day_of_era = days - era * 146'097;
    std::int64_t const year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    std::int64_t const day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    auto const month_from_march = static_cast<unsigned>((5 * day_of_year + 2) / 153);
    unsigned const month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, static_cast<unsigned>(day_of_year) - (153 * month_from_march + 2) / 5 + 1};
}

inline constexpr std::int64_t first_day = days_of(1, 1, 1);
inline constexpr std::int64_t last_day = days_of(9999, 12, 31);
inline constexpr std::int64_t first_microsecond = first_day * microseconds_per_day;
inline constexpr std::int64_t last_microsecond = (last_day + 1) * microseconds_per_day - 1;

/// Whether all databases can keep a date or time: years 1 to 9999, and times of a day within it.
constexpr bool can_keep(bound_kind kind, std::int64_t count) {
    if (kind == bound_kind::date) return count >= first_day && count <= last_day;
    if (kind == bound_kind::time) return count >= 0 && count < microseconds_per_day;
    return count >= first_microsecond && count <= last_microsecond;
}
constexpr bool is_moment(bound_kind kind) { return kind >= bound_kind::date && kind <= bound_kind::local_time; }
constexpr bound_kind bound_kind_of(storage moment) {
    return static_cast<bound_kind>(static_cast<int>(bound_kind::date) + static_cast<int>(moment) - static_cast<int>(storage::date));
}

/// 2024-02-29, 23:59:59.000000, or both with a space between: always as wide, so that its order is that of time.
struct moment_text {
    char at[26]{};
    std::size_t size = 0;

    constexpr explicit moment_text(bound_value const& value) {
        std::int64_t days = value.integer;
        std::int64_t rest = value.integer;
        if (value.kind != bound_kind::date) {
            days = rest / microseconds_per_day - (rest % microseconds_per_day < 0 ? 1 : 0);
            rest -= days * microseconds_per_day;
        }
        if (value.kind != bound_kind::time) {
            calendar_date const date = date_of(days);
            put(date.year, 4, '-'), put(date.month, 2, '-'), put(date.day, 2, ' ');
        }
        if (value.kind == bound_kind::date) --size;
        else put(rest / 3'600'000'000, 2, ':'), put(rest / 60'000'000 % 60, 2, ':'), put(rest / 1'000'000 % 60, 2, '.'), put(rest % 1'000'000, 6, 0);
    }
    [[nodiscard]] constexpr std::string_view view() const { return {at, size}; }

private:
    [[gnu::noinline]] constexpr void put(std::int64_t number, int digits, char behind) {
        for (int i = digits; i-- > 0; number /= 10) at[size + static_cast<std::size_t>(i)] = static_cast<char>('0' + number % 10);
        size += static_cast<std::size_t>(digits);
        if (behind != 0) at[size++] = behind;
    }
};

/// Reads what databases write: a T or a space in the middle, fractions of one to six digits or none, and behind an instant
/// its distance from UTC.
class moment_reader {
public:
    constexpr explicit moment_reader(std::string_view text) : rest_(text) {}

    constexpr bool read(storage kind, std::int64_t& out) {
        std::int64_t date = 0;
        std::int64_t time = 0;
        if (kind != storage::time && !read_date(date)) return false;
        if (kind == storage::date) return out = date, rest_.empty();
        if (kind != storage::time && !skip(' ') && !skip('T')) return false;
        if (!read_time(time) || (kind == storage::instant && !read_distance(time))) return false;
        return out = date * microseconds_per_day + time, rest_.empty();
    }

private:
    constexpr bool skip(char expected) {
        if (!rest_.starts_with(expected)) return false;
        return rest_.remove_prefix(1), true;
    }
    /// Gives -1 where there are not so many digits.
    constexpr int number(std::size_t digits) {
        if (rest_.size() < digits) return -1;
        int value = 0;
        for (char c : rest_.substr(0, digits)) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return rest_.remove_prefix(digits), value;
    }
    constexpr bool read_date(std::int64_t& days) {
        int const year = number(4);
        int const month = skip('-') ? number(2) : -1;
        int const day = skip('-') ? number(2) : -1;
        if (year < 1 || month < 1 || day < 1) return false;
        days = days_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
        calendar_date const same = date_of(days);
        return same.year == year && same.month == static_cast<unsigned>(month) && same.day == static_cast<unsigned>(day);
    }
    constexpr bool read_time(std::int64_t& microseconds) {
        int const hour = number(2);
        int const minute = skip(':') ? number(2) : -1;
        int const second = skip(':') ? number(2) : -1;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
        microseconds = ((hour * 60 + minute) * 60 + second) * std::int64_t{1'000'000};
        if (!skip('.')) return true;
        std::int64_t unit = 100'000;
        if (rest_.empty()) return false;
        for (int digit = number(1); digit >= 0; digit = number(1), unit /= 10) {
            if (unit == 0 && digit > 0) return false;
            microseconds += digit * unit;
        }
        return true;
    }
    /// Takes it off, so that UTC is left.
    constexpr bool read_distance(std::int64_t& microseconds) {
        bool const west = rest_.starts_with('-');
        if (rest_.empty() || skip('Z')) return true;
        if (!skip('+') && !skip('-')) return false;
        int const hours = number(2);
        int const minutes = skip(':') ? number(2) : 0;
        int const seconds = skip(':') ? number(2) : 0;
        if (hours < 0 || minutes < 0 || seconds < 0) return false;
        std::int64_t const distance = ((hours * 60 + minutes) * 60 + seconds) * std::int64_t{1'000'000};
        return microseconds += west ? distance : -distance, true;
    }

    std::string_view rest_;
};

}  // namespace koine::detail
