// SPDX-License-Identifier: BSL-1.0
// dialect · functions/postgres: the functions that PostgreSQL spells differently (manual: chapter 9).
#pragma once

#include <koine/dialect/functions/standard.hpp>

namespace koine::detail {

constexpr std::string_view postgres_spelling(function which, bool nullable) {
    switch (which) {
    // GREATEST leaves NULL out here.
    case function::greatest: return nullable ? "CASE WHEN num_nulls({*, }) = 0 THEN GREATEST({*, }) END" : "GREATEST({*, })";
    case function::least: return nullable ? "CASE WHEN num_nulls({*, }) = 0 THEN LEAST({*, }) END" : "LEAST({*, })";

    case function::real_of_number: return "{0!}::double precision";
    case function::integer_of_boolean: return "{0!}::integer::bigint";
    case function::integer_of_real:
        return "CASE WHEN {0!} >= -9223372036854775808e0 AND {0!} < 9223372036854775808e0 THEN trunc({0})::bigint END";
    case function::text_of_integer: return "{0!}::text";
    case function::bytes_of_text: return "convert_to({0}, 'UTF8')";

    case function::lower_ascii: return "lower({0!} COLLATE \"C\")";
    case function::upper_ascii: return "upper({0!} COLLATE \"C\")";
    case function::character_length: return "char_length({0})::bigint";
    case function::octet_length: return "octet_length({0})::bigint";
    case function::substring: return "substr({0}, {1}::integer, {2}::integer)";
    case function::position: return "strpos({*, })::bigint";

    case function::sign: return "sign({0})::bigint";
    // round() of a double takes a half to the even number.
    case function::round: return "(trunc({0}) + CASE WHEN abs({0!} - trunc({0})) >= 0.5 THEN sign({0}) ELSE 0 END)";
    case function::truncate: return "trunc({0})";
    case function::square_root: return "CASE WHEN {0!} >= 0 THEN sqrt({0}) END";
    case function::json_as_text: return "CASE WHEN jsonb_typeof({0}) = 'string' THEN jsonb_build_array({0}) ->> 0 END";
    case function::json_as_integer:
        return "CASE WHEN jsonb_typeof({0}) = 'number' THEN CASE WHEN {0!}::numeric % 1 = 0 AND {0!}::numeric BETWEEN -9223372036854775808 AND 9223372036854775807 THEN {0!}::numeric::bigint END END";
    case function::json_as_double: return "CASE WHEN jsonb_typeof({0}) = 'number' THEN {0!}::double precision END";
    case function::json_as_boolean: return "CASE WHEN jsonb_typeof({0}) = 'boolean' THEN {0!}::boolean END";
    case function::json_length: return "CASE WHEN jsonb_typeof({0}) = 'array' THEN jsonb_array_length({0})::bigint END";
    case function::json_is_null: return "(jsonb_typeof({0}) = 'null')";

    case function::utc_of_instant: return "timezone('UTC', {0})";
    case function::year: return "extract(year FROM {0})::bigint";
    case function::month: return "extract(month FROM {0})::bigint";
    case function::day: return "extract(day FROM {0})::bigint";
    case function::weekday: return "extract(isodow FROM {0})::bigint";
    case function::day_of_year: return "extract(doy FROM {0})::bigint";
    case function::hour:
    case function::hour_of_time: return "extract(hour FROM {0})::bigint";
    case function::minute:
    case function::minute_of_time: return "extract(minute FROM {0})::bigint";
    // extract(second …) has a fraction.
    case function::second:
    case function::second_of_time: return "trunc(extract(second FROM {0}))::bigint";
    case function::date_of: return "({0})::date";
    case function::start_of_year: return "date_trunc('year', {0})";
    case function::start_of_year_of_instant: return "date_trunc('year', {0}, 'UTC')";
    case function::start_of_month: return "date_trunc('month', {0})";
    case function::start_of_month_of_instant: return "date_trunc('month', {0}, 'UTC')";
    case function::start_of_day: return "date_trunc('day', {0})";
    case function::start_of_day_of_instant: return "date_trunc('day', {0}, 'UTC')";
    case function::start_of_hour: return "date_trunc('hour', {0})";
    case function::start_of_hour_of_instant: return "date_trunc('hour', {0}, 'UTC')";
    case function::start_of_minute: return "date_trunc('minute', {0})";
    case function::start_of_minute_of_instant: return "date_trunc('minute', {0}, 'UTC')";
    case function::start_of_second: return "date_trunc('second', {0})";
    case function::start_of_second_of_instant: return "date_trunc('second', {0}, 'UTC')";
    case function::start_of_year_of_date: return "date_trunc('year', {0!}::timestamp)::date";
    case function::start_of_month_of_date: return "date_trunc('month', {0!}::timestamp)::date";
    case function::days_between: return "({1!} - {0!})::bigint";
    case function::microseconds_between: return "(extract(epoch FROM {1!} - {0!}) * 1000000)::bigint";
    case function::now: return "statement_timestamp()";
    default: return standard_spelling(which);
    }
}

}  // namespace koine::detail
