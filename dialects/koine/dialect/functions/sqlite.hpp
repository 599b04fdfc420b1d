// SPDX-License-Identifier: BSL-1.0
// dialect · functions/sqlite: the functions that SQLite spells differently (manual: sqlite.org/lang_corefunc.html). Those named
// koine_ are the driver's: SQLite's own stop at a NUL, or are not in every build.
#pragma once

#include <koine/dialect/functions/standard.hpp>

namespace koine::detail {

constexpr std::string_view sqlite_spelling(function which) {
    switch (which) {
    case function::greatest: return "max({*, })";
    case function::least: return "min({*, })";

    case function::real_of_number: return "CAST({0} AS REAL)";
    case function::text_of_integer: return "CAST({0} AS TEXT)";
    case function::bytes_of_text: return "CAST({0} AS BLOB)";

    case function::character_length: return "koine_length({0})";
    case function::octet_length: return "length(CAST({0} AS BLOB))";
    case function::substring: return "koine_substring({*, })";
    case function::like: return "koine_like({*, })";

    // Beyond 2^53 a double has no fraction, and CAST reaches as far as 2^63.
    case function::round:
        return "CASE WHEN abs({0}) < 4503599627370496e0 THEN CAST({0} AS INTEGER) + CASE WHEN abs({0!} - CAST({0} AS INTEGER)) >= 0.5 THEN sign({0}) * 1.0 ELSE 0.0 END ELSE {0} END";
    case function::floor:
        return "CASE WHEN abs({0}) < 4503599627370496e0 THEN CAST({0} AS INTEGER) - CASE WHEN {0!} < CAST({0} AS INTEGER) THEN 1.0 ELSE 0.0 END ELSE {0} END";
    case function::ceiling:
        return "CASE WHEN abs({0}) < 4503599627370496e0 THEN CAST({0} AS INTEGER) + CASE WHEN {0!} > CAST({0} AS INTEGER) THEN 1.0 ELSE 0.0 END ELSE {0} END";
    case function::truncate: return "CASE WHEN abs({0}) < 4503599627370496e0 THEN CAST(CAST({0} AS INTEGER) AS REAL) ELSE {0} END";
    case function::square_root: return "koine_square_root({0})";
    case function::json_as_text: return "CASE WHEN json_type({0}) = 'text' THEN {0!} ->> '$' END";
    case function::json_as_integer:
        return "CASE json_type({0}) WHEN 'integer' THEN CASE WHEN typeof({0!} ->> '$') = 'integer' THEN {0!} ->> '$' END WHEN 'real' THEN CASE WHEN {0!} ->> '$' = CAST({0!} ->> '$' AS INTEGER) "
               "AND {0!} ->> '$' >= -9223372036854775808e0 AND {0!} ->> '$' < 9223372036854775808e0 THEN CAST({0!} ->> '$' AS INTEGER) END END";
    case function::json_as_double: return "CASE WHEN json_type({0}) IN ('integer', 'real') THEN CAST({0!} ->> '$' AS REAL) END";
    case function::json_as_boolean: return "CASE WHEN json_type({0}) IN ('true', 'false') THEN {0!} ->> '$' END";
    case function::json_length: return "CASE WHEN json_type({0}) = 'array' THEN json_array_length({0}) END";
    case function::json_is_null: return "(json_type({0}) = 'null')";
    case function::json_merge: return "json_patch({0}, {1})";

    // A date is text of ten characters, and stands at the beginning of a point of time, whose date SQLite's own functions may round up.
    case function::year: return "CAST(substr({0}, 1, 4) AS INTEGER)";
    case function::month: return "CAST(substr({0}, 6, 2) AS INTEGER)";
    case function::day: return "CAST(substr({0}, 9, 2) AS INTEGER)";
    case function::hour: return "CAST(substr({0}, 12, 2) AS INTEGER)";
    case function::minute: return "CAST(substr({0}, 15, 2) AS INTEGER)";
    case function::second: return "CAST(substr({0}, 18, 2) AS INTEGER)";
    case function::hour_of_time: return "CAST(substr({0}, 1, 2) AS INTEGER)";
    case function::minute_of_time: return "CAST(substr({0}, 4, 2) AS INTEGER)";
    case function::second_of_time: return "CAST(substr({0}, 7, 2) AS INTEGER)";
    case function::weekday: return "((CAST(strftime('%w', substr({0}, 1, 10)) AS INTEGER) + 6) % 7 + 1)";
    case function::day_of_year: return "CAST(strftime('%j', substr({0}, 1, 10)) AS INTEGER)";
    case function::date_of: return "substr({0}, 1, 10)";
    case function::start_of_year:
    case function::start_of_year_of_instant: return "(substr({0}, 1, 4) || '-01-01 00:00:00.000000')";
    case function::start_of_month:
    case function::start_of_month_of_instant: return "(substr({0}, 1, 7) || '-01 00:00:00.000000')";
    case function::start_of_day:
    case function::start_of_day_of_instant: return "(substr({0}, 1, 10) || ' 00:00:00.000000')";
    case function::start_of_hour:
    case function::start_of_hour_of_instant: return "(substr({0}, 1, 13) || ':00:00.000000')";
    case function::start_of_minute:
    case function::start_of_minute_of_instant: return "(substr({0}, 1, 16) || ':00.000000')";
    case function::start_of_second:
    case function::start_of_second_of_instant: return "(substr({0}, 1, 19) || '.000000')";
    case function::start_of_year_of_date: return "(substr({0}, 1, 4) || '-01-01')";
    case function::start_of_month_of_date: return "(substr({0}, 1, 7) || '-01')";
    case function::days_between: return "CAST(julianday({1}) - julianday({0}) AS INTEGER)";
    case function::microseconds_between:
        return "((strftime('%s', substr({1}, 1, 19)) - strftime('%s', substr({0}, 1, 19))) * 1000000 + CAST(substr({1}, 21, 6) AS INTEGER) - CAST(substr({0}, 21, 6) AS INTEGER))";
    case function::now: return "strftime('%Y-%m-%d %H:%M:%f000', 'now')";
    default: return standard_spelling(which);
    }
}

}  // namespace koine::detail
