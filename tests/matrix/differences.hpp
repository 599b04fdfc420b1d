// SPDX-License-Identifier: BSL-1.0
// matrix · differences: what four databases do differently and Koine makes one, each cell a value that was asked for.
#pragma once

namespace matrix {

/// What a server gives for its own words, on a table probe (id, a, b, t, x) with the row (1, 7, -2, 'a', NULL). `error` where it
/// refuses them.
struct answer {
    char const* asked;
    char const* given;
};
struct difference_row {
    char const* law;
    answer sqlite, postgres, mysql, mariadb;
    char const* koine;  ///< the same on each
};

inline constexpr difference_row difference_rows[] = {
    {"7 / -2 of integers", {"SELECT a / b FROM probe", "-3"}, {"SELECT a / b FROM probe", "-3"}, {"SELECT a / b FROM probe", "-3.5000"}, {"SELECT a / b FROM probe", "-3.5000"}, "-3"},
    {"7 / 0", {"SELECT a / (id - 1) FROM probe", "NULL"}, {"SELECT a / (id - 1) FROM probe", "error"}, {"SELECT a / (id - 1) FROM probe", "NULL"}, {"SELECT a / (id - 1) FROM probe", "NULL"}, "NULL"},
    {"round(2.5) of a double", {"SELECT round(2.5e0)", "3.0"}, {"SELECT round(CAST(2.5 AS DOUBLE PRECISION))", "2"}, {"SELECT round(2.5e0)", "2"}, {"SELECT round(2.5e0)", "2"}, "3"},
    {"the greatest of 7 and NULL", {"SELECT max(a, x) FROM probe", "NULL"}, {"SELECT greatest(a, x) FROM probe", "7"}, {"SELECT greatest(a, x) FROM probe", "NULL"}, {"SELECT greatest(a, x) FROM probe", "NULL"}, "NULL"},
    {"7 joined with NULL as text", {"SELECT a || x FROM probe", "NULL"}, {"SELECT concat(a, x) FROM probe", "7"}, {"SELECT concat(a, x) FROM probe", "NULL"}, {"SELECT concat(a, x) FROM probe", "NULL"}, "NULL"},
    {"'a' = 'A' in a table of the server's own making", {"SELECT t = 'A' FROM probe", "0"}, {"SELECT CAST(t = 'A' AS INTEGER) FROM probe", "0"}, {"SELECT t = 'A' FROM probe", "1"}, {"SELECT t = 'A' FROM probe", "1"}, "0"},
    {"'a' = 'a ' there", {"SELECT t = 'a ' FROM probe", "0"}, {"SELECT CAST(t = 'a ' AS INTEGER) FROM probe", "0"}, {"SELECT t = 'a ' FROM probe", "0"}, {"SELECT t = 'a ' FROM probe", "1"}, "0"},
    {"'a' LIKE 'A' there", {"SELECT t LIKE 'A' FROM probe", "1"}, {"SELECT CAST(t LIKE 'A' AS INTEGER) FROM probe", "0"}, {"SELECT t LIKE 'A' FROM probe", "1"}, {"SELECT t LIKE 'A' FROM probe", "1"}, "0"},
    {"the length of 'é'", {"SELECT length('é')", "1"}, {"SELECT length('é')", "1"}, {"SELECT length('é')", "2"}, {"SELECT length('é')", "2"}, "1"},
    {"the first of 7 and NULL in ascending order", {"SELECT a FROM probe UNION ALL SELECT x FROM probe ORDER BY 1 LIMIT 1", "NULL"}, {"SELECT a FROM probe UNION ALL SELECT x FROM probe ORDER BY 1 LIMIT 1", "7"},
     {"SELECT a FROM probe UNION ALL SELECT x FROM probe ORDER BY 1 LIMIT 1", "NULL"}, {"SELECT a FROM probe UNION ALL SELECT x FROM probe ORDER BY 1 LIMIT 1", "NULL"}, "7"},
    {"the mean of 7 and 8", {"SELECT avg(n) FROM (SELECT a AS n FROM probe UNION SELECT a + 1 FROM probe) AS d", "7.5"}, {"SELECT avg(n) FROM (SELECT a AS n FROM probe UNION SELECT a + 1 FROM probe) AS d", "7.5000000000000000"},
     {"SELECT avg(n) FROM (SELECT a AS n FROM probe UNION SELECT a + 1 FROM probe) AS d", "7.5000"}, {"SELECT avg(n) FROM (SELECT a AS n FROM probe UNION SELECT a + 1 FROM probe) AS d", "7.5000"}, "7.5"},
    {"an empty list to look in", {"SELECT count(*) FROM probe WHERE a IN ()", "0"}, {"SELECT count(*) FROM probe WHERE a IN ()", "error"}, {"SELECT count(*) FROM probe WHERE a IN ()", "error"}, {"SELECT count(*) FROM probe WHERE a IN ()", "error"}, "0"},
    {"what SET a = b, b = a makes of 7 and -2", {"SELECT a || ' ' || b FROM swapped", "-2 7"}, {"SELECT concat(a, ' ', b) FROM swapped", "-2 7"}, {"SELECT concat(a, ' ', b) FROM swapped", "-2 -2"}, {"SELECT concat(a, ' ', b) FROM swapped", "-2 -2"}, "-2 7, or refused"},
};

}  // namespace matrix
