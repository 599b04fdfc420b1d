// SPDX-License-Identifier: BSL-1.0
// Golden texts of joins that keep rows without a partner, and of joins without a condition.

#include "renders.hpp"
#include "statement_queries.hpp"

#include <catch2/catch.hpp>

namespace golden {

// clang-format off
static_assert(renders<right_join_by_relation>({
    .row = R"(SELECT t1."name" FROM "articles" AS t0 RIGHT JOIN "authors" AS t1 ON t1."id" = t0."author_id" ORDER BY t0."id" IS NULL, t0."id" LIMIT 3)",
    .sqlite = R"(SELECT t1."name" FROM "articles" AS t0 RIGHT JOIN "authors" AS t1 ON t1."id" = t0."author_id" ORDER BY t0."id" NULLS LAST LIMIT 3)",
    .postgres = R"(SELECT t1."name" FROM "articles" AS t0 RIGHT JOIN "authors" AS t1 ON t1."id" = t0."author_id" ORDER BY t0."id" LIMIT 3)",
}));
static_assert(renders<right_join_through_junction>({
    .row = R"(SELECT t1."name" FROM "articles" AS t0 RIGHT JOIN ("tags" AS t1 INNER JOIN "taggings" AS t2 ON t2."tag_id" = t1."id") ON t2."article_id" = t0."id")",
}));
static_assert(renders<full_join_by_condition>({
    .row = "",
    .sqlite = R"(SELECT COALESCE(t0."name", ?) FROM "authors" AS t0 FULL JOIN "articles" AS t1 ON t1."author_id" = t0."id" AND t1."published" = 1)",
    .postgres = R"(SELECT COALESCE(t0."name", $1) FROM "authors" AS t0 FULL JOIN "articles" AS t1 ON t1."author_id" = t0."id" AND t1."published")",
    .mysql = refused,
    .mariadb = refused,
}));
static_assert(renders<cross_join_of_alias>({
    .row = R"(SELECT t1."name" FROM "employees" AS t0 CROSS JOIN "employees" AS t1)",
}));
// clang-format on

}  // namespace golden

TEST_CASE("golden: the texts of statements hold while compiling") { SUCCEED("4 queries in four dialects"); }
