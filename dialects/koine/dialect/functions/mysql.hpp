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
    default: return standard_spelling(which);
    }
}

}  // namespace koine::detail
