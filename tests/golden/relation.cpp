// SPDX-License-Identifier: BSL-1.0
// Golden texts of relations in expressions: filters, counts, values, and joins through a junction.

#include "renders.hpp"

#include <catch2/catch.hpp>

namespace golden {

// clang-format off
static_assert(renders<some_related>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE EXISTS (SELECT 1 FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published" = TRUE))",
    .sqlite = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE EXISTS (SELECT 1 FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published" = 1))",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE EXISTS (SELECT 1 FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published"))",
}));
static_assert(renders<every_related>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE NOT EXISTS (SELECT 1 FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND NOT t1."title" <> ?))",
}));
static_assert(renders<none_related>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE NOT EXISTS (SELECT 1 FROM "articles" AS t1 WHERE t1."author_id" = t0."id"))",
}));
static_assert(renders<is_related>({
    .row = R"(SELECT t0."id", t0."article_id", t0."author_id", t0."body" FROM "comments" AS t0 WHERE EXISTS (SELECT 1 FROM "authors" AS t1 WHERE t1."id" = t0."author_id" AND t1."name" = ?))",
}));
static_assert(renders<is_not_related>({
    .row = R"(SELECT t0."id", t0."warehouse", t0."number" FROM "shelves" AS t0 WHERE NOT EXISTS (SELECT 1 FROM "products" AS t1 WHERE t1."warehouse" = t0."warehouse" AND t1."number" = t0."number"))",
}));
static_assert(renders<nested_filters>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE EXISTS (SELECT 1 FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published" = TRUE AND NOT EXISTS (SELECT 1 FROM "comments" AS t2 WHERE t2."article_id" = t1."id" AND NOT EXISTS (SELECT 1 FROM "authors" AS t3 WHERE t3."id" = t2."author_id" AND t3."name" = ?))))",
    .sqlite = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE EXISTS (SELECT 1 FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published" = 1 AND NOT EXISTS (SELECT 1 FROM "comments" AS t2 WHERE t2."article_id" = t1."id" AND NOT EXISTS (SELECT 1 FROM "authors" AS t3 WHERE t3."id" = t2."author_id" AND t3."name" = ?))))",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE EXISTS (SELECT 1 FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published" AND NOT EXISTS (SELECT 1 FROM "comments" AS t2 WHERE t2."article_id" = t1."id" AND NOT EXISTS (SELECT 1 FROM "authors" AS t3 WHERE t3."id" = t2."author_id" AND t3."name" = $1))))",
}));
static_assert(renders<some_through_junction>({
    .row = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE EXISTS (SELECT 1 FROM "tags" AS t1 INNER JOIN "taggings" AS t2 ON t2."tag_id" = t1."id" WHERE t2."article_id" = t0."id" AND t1."name" = ? AND t2."position" > ?))",
    .postgres = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE EXISTS (SELECT 1 FROM "tags" AS t1 INNER JOIN "taggings" AS t2 ON t2."tag_id" = t1."id" WHERE t2."article_id" = t0."id" AND t1."name" = $1 AND t2."position" > $2::bigint))",
}));
static_assert(renders<join_through_junction>({
    .row = R"(SELECT COALESCE(t1."name", ?) FROM "articles" AS t0 LEFT JOIN ("tags" AS t1 INNER JOIN "taggings" AS t2 ON t2."tag_id" = t1."id") ON t2."article_id" = t0."id")",
}));
static_assert(renders<ordered_by_count>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 ORDER BY (SELECT COUNT(*) FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published" = TRUE) DESC, t0."id" DESC LIMIT 3)",
    .sqlite = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 ORDER BY (SELECT COUNT(*) FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published" = 1) DESC, t0."id" DESC LIMIT 3)",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 ORDER BY (SELECT COUNT(*) FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published") DESC, t0."id" DESC LIMIT 3)",
}));
static_assert(renders<page_by_count>({
    .row = R"(SELECT t0."name", (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1."id", t1."title")) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM "authors" AS t0 ORDER BY (SELECT COUNT(*) FROM "articles" AS t2 WHERE t2."author_id" = t0."id") DESC, t0."id" DESC LIMIT 3)",
    .sqlite = R"(SELECT t0."name", (SELECT json_group_array(json_array(t1."id", t1."title")) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM (SELECT t0."id", t0."name", (SELECT COUNT(*) FROM "articles" AS t2 WHERE t2."author_id" = t0."id") AS "koine_2" FROM "authors" AS t0 ORDER BY "koine_2" DESC, t0."id" DESC LIMIT 3) AS t0 ORDER BY t0."koine_2" DESC, t0."id" DESC)",
    .postgres = R"(SELECT t0."name", (SELECT json_agg(json_build_array(t1."id", t1."title")) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM (SELECT t0."id", t0."name", (SELECT COUNT(*) FROM "articles" AS t2 WHERE t2."author_id" = t0."id") AS "koine_2" FROM "authors" AS t0 ORDER BY "koine_2" DESC, t0."id" DESC LIMIT 3) AS t0 ORDER BY t0."koine_2" DESC, t0."id" DESC)",
}));
static_assert(renders<value_of_chain>({
    .row = R"(SELECT (SELECT (SELECT t2."name" FROM "authors" AS t2 WHERE t2."id" = t1."author_id") FROM "articles" AS t1 WHERE t1."id" = t0."article_id") FROM "comments" AS t0)",
}));
static_assert(renders<aggregates_related>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE (SELECT SUM(t1."id") FROM "articles" AS t1 WHERE t1."author_id" = t0."id") > ? AND (SELECT AVG((t1."id") * 1e0) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") < ? AND (SELECT MAX(t1."title") FROM "articles" AS t1 WHERE t1."author_id" = t0."id") = ?)",
    .sqlite = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE (SELECT SUM(t1."id") FROM "articles" AS t1 WHERE t1."author_id" = t0."id") > ? AND (SELECT AVG(t1."id") FROM "articles" AS t1 WHERE t1."author_id" = t0."id") < ? AND (SELECT MAX(t1."title") FROM "articles" AS t1 WHERE t1."author_id" = t0."id") = ?)",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE (SELECT SUM(t1."id") FROM "articles" AS t1 WHERE t1."author_id" = t0."id") > $1 AND (SELECT AVG((t1."id")::double precision) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") < $2 AND (SELECT MAX(t1."title") FROM "articles" AS t1 WHERE t1."author_id" = t0."id") = $3)",
}));
// clang-format on

}  // namespace golden

TEST_CASE("golden: the texts of relations in expressions hold while compiling") { SUCCEED("12 queries in four dialects"); }
