// SPDX-License-Identifier: BSL-1.0
// dialect · functions/standard: a pattern for each function, in which {0} is the first operand, {0!} too, in parentheses where it
// is more than one word, {*, } all of them, and {#} the number that a window function was given.
#pragma once

#include <koine/expression/function.hpp>

namespace koine::detail {

/// A pattern costs nothing where no query has its function.
constexpr std::string_view standard_spelling(function which) {
    switch (which) {
    case function::null_if: return "NULLIF({*, })";
    case function::greatest: return "GREATEST({*, })";
    case function::least: return "LEAST({*, })";

    case function::real_of_number: return "CAST({0} AS DOUBLE)";
    case function::integer_of_boolean: return "({0})";
    case function::integer_of_real: return "CASE WHEN {0!} >= -9223372036854775808e0 AND {0!} < 9223372036854775808e0 THEN CAST({0} AS INTEGER) END";
    case function::text_of_integer: return "CAST({0} AS CHAR)";
    case function::bytes_of_text: return "CAST({0} AS BINARY)";

    case function::lower_ascii: return "lower({0})";
    case function::upper_ascii: return "upper({0})";
    case function::character_length: return "CHAR_LENGTH({0})";
    case function::octet_length: return "OCTET_LENGTH({0})";
    case function::concat: return "({* || })";
    case function::substring: return "SUBSTR({*, })";
    case function::trim: return "TRIM({0})";
    case function::trim_start: return "LTRIM({0})";
    case function::trim_end: return "RTRIM({0})";
    case function::replace: return "REPLACE({*, })";
    case function::position: return "INSTR({*, })";
    case function::like: return "({0!} LIKE {1} ESCAPE '!')";

    case function::absolute: return "ABS({0})";
    case function::sign: return "SIGN({0})";
    case function::round: return "ROUND({0})";
    case function::floor: return "FLOOR({0})";
    case function::ceiling: return "CEILING({0})";
    case function::truncate: return "TRUNCATE({0}, 0)";
    case function::square_root: return "SQRT({0})";

    case function::utc_of_instant: return "{0}";
    case function::year: return "YEAR({0})";
    case function::month: return "MONTH({0})";
    case function::day: return "DAYOFMONTH({0})";
    case function::weekday: return "(WEEKDAY({0}) + 1)";
    case function::day_of_year: return "DAYOFYEAR({0})";
    case function::hour:
    case function::hour_of_time: return "HOUR({0})";
    case function::minute:
    case function::minute_of_time: return "MINUTE({0})";
    case function::second:
    case function::second_of_time: return "SECOND({0})";
    case function::date_of: return "DATE({0})";
    case function::start_of_year:
    case function::start_of_year_of_instant: return "CAST(DATE_FORMAT({0}, '%Y-01-01') AS DATETIME(6))";
    case function::start_of_month:
    case function::start_of_month_of_instant: return "CAST(DATE_FORMAT({0}, '%Y-%m-01') AS DATETIME(6))";
    case function::start_of_day:
    case function::start_of_day_of_instant: return "CAST(DATE({0}) AS DATETIME(6))";
    case function::start_of_hour:
    case function::start_of_hour_of_instant: return "CAST(DATE_FORMAT({0}, '%Y-%m-%d %H:00:00') AS DATETIME(6))";
    case function::start_of_minute:
    case function::start_of_minute_of_instant: return "CAST(DATE_FORMAT({0}, '%Y-%m-%d %H:%i:00') AS DATETIME(6))";
    case function::start_of_second:
    case function::start_of_second_of_instant: return "CAST(DATE_FORMAT({0}, '%Y-%m-%d %H:%i:%s') AS DATETIME(6))";
    case function::start_of_year_of_date: return "CAST(DATE_FORMAT({0}, '%Y-01-01') AS DATE)";
    case function::start_of_month_of_date: return "CAST(DATE_FORMAT({0}, '%Y-%m-01') AS DATE)";
    case function::days_between: return "DATEDIFF({1}, {0})";
    case function::microseconds_between: return "TIMESTAMPDIFF(MICROSECOND, {*, })";
    case function::now: return "UTC_TIMESTAMP(6)";

    case function::row_number: return "ROW_NUMBER()";
    case function::rank: return "RANK()";
    case function::dense_rank: return "DENSE_RANK()";
    case function::percent_rank: return "PERCENT_RANK()";
    case function::cume_dist: return "CUME_DIST()";
    case function::ntile: return "NTILE({#})";
    case function::lag: return "LAG({0}, {#})";
    case function::lead: return "LEAD({0}, {#})";
    case function::first_value: return "FIRST_VALUE({0})";
    case function::last_value: return "LAST_VALUE({0})";
    case function::nth_value: return "NTH_VALUE({0}, {#})";

    // In no standard of four.
    case function::json_as_text:
    case function::json_as_integer:
    case function::json_as_double:
    case function::json_as_boolean:
    case function::json_length:
    case function::json_is_null:
    case function::json_merge: break;
    }
    return {};
}

}  // namespace koine::detail
