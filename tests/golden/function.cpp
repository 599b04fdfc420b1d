// SPDX-License-Identifier: BSL-1.0
// Golden texts of functions.

#include "function_queries.hpp"
#include "renders.hpp"

#include <catch2/catch.hpp>

namespace golden {

// clang-format off
static_assert(renders<cases>({
    .row = R"(SELECT CASE WHEN t0."bonus" > ? THEN ? WHEN t0."boss_id" IS NULL THEN t0."name" ELSE ? END FROM "employees" AS t0)",
    .postgres = R"(SELECT CASE WHEN t0."bonus" > $1::bigint THEN $2::text WHEN t0."boss_id" IS NULL THEN t0."name" ELSE $3::text END FROM "employees" AS t0)",
}));
static_assert(renders<case_without_otherwise>({
    .row = R"(SELECT CASE WHEN t0."published" = TRUE THEN CAST(? AS SIGNED) WHEN t0."id" < ? THEN t0."author_id" END FROM "articles" AS t0)",
    .sqlite = R"(SELECT CASE WHEN t0."published" = 1 THEN ? WHEN t0."id" < ? THEN t0."author_id" END FROM "articles" AS t0)",
    .postgres = R"(SELECT CASE WHEN t0."published" THEN $1::bigint WHEN t0."id" < $2 THEN t0."author_id" END FROM "articles" AS t0)",
}));
static_assert(renders<null_for_value>({
    .row = R"(SELECT COALESCE(NULLIF(t0."name", ?), t0."email", ?) FROM "authors" AS t0)",
    .postgres = R"(SELECT COALESCE(NULLIF(t0."name", $1::text), t0."email", $2) FROM "authors" AS t0)",
}));
static_assert(renders<extremes_of_row>({
    .row = R"(SELECT GREATEST(t0."bonus", CAST(? AS SIGNED)) FROM "employees" AS t0 WHERE LEAST(t0."salary", CAST(t0."bonus" AS DOUBLE), CAST(? AS DOUBLE)) > ?)",
    .sqlite = R"(SELECT max(t0."bonus", ?) FROM "employees" AS t0 WHERE min(t0."salary", CAST(t0."bonus" AS REAL), ?) > ?)",
    .postgres = R"(SELECT GREATEST(t0."bonus"::bigint, $1::bigint) FROM "employees" AS t0 WHERE LEAST(t0."salary", t0."bonus"::bigint::double precision, $2::double precision) > $3)",
}));
static_assert(renders<extreme_with_null>({
    .row = R"(SELECT LEAST(t0."boss_id", t0."id") FROM "employees" AS t0)",
    .sqlite = R"(SELECT min(t0."boss_id", t0."id") FROM "employees" AS t0)",
    .postgres = R"(SELECT CASE WHEN num_nulls(t0."boss_id", t0."id") = 0 THEN LEAST(t0."boss_id", t0."id") END FROM "employees" AS t0)",
}));
static_assert(renders<casts>({
    .row = R"(SELECT CAST(t0."bonus" + ? AS CHAR) FROM "employees" AS t0 WHERE CASE WHEN t0."salary" >= -9223372036854775808e0 AND t0."salary" < 9223372036854775808e0 THEN CAST(TRUNCATE(t0."salary", 0) AS SIGNED) END = ? AND CAST(t0."bonus" AS DOUBLE) > ?)",
    .sqlite = R"(SELECT CAST(t0."bonus" + ? AS TEXT) FROM "employees" AS t0 WHERE CASE WHEN t0."salary" >= -9223372036854775808e0 AND t0."salary" < 9223372036854775808e0 THEN CAST(t0."salary" AS INTEGER) END = ? AND CAST(t0."bonus" AS REAL) > ?)",
    .postgres = R"(SELECT (t0."bonus"::bigint + $1::bigint)::text FROM "employees" AS t0 WHERE CASE WHEN t0."salary" >= -9223372036854775808e0 AND t0."salary" < 9223372036854775808e0 THEN trunc(t0."salary")::bigint END = $2 AND t0."bonus"::bigint::double precision > $3)",
}));
static_assert(renders<other_casts>({
    .row = R"(SELECT CAST(t0."title" AS BINARY) FROM "articles" AS t0 ORDER BY (t0."published"))",
    .sqlite = R"(SELECT CAST(t0."title" AS BLOB) FROM "articles" AS t0 ORDER BY (t0."published"))",
    .postgres = R"(SELECT convert_to(t0."title", 'UTF8') FROM "articles" AS t0 ORDER BY t0."published"::integer::bigint)",
}));
static_assert(renders<text_folded_to_ascii>({
    .row = R"(SELECT CAST(CAST(LOWER(CONVERT(CAST(t0."name" AS BINARY) USING tis620)) AS BINARY) AS CHAR) FROM "authors" AS t0 ORDER BY CAST(CAST(UPPER(CONVERT(CAST(t0."email" AS BINARY) USING tis620)) AS BINARY) AS CHAR) IS NULL, CAST(CAST(UPPER(CONVERT(CAST(t0."email" AS BINARY) USING tis620)) AS BINARY) AS CHAR))",
    .sqlite = R"(SELECT lower(t0."name") FROM "authors" AS t0 ORDER BY upper(t0."email") NULLS LAST)",
    .postgres = R"(SELECT lower(t0."name" COLLATE "C") FROM "authors" AS t0 ORDER BY upper(t0."email" COLLATE "C"))",
}));
static_assert(renders<text_lengths>({
    .row = R"(SELECT CHAR_LENGTH(t0."name") + OCTET_LENGTH(t0."email") FROM "authors" AS t0)",
    .sqlite = R"(SELECT koine_length(t0."name") + length(CAST(t0."email" AS BLOB)) FROM "authors" AS t0)",
    .postgres = R"(SELECT char_length(t0."name")::bigint + octet_length(t0."email")::bigint FROM "authors" AS t0)",
}));
static_assert(renders<texts_joined>({
    .row = R"(SELECT CONCAT(?, TRIM(t0."name"), ?, t0."email") FROM "authors" AS t0)",
    .sqlite = R"(SELECT (? || TRIM(t0."name") || ? || t0."email") FROM "authors" AS t0)",
    .postgres = R"(SELECT ($1::text || TRIM(t0."name") || $2::text || t0."email") FROM "authors" AS t0)",
}));
static_assert(renders<text_parts>({
    .row = R"(SELECT REPLACE(SUBSTR(t0."name", CAST(? AS SIGNED), CAST(? AS SIGNED)), ?, ?) FROM "authors" AS t0 WHERE INSTR(CAST(t0."name" AS CHAR), ?) > ?)",
    .sqlite = R"(SELECT REPLACE(koine_substring(t0."name", ?, ?), ?, ?) FROM "authors" AS t0 WHERE INSTR(t0."name", ?) > ?)",
    .postgres = R"(SELECT REPLACE(substr(t0."name", $1::bigint::integer, $2::bigint::integer), $3::text, $4::text) FROM "authors" AS t0 WHERE strpos(t0."name", $5::text)::bigint > $6)",
}));
static_assert(renders<text_parts_of_null>({
    .row = R"(SELECT REPLACE(t0."name", ?, CONCAT(t0."email", ?)) FROM "authors" AS t0)",
    .sqlite = R"(SELECT REPLACE(t0."name", ?, (t0."email" || ?)) FROM "authors" AS t0)",
    .postgres = R"(SELECT REPLACE(t0."name", $1::text, (t0."email" || $2::text)) FROM "authors" AS t0)",
    .mariadb = R"(SELECT CASE WHEN CONCAT(t0.`email`, ?) IS NOT NULL THEN REPLACE(t0.`name`, ?, CONCAT(t0.`email`, ?)) END FROM `authors` AS t0)",
}));
static_assert(renders<text_ends>({
    .row = R"(SELECT LTRIM(RTRIM(t0."name")) FROM "authors" AS t0 WHERE (CAST(t0."name" AS CHAR) LIKE ? ESCAPE '!') AND NOT (CAST(t0."email" AS CHAR) LIKE ? ESCAPE '!'))",
    .sqlite = R"(SELECT LTRIM(RTRIM(t0."name")) FROM "authors" AS t0 WHERE koine_like(t0."name", ?) AND NOT koine_like(t0."email", ?))",
    .postgres = R"(SELECT LTRIM(RTRIM(t0."name")) FROM "authors" AS t0 WHERE (t0."name" LIKE $1::text ESCAPE '!') AND NOT (t0."email" LIKE $2::text ESCAPE '!'))",
}));
static_assert(renders<number_functions>({
    .row = R"(SELECT ABS(t0."bonus" - ?) * SIGN(t0."salary") FROM "employees" AS t0)",
    .postgres = R"(SELECT ABS(t0."bonus"::bigint - $1::bigint) * sign(t0."salary")::bigint FROM "employees" AS t0)",
}));
static_assert(renders<whole_numbers>({
    .row = R"(SELECT (TRUNCATE(t0."salary", 0) + CASE WHEN ABS(t0."salary" - TRUNCATE(t0."salary", 0)) >= 0.5 THEN SIGN(t0."salary") ELSE 0 END) + TRUNCATE(t0."salary", 0) FROM "employees" AS t0 WHERE FLOOR(t0."salary") < CEILING(t0."salary"))",
    .sqlite = R"(SELECT CASE WHEN abs(t0."salary") < 4503599627370496e0 THEN CAST(t0."salary" AS INTEGER) + CASE WHEN abs(t0."salary" - CAST(t0."salary" AS INTEGER)) >= 0.5 THEN sign(t0."salary") * 1.0 ELSE 0.0 END ELSE t0."salary" END + CASE WHEN abs(t0."salary") < 4503599627370496e0 THEN CAST(CAST(t0."salary" AS INTEGER) AS REAL) ELSE t0."salary" END FROM "employees" AS t0 WHERE CASE WHEN abs(t0."salary") < 4503599627370496e0 THEN CAST(t0."salary" AS INTEGER) - CASE WHEN t0."salary" < CAST(t0."salary" AS INTEGER) THEN 1.0 ELSE 0.0 END ELSE t0."salary" END < CASE WHEN abs(t0."salary") < 4503599627370496e0 THEN CAST(t0."salary" AS INTEGER) + CASE WHEN t0."salary" > CAST(t0."salary" AS INTEGER) THEN 1.0 ELSE 0.0 END ELSE t0."salary" END)",
    .postgres = R"(SELECT (trunc(t0."salary") + CASE WHEN abs(t0."salary" - trunc(t0."salary")) >= 0.5 THEN sign(t0."salary") ELSE 0 END) + trunc(t0."salary") FROM "employees" AS t0 WHERE FLOOR(t0."salary") < CEILING(t0."salary"))",
}));
static_assert(renders<roots>({
    .row = R"(SELECT SQRT(t0."salary") FROM "employees" AS t0)",
    .sqlite = R"(SELECT koine_square_root(t0."salary") FROM "employees" AS t0)",
    .postgres = R"(SELECT CASE WHEN t0."salary" >= 0 THEN sqrt(t0."salary") END FROM "employees" AS t0)",
}));
static_assert(renders<nulls_placed>({
    .row = R"(SELECT t0."name" FROM "authors" AS t0 ORDER BY t0."email" NULLS FIRST, t0."email" DESC NULLS LAST, t0."name")",
    .mysql = R"(SELECT t0.`name` FROM `authors` AS t0 ORDER BY t0.`email` IS NULL DESC, t0.`email`, t0.`email` IS NULL, t0.`email` DESC, t0.`name`)",
    .mariadb = R"(SELECT t0.`name` FROM `authors` AS t0 ORDER BY t0.`email` IS NULL DESC, t0.`email`, t0.`email` IS NULL, t0.`email` DESC, t0.`name`)",
}));
static_assert(renders<conditions_ordered>({
    .row = R"(SELECT t0."name" FROM "authors" AS t0 ORDER BY (t0."email" > ? AND t0."id" > ?) IS NULL DESC, (t0."email" > ? AND t0."id" > ?) DESC)",
    .sqlite = R"(SELECT t0."name" FROM "authors" AS t0 ORDER BY (t0."email" > ? AND t0."id" > ?) DESC NULLS FIRST)",
    .postgres = R"(SELECT t0."name" FROM "authors" AS t0 ORDER BY (t0."email" > $1 AND t0."id" > $2) DESC)",
}));
static_assert(renders<nulls_placed_behind>({
    .row = R"(SELECT t0."koine_0" FROM (SELECT t0."id", t0."author_id", t0."id" AS "koine_0" FROM "comments" AS t0 WHERE (t0."author_id" > CAST(? AS SIGNED) OR (t0."author_id" = CAST(? AS SIGNED) AND t0."id" > CAST(? AS SIGNED))) ORDER BY t0."author_id" IS NULL, t0."author_id" DESC, t0."id" DESC LIMIT 2) AS t0 ORDER BY t0."author_id" IS NULL DESC, t0."author_id", t0."id")",
    .sqlite = R"(SELECT t0."koine_0" FROM (SELECT t0."id", t0."author_id", t0."id" AS "koine_0" FROM "comments" AS t0 WHERE (t0."author_id" > ? OR (t0."author_id" = ? AND t0."id" > ?)) ORDER BY t0."author_id" DESC NULLS LAST, t0."id" DESC LIMIT 2) AS t0 ORDER BY t0."author_id" NULLS FIRST, t0."id")",
    .postgres = R"(SELECT t0."koine_0" FROM (SELECT t0."id", t0."author_id", t0."id" AS "koine_0" FROM "comments" AS t0 WHERE (t0."author_id" > $1::bigint OR (t0."author_id" = $1::bigint AND t0."id" > $2::bigint)) ORDER BY t0."author_id" DESC NULLS LAST, t0."id" DESC LIMIT 2) AS t0 ORDER BY t0."author_id" NULLS FIRST, t0."id")",
}));
static_assert(renders<filtered_aggregates>({
    .row = R"(SELECT COUNT(CASE WHEN t0."bonus" > ? THEN 1 END) + COUNT(DISTINCT CASE WHEN t0."salary" > ? THEN t0."name" END) FROM "employees" AS t0)",
    .sqlite = R"(SELECT COUNT(*) FILTER (WHERE t0."bonus" > ?) + COUNT(DISTINCT t0."name") FILTER (WHERE t0."salary" > ?) FROM "employees" AS t0)",
    .postgres = R"(SELECT COUNT(*) FILTER (WHERE t0."bonus" > $1::bigint) + COUNT(DISTINCT t0."name") FILTER (WHERE t0."salary" > $2) FROM "employees" AS t0)",
}));
static_assert(renders<filtered_means>({
    .row = R"(SELECT COALESCE(AVG(DISTINCT (CASE WHEN t0."boss_id" IS NOT NULL THEN t0."bonus" END) * 1e0), ?) + AVG((t0."salary") * 1e0) FROM "employees" AS t0)",
    .sqlite = R"(SELECT COALESCE(AVG(DISTINCT t0."bonus") FILTER (WHERE t0."boss_id" IS NOT NULL), ?) + AVG(t0."salary") FROM "employees" AS t0)",
    .postgres = R"(SELECT COALESCE(AVG(DISTINCT (t0."bonus")::double precision) FILTER (WHERE t0."boss_id" IS NOT NULL), $1) + AVG((t0."salary")::double precision) FROM "employees" AS t0)",
}));
static_assert(renders<distinct_sums>({
    .row = R"(SELECT SUM(DISTINCT t0."bonus") FROM "employees" AS t0)",
}));
static_assert(renders<truths>({
    .row = R"(SELECT MAX(t0."published") FROM "articles" AS t0 GROUP BY t0."author_id" HAVING MIN(t0."id" > ?))",
    .postgres = R"(SELECT bool_or(t0."published") FROM "articles" AS t0 GROUP BY t0."author_id" HAVING bool_and(t0."id" > $1))",
}));
static_assert(renders<deviation>({
    .row = R"(SELECT STDDEV_SAMP(t0."bonus") / VAR_POP(t0."salary") FROM "employees" AS t0)",
    .sqlite = refused,
    .postgres = R"(SELECT STDDEV_SAMP((t0."bonus")::double precision) / NULLIF(VAR_POP((t0."salary")::double precision), 0) FROM "employees" AS t0)",
    .mariadb = R"(SELECT STDDEV_SAMP((t0.`bonus`) * 1e0) / VAR_POP((t0.`salary`) * 1e0) FROM `employees` AS t0)",
}));
static_assert(renders<texts_aggregated>({
    .row = R"(SELECT GROUP_CONCAT(CASE WHEN t0."id" > ? THEN t0."email" END ORDER BY t0."name" DESC SEPARATOR ', ') FROM "authors" AS t0)",
    .sqlite = refused,
    .postgres = R"(SELECT STRING_AGG(t0."email", ', ' ORDER BY t0."name" DESC) FILTER (WHERE t0."id" > $1) FROM "authors" AS t0)",
}));
static_assert(renders<ranks>({
    .row = R"(SELECT ROW_NUMBER() OVER (PARTITION BY t0."boss_id", t0."name" ORDER BY t0."boss_id" IS NULL DESC, t0."boss_id" DESC, t0."id") FROM "employees" AS t0 ORDER BY RANK() OVER (ORDER BY t0."salary"))",
    .sqlite = R"(SELECT ROW_NUMBER() OVER (PARTITION BY t0."boss_id", t0."name" ORDER BY t0."boss_id" DESC NULLS FIRST, t0."id") FROM "employees" AS t0 ORDER BY RANK() OVER (ORDER BY t0."salary"))",
    .postgres = R"(SELECT ROW_NUMBER() OVER (PARTITION BY t0."boss_id", t0."name" ORDER BY t0."boss_id" DESC, t0."id") FROM "employees" AS t0 ORDER BY RANK() OVER (ORDER BY t0."salary"))",
}));
static_assert(renders<neighbours>({
    .row = R"(SELECT LAG(t0."bonus", 2) OVER (ORDER BY t0."id") - LEAD(t0."bonus", 1) OVER (ORDER BY t0."id") FROM "employees" AS t0)",
    .postgres = R"(SELECT LAG(t0."bonus"::bigint, 2) OVER (ORDER BY t0."id") - LEAD(t0."bonus"::bigint, 1) OVER (ORDER BY t0."id") FROM "employees" AS t0)",
}));
static_assert(renders<frame_of_rows>({
    .row = R"(SELECT SUM(t0."bonus") FILTER (WHERE t0."salary" > ?) OVER (ORDER BY t0."id" ROWS BETWEEN 2 PRECEDING AND 10 FOLLOWING) FROM "employees" AS t0)",
    .mysql = R"(SELECT SUM(CASE WHEN t0.`salary` > ? THEN t0.`bonus` END) OVER (ORDER BY t0.`id` ROWS BETWEEN 2 PRECEDING AND 10 FOLLOWING) FROM `employees` AS t0)",
    .mariadb = R"(SELECT SUM(CASE WHEN t0.`salary` > ? THEN t0.`bonus` END) OVER (ORDER BY t0.`id` ROWS BETWEEN 2 PRECEDING AND 10 FOLLOWING) FROM `employees` AS t0)",
}));
static_assert(renders<frame_of_least>({
    .row = R"(SELECT MIN(CASE WHEN t0."salary" > ? THEN t0."bonus" END) OVER (ORDER BY t0."id" ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM "employees" AS t0)",
    .postgres = R"(SELECT MIN(t0."bonus") FILTER (WHERE t0."salary" > $1) OVER (ORDER BY t0."id" ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM "employees" AS t0)",
}));
static_assert(renders<frame_of_range>({
    .row = R"(SELECT NTH_VALUE(t0."name", 2) OVER (ORDER BY t0."id" RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM "employees" AS t0)",
}));
static_assert(renders<frame_of_groups>({
    .row = R"(SELECT COUNT(*) OVER (ORDER BY t0."salary" GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM "employees" AS t0)",
    .mysql = refused,
    .mariadb = refused,
}));
static_assert(renders<window_over_groups>({
    .row = R"(SELECT SUM(COUNT(*)) OVER (ORDER BY t0."author_id") FROM "articles" AS t0 GROUP BY t0."author_id")",
}));
static_assert(renders<window_of_last_rows>({
    .row = R"(SELECT t0."koine_0" FROM (SELECT t0."id", NTILE(4) OVER (ORDER BY t0."id") AS "koine_0" FROM "articles" AS t0 ORDER BY t0."id" DESC LIMIT 3) AS t0 ORDER BY t0."id")",
}));
// clang-format on

}  // namespace golden

TEST_CASE("golden: the texts of functions hold while compiling") { SUCCEED("30 queries in four dialects"); }
