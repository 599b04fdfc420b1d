// SPDX-License-Identifier: BSL-1.0
// dialect · functions/mysql: the functions that MySQL and MariaDB spell differently. What makes text of something else has the
// connection's collation, which compares bytes.
#pragma once

#include <koine/dialect/functions/standard.hpp>

namespace koine::detail {

constexpr std::string_view mysql_spelling(function which) {
    switch (which) {
    case function::integer_of_real:
        return "CASE WHEN {0!} >= -9223372036854775808e0 AND {0!} < 9223372036854775808e0 THEN CAST(TRUNCATE({0}, 0) AS SIGNED) END";

    // The character set tis620 takes any byte for a character, and folds A to Z only.
    case function::lower_ascii: return "CAST(CAST(LOWER(CONVERT(CAST({0} AS BINARY) USING tis620)) AS BINARY) AS CHAR)";
    case function::upper_ascii: return "CAST(CAST(UPPER(CONVERT(CAST({0} AS BINARY) USING tis620)) AS BINARY) AS CHAR)";
    case function::concat: return "CONCAT({*, })";
    case function::position: return "INSTR(CAST({0} AS CHAR), {1})";
    case function::like: return "(CAST({0} AS CHAR) LIKE {1} ESCAPE '!')";

    // ROUND of a double takes a half to the even number.
    case function::round: return "(TRUNCATE({0}, 0) + CASE WHEN ABS({0!} - TRUNCATE({0}, 0)) >= 0.5 THEN SIGN({0}) ELSE 0 END)";
    // The names of JSON's types have a collation that literals have not; so has its text, which would compare without spaces at its end.
    case function::json_as_text: return "CASE WHEN CAST(JSON_TYPE({0}) AS BINARY) = 'STRING' THEN JSON_UNQUOTE({0}) COLLATE utf8mb4_0900_bin END";
    case function::json_as_integer:
        return "CASE WHEN CAST(JSON_TYPE({0}) AS BINARY) = 'INTEGER' THEN CAST({0} AS SIGNED) WHEN CAST(JSON_TYPE({0}) AS BINARY) IN ('DOUBLE', 'DECIMAL') "
               "THEN CASE WHEN CAST({0} AS DOUBLE) = TRUNCATE(CAST({0} AS DOUBLE), 0) AND CAST({0} AS DOUBLE) >= -9223372036854775808e0 AND CAST({0} AS DOUBLE) < 9223372036854775808e0 "
               "THEN CAST(CAST({0} AS DOUBLE) AS SIGNED) END END";
    case function::json_as_double: return "CASE WHEN CAST(JSON_TYPE({0}) AS BINARY) IN ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL') THEN CAST({0} AS DOUBLE) END";
    case function::json_as_boolean: return "CASE WHEN CAST(JSON_TYPE({0}) AS BINARY) = 'BOOLEAN' THEN CAST(JSON_UNQUOTE({0}) AS BINARY) = 'true' END";
    case function::json_length: return "CASE WHEN CAST(JSON_TYPE({0}) AS BINARY) = 'ARRAY' THEN JSON_LENGTH({0}) END";
    case function::json_is_null: return "(CAST(JSON_TYPE({0}) AS BINARY) = 'NULL')";
    case function::json_merge: return "JSON_MERGE_PATCH({0}, {1})";
    default: return standard_spelling(which);
    }
}

}  // namespace koine::detail
