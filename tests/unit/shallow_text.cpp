// SPDX-License-Identifier: BSL-1.0
// unit · shallow_text: what is taken for shallow needs no more entries than SQLite's parser has; what may need more is not.
#include <koine/dialect/sqlite/parser_stack.hpp>
#include <koine/dialect/sqlite/shallow_text.hpp>

namespace {

using koine::detail::parser_stack;
using koine::detail::surely_fits_parser;

constexpr bool fits_as_said(std::string_view text) { return surely_fits_parser(text) && parser_stack::needed_for(text) <= parser_stack::entries; }

static_assert(fits_as_said("SELECT 1"));
static_assert(fits_as_said(R"(SELECT t0."id" FROM "t" AS t0 WHERE t0."id" IN (SELECT value FROM koine_list(?)))"));
// Every operator waits for its right side, on each level.
static_assert(fits_as_said("SELECT x FROM t LEFT JOIN u ON a OR b AND NOT c = d < e | f + g * h || - (SELECT x, y FROM t INNER JOIN u ON a OR b AND NOT c = d < e | f + g * h || - "
                           "(SELECT DISTINCT x, y FROM t INNER JOIN u ON a OR b AND NOT c BETWEEN d AND NOT e = f < g | h + i * j || - k))"));
// Parentheses and words in quotes are none.
static_assert(fits_as_said(R"(SELECT '(((' || "(((" || 'it''s (((' || "case")"));

static_assert(!surely_fits_parser("SELECT (((1)))"));
static_assert(!surely_fits_parser("SELECT (a), ((b)), (((c)))"));
static_assert(!surely_fits_parser("SELECT \")\" FROM t WHERE (a IN (SELECT (1)))"));
static_assert(!surely_fits_parser("SELECT CASE WHEN a THEN 1 END"));
static_assert(!surely_fits_parser("SELECT case WHEN a THEN 1 END"));
static_assert(surely_fits_parser(R"(SELECT t0."showcase" FROM t AS t0)"));

}  // namespace
