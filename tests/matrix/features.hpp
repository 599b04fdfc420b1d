// SPDX-License-Identifier: BSL-1.0
// matrix · features: the rows of the README's table of what databases can, each with statements that ask a server itself.
#pragma once

#include <koine/dialect/feature.hpp>

namespace matrix {

/// A server has a feature where one of the statements runs, and gives the value if one is named. Before them there is a table
/// probe (id, n, m) with the rows (1, 10, 20) and (2, 30, 40).
struct feature_row {
    koine::feature which;
    char const* name;
    char const* value;
    char const* asked[4];
};

inline constexpr feature_row feature_rows[] = {
    {koine::feature::insert_returning, "INSERT … RETURNING", nullptr, {"INSERT INTO probe VALUES (3, 0, 0) RETURNING id"}},
    {koine::feature::update_returning, "UPDATE … RETURNING", nullptr, {"UPDATE probe SET n = n WHERE id = 1 RETURNING id"}},
    {koine::feature::erase_returning, "DELETE … RETURNING", nullptr, {"DELETE FROM probe WHERE id = 3 RETURNING id"}},
    {koine::feature::keyless_returning, "INSERT … RETURNING of a row without a primary key", nullptr, {"INSERT INTO keyless VALUES (1) RETURNING n"}},
    {koine::feature::joined_returning, "DELETE … RETURNING that joins tables", nullptr,
     {"DELETE FROM probe AS a USING probe AS b WHERE a.id = b.n RETURNING a.id", "DELETE FROM probe WHERE rowid IN (SELECT a.rowid FROM probe AS a JOIN probe AS b ON a.id = b.n) RETURNING id"}},
    {koine::feature::keyless_join, "any update or erase that joins tables, of a table without a primary key", nullptr, {"UPDATE keyless SET n = p.n FROM probe AS p WHERE p.id = keyless.n"}},
    {koine::feature::conflict_target, "an upsert that names its key, whatever other keys there are", nullptr, {"INSERT INTO probe VALUES (1, 10, 20) ON CONFLICT (id) DO UPDATE SET n = 10"}},
    {koine::feature::conflict_condition, "an upsert that updates only where a condition holds", nullptr,
     {"INSERT INTO probe VALUES (1, 10, 20) ON CONFLICT (id) DO UPDATE SET n = 10 WHERE probe.n > 10"}},
    {koine::feature::simultaneous_update, "assignments that read each other in a circle", "10", {"SELECT m FROM swapped WHERE id = 1"}},
    {koine::feature::unsigned_arithmetic, "arithmetic of std::uint64_t", "18446744073709551615", {"SELECT 18446744073709551614 + 1"}},
    {koine::feature::decimal_order, "order and sums of koine::decimal", "0.30000000000000000001", {"SELECT CAST('0.10000000000000000001' AS DECIMAL(30, 20)) + CAST('0.2' AS DECIMAL(30, 20))"}},
    {koine::feature::deep_nesting, "lists inside each other beyond six, or relation filters beyond ten", "1",
     {"SELECT ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))"
      "))))))))))))))))))))))))))))))))))))))))))))))))))))"}},
    {koine::feature::correlated_tables, "an include with last or distinct_on, or in(query) or any(query) with a limit, whose clauses name a level around it", "10",
     {"SELECT (SELECT max(d.x) FROM (SELECT i.n AS x FROM probe AS i WHERE i.n <= o.n ORDER BY i.n LIMIT 1) AS d) FROM probe AS o WHERE o.id = 1"}},
    {koine::feature::outer_order, "an include ordered by a column of a level around it", "30",
     {"SELECT (SELECT i.n FROM probe AS i ORDER BY i.n * (o.id - 2) LIMIT 1) FROM probe AS o WHERE o.id = 1"}},
    {koine::feature::right_join, "a right join", nullptr, {"SELECT 1 FROM probe AS a RIGHT JOIN probe AS b ON a.id = b.n"}},
    {koine::feature::full_join, "a full join", nullptr, {"SELECT 1 FROM probe AS a FULL JOIN probe AS b ON a.id = b.n"}},
    {koine::feature::unequal_full_join, "a full join by a condition that equates nothing of both sides", nullptr, {"SELECT 1 FROM probe AS a FULL JOIN probe AS b ON a.id < b.n"}},
    {koine::feature::intersect, "INTERSECT and EXCEPT", nullptr, {"SELECT n FROM probe INTERSECT SELECT n FROM probe EXCEPT SELECT m FROM probe"}},
    {koine::feature::intersect_all, "INTERSECT ALL and EXCEPT ALL", nullptr, {"SELECT n FROM probe INTERSECT ALL SELECT n FROM probe"}},
    {koine::feature::quantified_groups, "an aggregate compared with any or all rows of a query", nullptr, {"SELECT max(n) > ALL (SELECT m FROM probe) FROM probe"}},
    {koine::feature::filtered_aggregates, "an aggregate of some rows", nullptr, {"SELECT sum(n) FILTER (WHERE id = 1) FROM probe"}},
    {koine::feature::boolean_aggregates, "an aggregate that tells whether any or all are true", nullptr, {"SELECT bool_or(n > 1) FROM probe"}},
    {koine::feature::statistics, "aggregates of deviation and variance", nullptr, {"SELECT stddev_pop(n) FROM probe"}},
    {koine::feature::ordered_text, "string_agg", nullptr, {"SELECT string_agg(CAST(n AS text), ',' ORDER BY n) FROM probe", "SELECT group_concat(n ORDER BY n SEPARATOR ',') FROM probe"}},
    {koine::feature::frames_of_groups, "window frames of groups, or that leave rows out", nullptr,
     {"SELECT sum(n) OVER (ORDER BY id GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM probe"}},
    {koine::feature::distinct_on, "distinct_on", nullptr, {"SELECT DISTINCT ON (n) n, m FROM probe ORDER BY n"}},
    {koine::feature::placed_nulls, "a place for NULL in an order", nullptr, {"SELECT n FROM probe ORDER BY n NULLS FIRST"}},
    {koine::feature::json_merge_patch, "koine::json_merge", nullptr, {"SELECT json_patch('{}', '{}')", "SELECT JSON_MERGE_PATCH('{}', '{}')"}},
    {koine::feature::row_locks, "for_update and for_share", nullptr, {"SELECT n FROM probe FOR UPDATE"}},
    {koine::feature::lock_of_tables, "for_update and for_share in a query that joins tables", nullptr, {"SELECT a.n FROM probe AS a JOIN probe AS b ON a.id = b.id FOR UPDATE OF a"}},
    {koine::feature::skipped_locks, "koine::skip_locked", nullptr, {"SELECT n FROM probe FOR UPDATE SKIP LOCKED"}},
    {koine::feature::arrays, "columns of lists", nullptr, {"SELECT ARRAY[1, 2]"}},
    {koine::feature::temporal_types, "columns of dates and times", "2001-02-01", {"SELECT DATE '2001-01-31' + INTERVAL '1' DAY", "SELECT CAST(DATE '2001-01-31' + 1 AS DATE)"}},
    {koine::feature::record_arrays, "lists by strategy::rows", nullptr, {"SELECT array_agg(ROW(n, m)) FROM probe"}},
    {koine::feature::transactional_ddl, "CREATE TABLE inside a transaction", "0", {"SELECT count(*) FROM information_schema.tables WHERE table_name = 'rolled_back'", "SELECT count(*) FROM sqlite_master WHERE name = 'rolled_back'"}},
};

}  // namespace matrix
