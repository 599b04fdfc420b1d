// SPDX-License-Identifier: BSL-1.0
// driver · mysql/moment: dates and times as the client library has them, in parts.
#pragma once

#include <koine/driver/mysql/client.hpp>

#include <koine/types/moment.hpp>

namespace koine::detail {

inline MYSQL_TIME mysql_time_of(bound_value const& value) {
    MYSQL_TIME parts{};
    std::int64_t days = value.integer;
    std::int64_t rest = 0;
    if (value.kind != bound_kind::date) {
        days = value.integer / microseconds_per_day - (value.integer % microseconds_per_day < 0 ? 1 : 0);
        rest = value.integer - days * microseconds_per_day;
    }
    if (value.kind != bound_kind::time) {
        calendar_date const date = date_of(days);
        parts.year = static_cast<unsigned>(date.year);
        parts.month = date.month;
        parts.day = date.day;
    }
    parts.hour = static_cast<unsigned>(rest / 3'600'000'000);
    parts.minute = static_cast<unsigned>(rest / 60'000'000 % 60);
    parts.second = static_cast<unsigned>(rest / 1'000'000 % 60);
    parts.second_part = static_cast<unsigned long>(rest % 1'000'000);
    parts.time_type = value.kind == bound_kind::date ? MYSQL_TIMESTAMP_DATE : value.kind == bound_kind::time ? MYSQL_TIMESTAMP_TIME : MYSQL_TIMESTAMP_DATETIME;
    return parts;
}

/// False of a zero date, and of one that is zero in part. A TIME can be as long as 838 hours, and negative.
inline bool read_mysql_time(MYSQL_TIME const& parts, bound_kind kind, std::int64_t& out) {
    if (kind != bound_kind::time && (parts.month == 0 || parts.day == 0)) return false;
    std::int64_t const days = kind == bound_kind::time ? parts.day : days_of(parts.year, parts.month, parts.day);
    if (kind == bound_kind::date) return out = days, true;
    std::int64_t const seconds = ((days * 24 + parts.hour) * 60 + parts.minute) * 60 + parts.second;
    out = seconds * 1'000'000 + static_cast<std::int64_t>(parts.second_part);
    return out = parts.neg ? -out : out, true;
}

}  // namespace koine::detail
