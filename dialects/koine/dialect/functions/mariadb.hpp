// SPDX-License-Identifier: BSL-1.0
// dialect · functions/mariadb: the functions that MariaDB spells differently from MySQL.
#pragma once

#include <koine/dialect/functions/mysql.hpp>

namespace koine::detail {

constexpr std::string_view mariadb_spelling(function which, bool nullable) {
    switch (which) {
    // It is not NULL where what it puts in is, and finds nothing to put that in for.
    case function::replace: return nullable ? "CASE WHEN {2!} IS NOT NULL THEN REPLACE({*, }) END" : mysql_spelling(which);

    case function::json_as_text: return "CASE WHEN CAST(JSON_TYPE({0}) AS BINARY) = 'STRING' THEN JSON_UNQUOTE({0}) COLLATE utf8mb4_nopad_bin END";
    // An integer is what has no point, of any length, 1e2 too.
    case function::json_as_integer:
        return "CASE WHEN CAST(JSON_TYPE({0}) AS BINARY) = 'INTEGER' THEN CASE WHEN CAST({0} AS DECIMAL(65)) BETWEEN -9223372036854775808 AND 9223372036854775807 THEN CAST(CAST({0} AS DECIMAL(65)) AS SIGNED) END "
               "WHEN CAST(JSON_TYPE({0}) AS BINARY) IN ('DOUBLE', 'DECIMAL') "
               "THEN CASE WHEN CAST({0} AS DOUBLE) = TRUNCATE(CAST({0} AS DOUBLE), 0) AND CAST({0} AS DOUBLE) >= -9223372036854775808e0 AND CAST({0} AS DOUBLE) < 9223372036854775808e0 "
               "THEN CAST(CAST({0} AS DOUBLE) AS SIGNED) END END";
    default: return mysql_spelling(which);
    }
}

}  // namespace koine::detail
