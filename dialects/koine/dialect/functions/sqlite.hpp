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
    default: return standard_spelling(which);
    }
}

}  // namespace koine::detail
