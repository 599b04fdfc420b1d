// SPDX-License-Identifier: BSL-1.0
// Golden texts of selects without relations.

#include "renders.hpp"

#include <catch2/catch.hpp>

namespace golden {

// clang-format off
static_assert(renders<whole_model>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0)",
}));
static_assert(renders<one_column>({
    .row = R"(SELECT t0."name" FROM "authors" AS t0)",
}));
static_assert(renders<some_columns>({
    .row = R"(SELECT t0."id", t0."title" FROM "articles" AS t0)",
}));
static_assert(renders<distinct_values>({
    .row = R"(SELECT DISTINCT t0."author_id" FROM "articles" AS t0)",
}));
static_assert(renders<renamed_column>({
    .row = R"(SELECT t0."display label" FROM "products" AS t0 WHERE t0."display label" = ?)",
}));
static_assert(renders<comparison_both_ways>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" > ? AND ? >= t0."id")",
}));
static_assert(renders<columns_compared>({
    .row = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE t0."id" <> t0."author_id")",
}));
static_assert(renders<logic>({
    .row = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE (t0."published" = TRUE OR t0."id" < ?) AND NOT (t0."title" = ? OR t0."title" = ?))",
    .sqlite = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE (t0."published" = 1 OR t0."id" < ?) AND NOT (t0."title" = ? OR t0."title" = ?))",
    .postgres = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE (t0."published" OR t0."id" < $1) AND NOT (t0."title" = $2 OR t0."title" = $3))",
}));
static_assert(renders<not_published>({
    .row = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE t0."published" = FALSE)",
    .sqlite = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE t0."published" = 0)",
    .postgres = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE NOT t0."published")",
}));
static_assert(renders<null_tests>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."email" IS NULL OR t0."email" IS NOT NULL)",
}));
static_assert(renders<null_safe>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."email" <=> ? AND NOT (t0."email" <=> ?))",
    .sqlite = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."email" IS ? AND t0."email" IS NOT ?)",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."email" IS NOT DISTINCT FROM $1 AND t0."email" IS DISTINCT FROM $2)",
}));
static_assert(renders<between_bounds>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" BETWEEN ? AND ?)",
}));
static_assert(renders<two_wheres>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE (t0."id" > ? OR t0."id" < ?) AND t0."name" <> ?)",
}));
static_assert(renders<in_values>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" IN (SELECT element FROM JSON_TABLE(?, '$[*]' COLUMNS (element BIGINT PATH '$')) AS elements) AND t0."name" NOT IN (SELECT element FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements))",
    .sqlite = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" IN (SELECT value FROM koine_list(?)) AND t0."name" NOT IN (SELECT value FROM koine_list(?)))",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" = ANY($1) AND t0."name" <> ALL($2))",
    .mariadb = R"(SELECT t0.`id`, t0.`name`, t0.`email` FROM `authors` AS t0 WHERE t0.`id` IN (SELECT element FROM JSON_TABLE(?, '$[*]' COLUMNS (element BIGINT PATH '$')) AS elements) AND CASE WHEN t0.`name` IS NULL THEN CASE WHEN EXISTS (SELECT element FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements) THEN NULL ELSE TRUE END ELSE t0.`name` NOT IN (SELECT element FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements) END)",
}));
static_assert(renders<in_query>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" IN (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published" = TRUE))",
    .sqlite = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" IN (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published" = 1))",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" IN (SELECT t1."author_id" FROM "articles" AS t1 WHERE t1."published"))",
}));
static_assert(renders<not_in_query>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" NOT IN (SELECT t1."author_id" FROM "articles" AS t1))",
}));
static_assert(renders<in_page>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" IN (SELECT t1."author_id" FROM "articles" AS t1 ORDER BY t1."title", t1."id" LIMIT 2))",
    .mysql = R"(SELECT t0.`id`, t0.`name`, t0.`email` FROM `authors` AS t0 WHERE t0.`id` IN (SELECT * FROM (SELECT t1.`author_id` FROM `articles` AS t1 ORDER BY t1.`title`, t1.`id` LIMIT 2) AS cut_off))",
    .mariadb = R"(SELECT t0.`id`, t0.`name`, t0.`email` FROM `authors` AS t0 WHERE t0.`id` IN (SELECT * FROM (SELECT t1.`author_id` FROM `articles` AS t1 ORDER BY t1.`title`, t1.`id` LIMIT 2) AS cut_off))",
}));
static_assert(renders<exists_rows>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE EXISTS (SELECT 1 FROM "articles" AS t1 WHERE t1."author_id" = t0."id"))",
}));
static_assert(renders<scalar_value>({
    .row = R"(SELECT t0."id", t0."name", t0."boss_id", t0."salary", t0."bonus" FROM "employees" AS t0 WHERE t0."salary" > (SELECT t1."salary" FROM "employees" AS t1 WHERE t1."id" = t0."boss_id"))",
}));
static_assert(renders<text_exact>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE LOCATE(CAST(? AS BINARY), CAST(t0."name" AS BINARY)) > 0 AND LEFT(CAST(t0."name" AS BINARY), LENGTH(?)) = CAST(? AS BINARY) AND RIGHT(CAST(t0."name" AS BINARY), LENGTH(?)) = CAST(? AS BINARY))",
    .sqlite = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE instr(CAST(t0."name" AS BLOB), CAST(? AS BLOB)) > 0 AND instr(CAST(t0."name" AS BLOB), CAST(? AS BLOB)) = 1 AND (length(CAST(t0."name" AS BLOB)) >= length(CAST(? AS BLOB)) AND (CAST(t0."name" AS BLOB) = CAST(? AS BLOB) OR substr(CAST(t0."name" AS BLOB), length(CAST(t0."name" AS BLOB)) - length(CAST(? AS BLOB)) + 1) = CAST(? AS BLOB))))",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE strpos(t0."name", $1::text) > 0 AND starts_with(t0."name", $2::text) AND right(t0."name", length($3::text)) = $3::text)",
}));
static_assert(renders<text_folded>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE LOCATE(CAST(LOWER(CONVERT(CAST(? AS BINARY) USING tis620)) AS BINARY), CAST(LOWER(CONVERT(CAST(t0."name" AS BINARY) USING tis620)) AS BINARY)) > 0 OR LEFT(CAST(LOWER(CONVERT(CAST(t0."name" AS BINARY) USING tis620)) AS BINARY), LENGTH(?)) = CAST(LOWER(CONVERT(CAST(? AS BINARY) USING tis620)) AS BINARY) OR RIGHT(CAST(LOWER(CONVERT(CAST(t0."name" AS BINARY) USING tis620)) AS BINARY), LENGTH(?)) = CAST(LOWER(CONVERT(CAST(? AS BINARY) USING tis620)) AS BINARY))",
    .sqlite = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE instr(koine_fold(t0."name"), koine_fold(?)) > 0 OR instr(koine_fold(t0."name"), koine_fold(?)) = 1 OR (length(koine_fold(t0."name")) >= length(koine_fold(?)) AND (koine_fold(t0."name") = koine_fold(?) OR substr(koine_fold(t0."name"), length(koine_fold(t0."name")) - length(koine_fold(?)) + 1) = koine_fold(?))))",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE strpos(lower(t0."name" COLLATE "C"), lower($1::text COLLATE "C")) > 0 OR starts_with(lower(t0."name" COLLATE "C"), lower($2::text COLLATE "C")) OR right(lower(t0."name" COLLATE "C"), length(lower($3::text COLLATE "C"))) = lower($3::text COLLATE "C"))",
}));
static_assert(renders<enum_by_name>({
    .row = R"(SELECT t0."id" FROM "everything" AS t0 WHERE t0."paint" = ?)",
}));
static_assert(renders<escape_hatch>({
    .row = R"(SELECT length(t0."name") + ? FROM "authors" AS t0 WHERE t0."email" IS NOT NULL)",
    .postgres = R"(SELECT length(t0."name") + $1::bigint FROM "authors" AS t0 WHERE t0."email" IS NOT NULL)",
}));
static_assert(renders<arithmetic>({
    .row = R"(SELECT -(t0."id" + ?) * ? - t0."bonus" FROM "employees" AS t0)",
    .postgres = R"(SELECT -(t0."id" + $1) * $2 - t0."bonus"::bigint FROM "employees" AS t0)",
}));
static_assert(renders<integer_division>({
    .row = R"(SELECT t0."id" DIV t0."bonus" % ? FROM "employees" AS t0)",
    .sqlite = R"(SELECT t0."id" / t0."bonus" % ? FROM "employees" AS t0)",
    .postgres = R"(SELECT t0."id" / NULLIF(t0."bonus"::bigint, 0) % NULLIF($1::bigint, 0) FROM "employees" AS t0)",
    .mysql = R"(SELECT t0.`id` DIV t0.`bonus` % CAST(? AS SIGNED) FROM `employees` AS t0)",
    .mariadb = R"(SELECT t0.`id` DIV t0.`bonus` % CAST(? AS SIGNED) FROM `employees` AS t0)",
}));
static_assert(renders<real_division>({
    .row = R"(SELECT t0."salary" / ? FROM "employees" AS t0)",
    .postgres = R"(SELECT t0."salary" / NULLIF($1::double precision, 0) FROM "employees" AS t0)",
    .mysql = R"(SELECT t0.`salary` / CAST(? AS DOUBLE) FROM `employees` AS t0)",
    .mariadb = R"(SELECT t0.`salary` / CAST(? AS DOUBLE) FROM `employees` AS t0)",
}));
static_assert(renders<coalesced>({
    .row = R"(SELECT COALESCE(t0."email", ?) FROM "authors" AS t0)",
}));
static_assert(renders<bound_real_for_integer>({
    .row = R"(SELECT t0."name" FROM "employees" AS t0 WHERE t0."bonus" > ?)",
    .postgres = R"(SELECT t0."name" FROM "employees" AS t0 WHERE t0."bonus" > $1::double precision)",
    .mysql = R"(SELECT t0.`name` FROM `employees` AS t0 WHERE t0.`bonus` > CAST(? AS DOUBLE))",
    .mariadb = R"(SELECT t0.`name` FROM `employees` AS t0 WHERE t0.`bonus` > CAST(? AS DOUBLE))",
}));
static_assert(renders<count_all>({
    .row = R"(SELECT COUNT(*) FROM "authors" AS t0)",
}));
static_assert(renders<counts>({
    .row = R"(SELECT COUNT(t0."email") + COUNT(DISTINCT t0."name") FROM "authors" AS t0)",
}));
static_assert(renders<mean_of_integers>({
    .row = R"(SELECT AVG((t0."bonus") * 1e0) FROM "employees" AS t0)",
    .sqlite = R"(SELECT AVG(t0."bonus") FROM "employees" AS t0)",
    .postgres = R"(SELECT AVG((t0."bonus")::double precision) FROM "employees" AS t0)",
}));
static_assert(renders<sum_and_extremes>({
    .row = R"(SELECT COALESCE(SUM(t0."bonus"), ?) + COALESCE(MAX(t0."bonus") - MIN(t0."bonus"), ?) FROM "employees" AS t0)",
}));
static_assert(renders<grouped>({
    .row = R"(SELECT t0."name", COUNT(*) FROM "authors" AS t0 INNER JOIN "articles" AS t1 ON t1."author_id" = t0."id" GROUP BY t0."name" HAVING COUNT(*) > ? ORDER BY COUNT(*) DESC, t0."name" LIMIT 10)",
}));
static_assert(renders<join_by_relation>({
    .row = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 INNER JOIN "authors" AS t1 ON t1."id" = t0."author_id" WHERE t1."name" = ?)",
}));
static_assert(renders<left_join_by_relation>({
    .row = R"(SELECT t1."name" <=> ? FROM "comments" AS t0 LEFT JOIN "authors" AS t1 ON t1."id" = t0."author_id")",
    .sqlite = R"(SELECT t1."name" IS ? FROM "comments" AS t0 LEFT JOIN "authors" AS t1 ON t1."id" = t0."author_id")",
    .postgres = R"(SELECT t1."name" IS NOT DISTINCT FROM $1 FROM "comments" AS t0 LEFT JOIN "authors" AS t1 ON t1."id" = t0."author_id")",
}));
static_assert(renders<join_by_condition>({
    .row = R"(SELECT COALESCE(t1."title", ?) FROM "authors" AS t0 LEFT JOIN "articles" AS t1 ON t1."author_id" = t0."id" AND t1."published" = TRUE)",
    .sqlite = R"(SELECT COALESCE(t1."title", ?) FROM "authors" AS t0 LEFT JOIN "articles" AS t1 ON t1."author_id" = t0."id" AND t1."published" = 1)",
    .postgres = R"(SELECT COALESCE(t1."title", $1) FROM "authors" AS t0 LEFT JOIN "articles" AS t1 ON t1."author_id" = t0."id" AND t1."published")",
}));
static_assert(renders<self_join>({
    .row = R"(SELECT t0."id", t0."name", t0."boss_id", t0."salary", t0."bonus" FROM "employees" AS t0 INNER JOIN "employees" AS t1 ON t1."id" = t0."boss_id" WHERE t0."salary" > t1."salary")",
}));
static_assert(renders<ordered>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 ORDER BY t0."email" IS NULL DESC, t0."email" DESC, t0."name")",
    .sqlite = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 ORDER BY t0."email" DESC NULLS FIRST, t0."name")",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 ORDER BY t0."email" DESC, t0."name")",
}));
static_assert(renders<page_gets_key>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 ORDER BY t0."name" DESC, t0."id" DESC LIMIT ? OFFSET ?)",
}));
static_assert(renders<page_has_key>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 ORDER BY t0."name", t0."id" LIMIT ?)",
}));
static_assert(renders<page_without_order>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 ORDER BY t0."id" LIMIT 5)",
}));
static_assert(renders<offset_alone>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 ORDER BY t0."id" LIMIT 18446744073709551615 OFFSET ?)",
    .sqlite = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 ORDER BY t0."id" LIMIT -1 OFFSET ?)",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 ORDER BY t0."id" OFFSET $1)",
}));
static_assert(renders<locking_clause>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" = ? LIMIT ?)",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE t0."id" = $1 LIMIT $2::bigint)",
}));
// clang-format on

}  // namespace golden

TEST_CASE("golden: the texts of selects hold while compiling") { SUCCEED("43 queries in four dialects"); }
