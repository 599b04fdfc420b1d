// SPDX-License-Identifier: BSL-1.0
// Golden texts of joins that keep rows without a partner, of set operations, computed tables, locks and inserts.

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
static_assert(renders<united_values>({
    .row = R"(SELECT t0."id" FROM "authors" AS t0 UNION ALL SELECT t0."author_id" FROM "articles" AS t0 WHERE t0."published" = TRUE)",
    .sqlite = R"(SELECT t0."id" FROM "authors" AS t0 UNION ALL SELECT t0."author_id" FROM "articles" AS t0 WHERE t0."published" = 1)",
    .postgres = R"(SELECT t0."id" FROM "authors" AS t0 UNION ALL SELECT t0."author_id" FROM "articles" AS t0 WHERE t0."published")",
}));
static_assert(renders<united_rows_in_order>({
    .row = R"(WITH "koine_0" ("id", "title") AS (SELECT t0."id", t0."title" FROM "articles" AS t0 UNION (SELECT t0."id", t0."title" FROM "articles" AS t0 ORDER BY t0."title", t0."id" LIMIT 2)) SELECT t0."id", t0."title" FROM "koine_0" AS t0 ORDER BY t0."title" DESC LIMIT ?)",
    .sqlite = R"(WITH "koine_0" ("id", "title") AS (SELECT t0."id", t0."title" FROM "articles" AS t0 UNION SELECT * FROM (SELECT t0."id", t0."title" FROM "articles" AS t0 ORDER BY t0."title", t0."id" LIMIT 2)) SELECT t0."id", t0."title" FROM "koine_0" AS t0 ORDER BY t0."title" DESC LIMIT ?)",
}));
static_assert(renders<nested_compounds>({
    .row = R"(SELECT t0."id" FROM "authors" AS t0 EXCEPT (SELECT t0."author_id" FROM "articles" AS t0 INTERSECT SELECT t0."id" FROM "authors" AS t0))",
    .sqlite = R"(SELECT t0."id" FROM "authors" AS t0 EXCEPT SELECT * FROM (SELECT t0."author_id" FROM "articles" AS t0 INTERSECT SELECT t0."id" FROM "authors" AS t0))",
}));
static_assert(renders<compound_of_all>({
    .row = R"(SELECT t0."id" FROM "authors" AS t0 INTERSECT ALL SELECT t0."author_id" FROM "articles" AS t0)",
    .sqlite = refused,
}));
static_assert(renders<in_a_union>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" IN (SELECT t1."author_id" FROM "articles" AS t1 UNION SELECT t1."id" FROM "authors" AS t1))",
}));
static_assert(renders<ordered_values>({
    .row = R"(WITH "koine_0" ("value") AS (SELECT t0."id" FROM "authors" AS t0 UNION ALL SELECT t0."author_id" FROM "articles" AS t0) SELECT t0."value" FROM "koine_0" AS t0 ORDER BY t0."value" DESC)",
}));
static_assert(renders<computed_table>({
    .row = R"(WITH "koine_0" ("id", "paid") AS (SELECT t0."id", AVG((t0."salary") * 1e0) FROM "employees" AS t0 GROUP BY t0."id") SELECT t0."name" FROM "employees" AS t0 INNER JOIN "koine_0" AS t1 ON t1."id" = t0."boss_id" WHERE t1."paid" > ?)",
    .sqlite = R"(WITH "koine_0" ("id", "paid") AS (SELECT t0."id", AVG(t0."salary") FROM "employees" AS t0 GROUP BY t0."id") SELECT t0."name" FROM "employees" AS t0 INNER JOIN "koine_0" AS t1 ON t1."id" = t0."boss_id" WHERE t1."paid" > ?)",
    .postgres = R"(WITH "koine_0" ("id", "paid") AS (SELECT t0."id", AVG((t0."salary")::double precision) FROM "employees" AS t0 GROUP BY t0."id") SELECT t0."name" FROM "employees" AS t0 INNER JOIN "koine_0" AS t1 ON t1."id" = t0."boss_id" WHERE t1."paid" > $1)",
}));
static_assert(renders<recursive_table>({
    .row = R"(WITH RECURSIVE "koine_0" ("id", "boss_id", "depth") AS (SELECT t0."id", t0."boss_id", CAST(? AS SIGNED) FROM "employees" AS t0 WHERE t0."boss_id" IS NULL UNION ALL SELECT t0."id", t0."boss_id", t1."depth" + ? FROM "employees" AS t0 INNER JOIN "koine_0" AS t1 ON t1."id" = t0."boss_id") SELECT t0."id", t0."boss_id", t0."depth" FROM "koine_0" AS t0 ORDER BY t0."depth" LIMIT 9)",
    .sqlite = R"(WITH RECURSIVE "koine_0" ("id", "boss_id", "depth") AS (SELECT t0."id", t0."boss_id", ? FROM "employees" AS t0 WHERE t0."boss_id" IS NULL UNION ALL SELECT t0."id", t0."boss_id", t1."depth" + ? FROM "employees" AS t0 INNER JOIN "koine_0" AS t1 ON t1."id" = t0."boss_id") SELECT t0."id", t0."boss_id", t0."depth" FROM "koine_0" AS t0 ORDER BY t0."depth" LIMIT 9)",
    .postgres = R"(WITH RECURSIVE "koine_0" ("id", "boss_id", "depth") AS (SELECT (t0."id")::bigint, (t0."boss_id")::bigint, ($1::bigint)::bigint FROM "employees" AS t0 WHERE t0."boss_id" IS NULL UNION ALL SELECT (t0."id")::bigint, (t0."boss_id")::bigint, (t1."depth" + $2)::bigint FROM "employees" AS t0 INNER JOIN "koine_0" AS t1 ON t1."id" = t0."boss_id") SELECT t0."id", t0."boss_id", t0."depth" FROM "koine_0" AS t0 ORDER BY t0."depth" LIMIT 9)",
}));
static_assert(renders<any_and_all>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE (t0."id" > ALL (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published" = TRUE) OR t0."id" IN (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published" = TRUE)) AND CAST(? AS SIGNED) <> ANY (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published" = TRUE))",
    .sqlite = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE ((WITH koine_rows(value) AS (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published" = 1), koine_compared(held) AS (SELECT t0."id" > value FROM koine_rows) SELECT CASE WHEN MIN(held) = 0 THEN 0 WHEN COUNT(held) < COUNT(*) THEN NULL ELSE 1 END FROM koine_compared) OR t0."id" IN (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published" = 1)) AND (WITH koine_rows(value) AS (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published" = 1), koine_compared(held) AS (SELECT ? <> value FROM koine_rows) SELECT CASE WHEN MAX(held) = 1 THEN 1 WHEN COUNT(held) < COUNT(*) THEN NULL ELSE 0 END FROM koine_compared))",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE (t0."id" > ALL (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published") OR t0."id" IN (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published")) AND $1::bigint <> ANY (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published"))",
}));
static_assert(renders<all_of_a_page>({
    .row = R"(SELECT t0."name" FROM "authors" AS t0 WHERE t0."id" <= ALL (SELECT * FROM (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published" = TRUE ORDER BY t1."id" LIMIT 2) AS cut_off))",
    .sqlite = R"(SELECT t0."name" FROM "authors" AS t0 WHERE (WITH koine_rows(value) AS (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published" = 1 ORDER BY t1."id" LIMIT 2), koine_compared(held) AS (SELECT t0."id" <= value FROM koine_rows) SELECT CASE WHEN MIN(held) = 0 THEN 0 WHEN COUNT(held) < COUNT(*) THEN NULL ELSE 1 END FROM koine_compared))",
    .postgres = R"(SELECT t0."name" FROM "authors" AS t0 WHERE t0."id" <= ALL (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published" ORDER BY t1."id" LIMIT 2))",
}));
static_assert(renders<rows_compared>({
    .row = R"(SELECT t0."id" FROM "employees" AS t0 WHERE (t0."boss_id", t0."bonus") < (?, ?) AND (t0."id", t0."name") = (t0."boss_id", ?))",
    .postgres = R"(SELECT t0."id" FROM "employees" AS t0 WHERE (t0."boss_id", t0."bonus") < ($1, $2::bigint) AND (t0."id", t0."name") = (t0."boss_id", $3))",
}));
static_assert(renders<row_in_rows>({
    .row = R"(SELECT t0."id" FROM "articles" AS t0 WHERE (t0."id", t0."author_id") = (?, ?) OR (t0."id", t0."author_id") = (?, ?))",
}));
static_assert(renders<row_in_query>({
    .row = R"(SELECT t0."id" FROM "articles" AS t0 WHERE (t0."id", t0."author_id") IN (SELECT t1."article_id", t1."id" FROM "comments" AS t1))",
}));
static_assert(renders<row_not_in_query>({
    .row = R"(SELECT t0."id" FROM "comments" AS t0 WHERE (t0."author_id", t0."id") NOT IN (SELECT t1."id", t1."author_id" FROM "articles" AS t1))",
}));
static_assert(renders<recursive_text>({
    .row = R"(WITH RECURSIVE "koine_0" ("id", "path") AS (SELECT t0."id", CAST(CAST(CAST(LOWER(CONVERT(CAST(t0."name" AS BINARY) USING tis620)) AS BINARY) AS CHAR) AS CHAR(4000000)) FROM "employees" AS t0 UNION ALL SELECT t0."id", CAST(CONCAT(t1."path", t0."name") AS CHAR(4000000)) FROM "employees" AS t0 INNER JOIN "koine_0" AS t1 ON t1."id" = t0."boss_id") SELECT t0."id", t0."path" FROM "koine_0" AS t0)",
    .sqlite = R"(WITH RECURSIVE "koine_0" ("id", "path") AS (SELECT t0."id", lower(t0."name") FROM "employees" AS t0 UNION ALL SELECT t0."id", (t1."path" || t0."name") FROM "employees" AS t0 INNER JOIN "koine_0" AS t1 ON t1."id" = t0."boss_id") SELECT t0."id", t0."path" FROM "koine_0" AS t0)",
    .postgres = R"(WITH RECURSIVE "koine_0" ("id", "path") AS (SELECT (t0."id")::bigint, (lower(t0."name" COLLATE "C"))::text FROM "employees" AS t0 UNION ALL SELECT (t0."id")::bigint, ((t1."path" || t0."name"))::text FROM "employees" AS t0 INNER JOIN "koine_0" AS t1 ON t1."id" = t0."boss_id") SELECT t0."id", t0."path" FROM "koine_0" AS t0)",
}));
static_assert(renders<locked_rows>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" = ? ORDER BY t0."id" LIMIT 1 FOR UPDATE SKIP LOCKED)",
    .sqlite = refused,
}));
static_assert(renders<shared_rows>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 FOR SHARE NOWAIT)",
    .sqlite = refused,
    .mariadb = R"(SELECT t0.`id`, t0.`name`, t0.`email` FROM `authors` AS t0 LOCK IN SHARE MODE NOWAIT)",
}));
static_assert(renders<locked_table>({
    .row = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 LEFT JOIN "authors" AS t1 ON t1."id" = t0."author_id" FOR UPDATE OF t0)",
    .sqlite = refused,
    .mariadb = refused,
}));
static_assert(renders<locked_tables>({
    .row = R"(SELECT t0."id", t0."name", t0."boss_id", t0."salary", t0."bonus" FROM "employees" AS t0 INNER JOIN "employees" AS t1 ON t1."id" = t0."boss_id" FOR UPDATE OF t1, t0)",
    .sqlite = refused,
    .mariadb = refused,
}));
static_assert(renders<locked_shape>({
    .row = R"(SELECT t0."title", t1."id", t1."name", (SELECT JSON_ARRAYAGG(JSON_ARRAY(t2."body", CASE WHEN t3."id" IS NOT NULL THEN JSON_ARRAY(t3."name") END)) FROM "comments" AS t2 LEFT JOIN "authors" AS t3 ON t3."id" = t2."author_id" WHERE t2."article_id" = t0."id") FROM "articles" AS t0 LEFT JOIN "authors" AS t1 ON t1."id" = t0."author_id" ORDER BY t0."title", t0."id" LIMIT 2 FOR UPDATE OF t0)",
    .sqlite = refused,
    .postgres = R"(SELECT t0."title", t1."id", t1."name", (SELECT json_agg(json_build_array(t2."body", CASE WHEN t3."id" IS NOT NULL THEN json_build_array(t3."name") END)) FROM "comments" AS t2 LEFT JOIN "authors" AS t3 ON t3."id" = t2."author_id" WHERE t2."article_id" = t0."id") FROM (SELECT t0."id", t0."author_id", t0."title" FROM "articles" AS t0 ORDER BY t0."title", t0."id" LIMIT 2) AS t0 LEFT JOIN "authors" AS t1 ON t1."id" = t0."author_id" ORDER BY t0."title", t0."id" FOR UPDATE OF t0)",
    .mariadb = refused,
}));
static_assert(renders<insert_of_a_subquery>({
    .row = R"(INSERT INTO "authors" ("name") VALUES (COALESCE((SELECT t0."title" FROM "articles" AS t0 ORDER BY t0."id" LIMIT 1), ?)) RETURNING "id")",
    .mysql = R"(INSERT INTO `authors` (`name`) VALUES (COALESCE((SELECT t0.`title` FROM `articles` AS t0 ORDER BY t0.`id` LIMIT 1), ?)); SELECT t0.`id` FROM `authors` AS t0 WHERE t0.`id` = LAST_INSERT_ID())",
}));
static_assert(renders<insert_of_a_query>({
    .row = R"(INSERT INTO "articles" ("title", "author_id", "published") SELECT t0."title", t0."author_id", t0."published" FROM "articles" AS t0 WHERE t0."id" > ?)",
}));
static_assert(renders<insert_of_a_union>({
    .row = R"(INSERT INTO "tags" ("name") SELECT t0."name" FROM "tags" AS t0 UNION SELECT t0."title" FROM "articles" AS t0 RETURNING "id", "name")",
    .mysql = refused,
}));
static_assert(renders<update_by_relation>({
    .row = R"(UPDATE "articles" INNER JOIN "authors" AS t0 ON t0."id" = "articles"."author_id" SET "articles"."title" = COALESCE(t0."email", "articles"."title") WHERE t0."name" <> ? AND "articles"."id" > ?)",
    .sqlite = R"(UPDATE "articles" SET "title" = COALESCE(t0."email", "articles"."title") FROM "authors" AS t0 WHERE t0."id" = "articles"."author_id" AND t0."name" <> ? AND "articles"."id" > ?)",
    .postgres = R"(UPDATE "articles" SET "title" = COALESCE(t0."email", "articles"."title") FROM "authors" AS t0 WHERE t0."id" = "articles"."author_id" AND t0."name" <> $1 AND "articles"."id" > $2)",
}));
static_assert(renders<update_by_condition>({
    .row = R"(UPDATE "authors" INNER JOIN "articles" AS t0 ON t0."author_id" = "authors"."id" INNER JOIN "employees" AS t1 ON t1."id" = "authors"."id" SET "authors"."name" = t1."name", "authors"."email" = ? WHERE t0."published" = TRUE)",
    .sqlite = R"(UPDATE "authors" SET "name" = t1."name", "email" = ? FROM "articles" AS t0, "employees" AS t1 WHERE t0."author_id" = "authors"."id" AND t1."id" = "authors"."id" AND t0."published" = 1)",
    .postgres = R"(UPDATE "authors" SET "name" = t1."name", "email" = $1 FROM "articles" AS t0, "employees" AS t1 WHERE t0."author_id" = "authors"."id" AND t1."id" = "authors"."id" AND t0."published")",
}));
static_assert(renders<update_of_joined_assignments>({
    .row = R"(UPDATE "comments" INNER JOIN (SELECT "comments"."id" AS "koine_0", t0."author_id" AS "koine_1", "comments"."article_id" AS "koine_2" FROM "comments" INNER JOIN "articles" AS t0 ON t0."id" = "comments"."article_id" WHERE t0."published" = TRUE LIMIT 18446744073709551615 FOR UPDATE) AS koine_rows ON "comments"."id" = koine_rows."koine_0" SET "article_id" = koine_rows."koine_1", "author_id" = koine_rows."koine_2")",
    .sqlite = R"(UPDATE "comments" SET "article_id" = t0."author_id", "author_id" = "comments"."article_id" FROM "articles" AS t0 WHERE t0."id" = "comments"."article_id" AND t0."published" = 1)",
    .postgres = R"(UPDATE "comments" SET "article_id" = t0."author_id", "author_id" = "comments"."article_id" FROM "articles" AS t0 WHERE t0."id" = "comments"."article_id" AND t0."published")",
}));
static_assert(renders<update_of_an_alias>({
    .row = R"(UPDATE "employees" INNER JOIN (SELECT "employees"."id" AS "koine_0", t0."salary" * ? AS "koine_1" FROM "employees" INNER JOIN "employees" AS t0 ON t0."id" = "employees"."boss_id" WHERE t0."name" = ? LIMIT 18446744073709551615 FOR UPDATE) AS koine_rows ON "employees"."id" = koine_rows."koine_0" SET "salary" = koine_rows."koine_1")",
    .sqlite = R"(UPDATE "employees" SET "salary" = t0."salary" * ? FROM "employees" AS t0 WHERE t0."id" = "employees"."boss_id" AND t0."name" = ?)",
    .postgres = R"(UPDATE "employees" SET "salary" = t0."salary" * $1 FROM "employees" AS t0 WHERE t0."id" = "employees"."boss_id" AND t0."name" = $2)",
}));
static_assert(renders<update_joined_returning>({
    .row = R"(UPDATE "articles" SET "title" = t0."name" FROM "authors" AS t0 WHERE t0."id" = "articles"."author_id" AND "articles"."id" > ? RETURNING "articles"."id", "articles"."title")",
    .mysql = refused,
    .mariadb = refused,
}));
static_assert(renders<erase_by_relation>({
    .row = R"(DELETE "articles" FROM "articles" INNER JOIN "authors" AS t0 ON t0."id" = "articles"."author_id" WHERE t0."name" = ?)",
    .sqlite = R"(DELETE FROM "articles" WHERE ("id") IN (SELECT "articles"."id" AS "koine_0" FROM "articles" INNER JOIN "authors" AS t0 ON t0."id" = "articles"."author_id" WHERE t0."name" = ?))",
    .postgres = R"(DELETE FROM "articles" USING "authors" AS t0 WHERE t0."id" = "articles"."author_id" AND t0."name" = $1)",
}));
static_assert(renders<erase_through_junction>({
    .row = R"(DELETE "articles" FROM "articles" INNER JOIN ("tags" AS t0 INNER JOIN "taggings" AS t1 ON t1."tag_id" = t0."id") ON t1."article_id" = "articles"."id" WHERE t0."name" = ? AND EXISTS (SELECT 1 FROM "comments" AS t2 WHERE t2."article_id" = "articles"."id"))",
    .sqlite = R"(DELETE FROM "articles" WHERE ("id") IN (SELECT "articles"."id" AS "koine_0" FROM "articles" INNER JOIN ("tags" AS t0 INNER JOIN "taggings" AS t1 ON t1."tag_id" = t0."id") ON t1."article_id" = "articles"."id" WHERE t0."name" = ? AND EXISTS (SELECT 1 FROM "comments" AS t2 WHERE t2."article_id" = "articles"."id")))",
    .postgres = R"(DELETE FROM "articles" USING "tags" AS t0 INNER JOIN "taggings" AS t1 ON t1."tag_id" = t0."id" WHERE t1."article_id" = "articles"."id" AND t0."name" = $1 AND EXISTS (SELECT 1 FROM "comments" AS t2 WHERE t2."article_id" = "articles"."id"))",
}));
static_assert(renders<erase_joined_returning>({
    .row = R"(DELETE FROM "taggings" WHERE ("article_id", "tag_id") IN (SELECT "taggings"."article_id" AS "koine_0", "taggings"."tag_id" AS "koine_1" FROM "taggings" INNER JOIN "tags" AS t0 ON t0."id" = "taggings"."tag_id" WHERE t0."name" = ?) RETURNING "taggings"."position" + ?)",
    .postgres = R"(DELETE FROM "taggings" USING "tags" AS t0 WHERE t0."id" = "taggings"."tag_id" AND t0."name" = $1 RETURNING "taggings"."position"::bigint + $2::bigint)",
    .mysql = refused,
    .mariadb = refused,
}));
static_assert(renders<erase_of_an_alias>({
    .row = R"(DELETE "employees" FROM "employees" INNER JOIN (SELECT "employees"."id" AS "koine_0" FROM "employees" INNER JOIN "employees" AS t0 ON t0."id" = "employees"."boss_id" WHERE t0."salary" < "employees"."salary" LIMIT 18446744073709551615 FOR UPDATE) AS koine_rows ON "employees"."id" = koine_rows."koine_0")",
    .sqlite = R"(DELETE FROM "employees" WHERE ("id") IN (SELECT "employees"."id" AS "koine_0" FROM "employees" INNER JOIN "employees" AS t0 ON t0."id" = "employees"."boss_id" WHERE t0."salary" < "employees"."salary"))",
    .postgres = R"(DELETE FROM "employees" USING "employees" AS t0 WHERE t0."id" = "employees"."boss_id" AND t0."salary" < "employees"."salary")",
}));
static_assert(renders<upsert_that_adds>({
    .row = R"(INSERT INTO "products" ("warehouse", "number", "code", "display label", "active", "stock") VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT ("warehouse", "number") DO UPDATE SET "number" = excluded."number", "display label" = ("products"."display label" || excluded."code"))",
    .mysql = R"(INSERT INTO `products` (`warehouse`, `number`, `code`, `display label`, `active`, `stock`) VALUES (?, ?, ?, ?, ?, ?); UPDATE `products` SET `number` = ?, `display label` = CONCAT(`products`.`display label`, ?) WHERE `warehouse` = ? AND `number` = ?)",
    .mariadb = R"(INSERT INTO `products` (`warehouse`, `number`, `code`, `display label`, `active`, `stock`) VALUES (?, ?, ?, ?, ?, ?); UPDATE `products` SET `number` = ?, `display label` = CONCAT(`products`.`display label`, ?) WHERE `warehouse` = ? AND `number` = ?)",
}));
static_assert(renders<upsert_by_condition>({
    .row = R"(INSERT INTO "authors" ("name", "email") VALUES (?, ?) ON CONFLICT ("email") DO UPDATE SET "name" = ("authors"."name" || ? || excluded."name") WHERE "authors"."name" <> excluded."name" AND "authors"."id" > ? RETURNING "id", "name", "email")",
    .postgres = R"(INSERT INTO "authors" ("name", "email") VALUES ($1, $2) ON CONFLICT ("email") DO UPDATE SET "name" = ("authors"."name" || $3::text || excluded."name") WHERE "authors"."name" <> excluded."name" AND "authors"."id" > $4 RETURNING "id", "name", "email")",
    .mysql = refused,
    .mariadb = refused,
}));
// clang-format on

}  // namespace golden

TEST_CASE("golden: the texts of statements hold while compiling") { SUCCEED("38 queries in four dialects"); }
