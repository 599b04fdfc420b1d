// SPDX-License-Identifier: BSL-1.0
// What SQLite's parser takes of its stack: texts whose need was measured on 3.40, by parentheses around them until it overflows.

#include <koine/dialect/sqlite/parser_stack.hpp>

namespace parser_stack_test {

constexpr int needed(std::string_view text) { return koine::detail::parser_stack::needed_for(text); }

// A SELECT ends with a symbol for each clause, whether it is there or not.
static_assert(needed("SELECT 1") == 10);
static_assert(needed(R"(SELECT t0."a" FROM "s"."t" AS t0 WHERE t0."a" = 1)") == 10);
static_assert(needed("SELECT (((((1)))))") == 12);
static_assert(needed("SELECT (SELECT 1)") == 15);
static_assert(needed(R"(SELECT a FROM t WHERE EXISTS (SELECT 1))") == 17);

// What a string or a name holds is no word and no parenthesis.
static_assert(needed(R"(SELECT '((((((((((((((' || "((((((((((((((" || 'it''s ((((((((((((((')") == 10);
static_assert(needed(R"(SELECT "SELECT", t0."CASE" FROM "WHERE" AS t0)") == 10);

// Operators wait for their right side: those that bind no tighter than the next one are taken together before it.
static_assert(needed("SELECT a OR b AND NOT c = d < e + f * g || h") == 21);
static_assert(needed("SELECT a || b * c + d < e = f AND g OR h") == 10);
static_assert(needed("SELECT a = 1 AND b = 2 AND c = 3 AND d = 4") == 10);
static_assert(needed("SELECT 1 WHERE a BETWEEN 1 AND 2 AND b BETWEEN 3 AND (4)") == 15);
static_assert(needed("SELECT 1 WHERE a NOT IN (SELECT 1) AND b IS NOT NULL") == 18);

// A function's DISTINCT is held, there or not; before the second argument the first ones and the comma.
static_assert(needed("SELECT f((1))") == 11);
static_assert(needed("SELECT f(1, (2))") == 13);
static_assert(needed("SELECT f(1, g(2, h(3)))") == 20);
static_assert(needed("SELECT CASE WHEN a THEN 1 WHEN b THEN (2) ELSE 3 END") == 14);
static_assert(needed("SELECT CAST((a) AS BLOB)") == 11);

// Each clause has the ones before it beneath.
static_assert(needed("SELECT a FROM t ORDER BY a") == 13);
static_assert(needed("SELECT a FROM t ORDER BY b, a NULLS LAST") == 16);
static_assert(needed("SELECT a FROM t GROUP BY b, (a)") == 13);
static_assert(needed("SELECT a FROM t LIMIT 1 OFFSET (1)") == 15);
static_assert(needed("SELECT a FROM (SELECT 1 AS a) AS x") == 16);
static_assert(needed("SELECT a FROM t AS x LEFT JOIN t AS y ON x.a = y.a") == 15);
static_assert(needed("SELECT a IN (SELECT value FROM koine_list(?))") == 20);
static_assert(needed("SELECT ROW_NUMBER() OVER (PARTITION BY a, b ORDER BY c, d DESC)") == 22);

// Optional parts stand between marks, which a parenthesis may take the place of.
static_assert(needed("SELECT 1 WHERE a AND \x01" "b OR (c)\x02 AND (d)") == needed("SELECT 1 WHERE a AND (b OR (c)) AND (d)"));
// Of an assignment or a term only the beginning is marked.
static_assert(needed("UPDATE t SET \x01" "a = 1, \x01" "b = (SELECT 1)") == needed("UPDATE t SET a = 1, b = (SELECT 1)"));

// The other statements; their texts have no parentheses around them, so these were measured by parentheses inside.
static_assert(needed("UPDATE t SET a = (SELECT 1)") == 19);
static_assert(needed("UPDATE t SET a = 1 FROM (SELECT 1) WHERE b IN (SELECT 1)") == 22);
static_assert(needed("DELETE FROM t WHERE (a) IN (SELECT 1)") == 19);
static_assert(needed("DELETE FROM t WHERE a = 1 RETURNING (SELECT 1)") == 21);
static_assert(needed("INSERT INTO t (a) VALUES (1), (2) ON CONFLICT (a) DO UPDATE SET a = 1, b = (SELECT 1)") == 30);

// A word that is not known stays to the end of what is around it: never too few.
static_assert(needed("SELECT a UNHEARD OF b UNHEARD OF (c)") >= 12);

}  // namespace parser_stack_test
