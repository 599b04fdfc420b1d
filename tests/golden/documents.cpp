// SPDX-License-Identifier: BSL-1.0
// Golden texts of columns that hold lists or JSON.

#include "documents.hpp"
#include "renders.hpp"

#include <catch2/catch.hpp>

namespace golden {

template <class Dialect, class Model>
inline constexpr std::string_view made = koine::create_table_texts<Dialect, Model>[0];

// clang-format off
static_assert(made<koine::dialect::sqlite<>, playlist> == R"(CREATE TABLE "playlists" ("id" INTEGER NOT NULL, "tags" TEXT NOT NULL CHECK (json_type("tags") = 'array'), "years" TEXT CHECK (json_type("years") = 'array'), "votes" TEXT NOT NULL CHECK (json_type("votes") = 'array'), "weights" TEXT NOT NULL CHECK (json_type("weights") = 'array'), "plays" TEXT NOT NULL CHECK (json_type("plays") = 'array'), "stars" TEXT NOT NULL CHECK (json_type("stars") = 'array'), PRIMARY KEY ("id")) STRICT)");
static_assert(made<koine::dialect::sqlite<>, profile> == R"(CREATE TABLE "profiles" ("id" INTEGER NOT NULL, "look" TEXT NOT NULL CHECK (json_valid("look")), "note" TEXT CHECK ("note" IS NULL OR json_valid("note")), PRIMARY KEY ("id")) STRICT)");
static_assert(made<koine::dialect::postgres<>, playlist> == R"(CREATE TABLE "playlists" ("id" bigint NOT NULL, "tags" text[] NOT NULL, "years" bigint[], "votes" boolean[] NOT NULL, "weights" double precision[] NOT NULL, "plays" numeric(20, 0)[] NOT NULL, "stars" smallint[] NOT NULL, PRIMARY KEY ("id")))");
static_assert(made<koine::dialect::postgres<>, profile> == R"(CREATE TABLE "profiles" ("id" bigint NOT NULL, "look" jsonb NOT NULL, "note" jsonb, PRIMARY KEY ("id")))");
static_assert(made<koine::dialect::mysql<>, playlist> == R"(CREATE TABLE `playlists` (`id` BIGINT NOT NULL, `tags` JSON NOT NULL, `years` JSON, `votes` JSON NOT NULL, `weights` JSON NOT NULL, `plays` JSON NOT NULL, `stars` JSON NOT NULL, PRIMARY KEY (`id`)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin)");
static_assert(made<koine::dialect::mysql<>, profile> == R"(CREATE TABLE `profiles` (`id` BIGINT NOT NULL, `look` JSON NOT NULL, `note` JSON, PRIMARY KEY (`id`)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin)");
static_assert(made<koine::dialect::mariadb<>, playlist> == R"(CREATE TABLE `playlists` (`id` BIGINT NOT NULL, `tags` LONGTEXT NOT NULL CHECK (JSON_VALID(`tags`)), `years` LONGTEXT CHECK (JSON_VALID(`years`)), `votes` LONGTEXT NOT NULL CHECK (JSON_VALID(`votes`)), `weights` LONGTEXT NOT NULL CHECK (JSON_VALID(`weights`)), `plays` LONGTEXT NOT NULL CHECK (JSON_VALID(`plays`)), `stars` LONGTEXT NOT NULL CHECK (JSON_VALID(`stars`)), PRIMARY KEY (`id`)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin)");
static_assert(made<koine::dialect::mariadb<>, profile> == R"(CREATE TABLE `profiles` (`id` BIGINT NOT NULL, `look` LONGTEXT NOT NULL CHECK (JSON_VALID(`look`)), `note` LONGTEXT CHECK (JSON_VALID(`note`)), PRIMARY KEY (`id`)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin)");

static_assert(renders<list_has>({
    .row = R"(SELECT t0."id" FROM "playlists" AS t0 WHERE ? IN (SELECT value FROM json_each(t0."tags")) AND NOT CASE WHEN t0."years" IS NOT NULL THEN ? IN (SELECT value FROM json_each(t0."years")) END AND ? IN (SELECT value FROM json_each(t0."votes")))",
    .postgres = R"(SELECT t0."id" FROM "playlists" AS t0 WHERE $1::text = ANY(t0."tags") AND NOT $2::bigint = ANY(t0."years") AND $3::boolean = ANY(t0."votes"))",
    .mysql = R"(SELECT t0.`id` FROM `playlists` AS t0 WHERE JSON_CONTAINS(t0.`tags`, JSON_ARRAY(?)) AND NOT JSON_CONTAINS(t0.`years`, JSON_ARRAY(CAST(? AS SIGNED))) AND JSON_CONTAINS(t0.`votes`, JSON_ARRAY(CAST(IF(?, 'true', 'false') AS JSON))))",
    .mariadb = R"(SELECT t0.`id` FROM `playlists` AS t0 WHERE ? IN (SELECT element FROM JSON_TABLE(t0.`tags`, '$[*]' COLUMNS (element LONGTEXT COLLATE utf8mb4_nopad_bin PATH '$')) AS elements) AND NOT CASE WHEN t0.`years` IS NOT NULL THEN CAST(? AS SIGNED) IN (SELECT element FROM JSON_TABLE(t0.`years`, '$[*]' COLUMNS (element BIGINT PATH '$')) AS elements) END AND ? IN (SELECT element FROM JSON_TABLE(t0.`votes`, '$[*]' COLUMNS (element TINYINT PATH '$')) AS elements))",
}));
static_assert(renders<list_has_number>({
    .row = R"(SELECT t0."id" FROM "playlists" AS t0 WHERE ? IN (SELECT value FROM json_each(t0."weights")) OR hex(?) IN (SELECT value FROM json_each(t0."plays")) OR ? IN (SELECT value FROM json_each(t0."stars")))",
    .postgres = R"(SELECT t0."id" FROM "playlists" AS t0 WHERE $1::double precision = ANY(t0."weights") OR $2::numeric(20, 0) = ANY(t0."plays") OR $3::bigint = ANY(t0."stars"))",
    .mysql = R"(SELECT t0.`id` FROM `playlists` AS t0 WHERE JSON_CONTAINS(t0.`weights`, JSON_ARRAY(CAST(? AS DOUBLE))) OR JSON_CONTAINS(t0.`plays`, JSON_ARRAY(CAST(? AS UNSIGNED))) OR JSON_CONTAINS(t0.`stars`, JSON_ARRAY(CAST(? AS SIGNED))))",
    .mariadb = R"(SELECT t0.`id` FROM `playlists` AS t0 WHERE CAST(? AS DOUBLE) IN (SELECT element FROM JSON_TABLE(t0.`weights`, '$[*]' COLUMNS (element DOUBLE PATH '$')) AS elements) OR CAST(? AS UNSIGNED) IN (SELECT element FROM JSON_TABLE(t0.`plays`, '$[*]' COLUMNS (element BIGINT UNSIGNED PATH '$')) AS elements) OR CAST(? AS SIGNED) IN (SELECT element FROM JSON_TABLE(t0.`stars`, '$[*]' COLUMNS (element BIGINT PATH '$')) AS elements))",
}));
static_assert(renders<list_has_several>({
    .row = R"(SELECT t0."id" FROM "playlists" AS t0 WHERE NOT EXISTS (SELECT value FROM json_each(?) EXCEPT SELECT value FROM json_each(t0."tags")) AND CASE WHEN t0."years" IS NOT NULL THEN EXISTS (SELECT value FROM json_each(?) INTERSECT SELECT value FROM json_each(t0."years")) END)",
    .postgres = R"(SELECT t0."id" FROM "playlists" AS t0 WHERE t0."tags" @> $1 AND t0."years" && $2)",
    .mysql = R"(SELECT t0.`id` FROM `playlists` AS t0 WHERE JSON_CONTAINS(t0.`tags`, ?) AND JSON_OVERLAPS(t0.`years`, ?))",
    .mariadb = R"(SELECT t0.`id` FROM `playlists` AS t0 WHERE NOT EXISTS (SELECT element FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT COLLATE utf8mb4_nopad_bin PATH '$')) AS elements EXCEPT SELECT element FROM JSON_TABLE(t0.`tags`, '$[*]' COLUMNS (element LONGTEXT COLLATE utf8mb4_nopad_bin PATH '$')) AS elements) AND CASE WHEN t0.`years` IS NOT NULL THEN EXISTS (SELECT element FROM JSON_TABLE(?, '$[*]' COLUMNS (element BIGINT PATH '$')) AS elements INTERSECT SELECT element FROM JSON_TABLE(t0.`years`, '$[*]' COLUMNS (element BIGINT PATH '$')) AS elements) END)",
}));
static_assert(renders<list_has_short>({
    .row = R"(SELECT t0."id" FROM "playlists" AS t0 WHERE NOT EXISTS (SELECT value FROM json_each(?) EXCEPT SELECT value FROM json_each(t0."stars")))",
    .postgres = R"(SELECT t0."id" FROM "playlists" AS t0 WHERE t0."stars"::bigint[] @> $1::bigint[])",
    .mysql = R"(SELECT t0.`id` FROM `playlists` AS t0 WHERE JSON_CONTAINS(t0.`stars`, ?))",
    .mariadb = R"(SELECT t0.`id` FROM `playlists` AS t0 WHERE NOT EXISTS (SELECT element FROM JSON_TABLE(?, '$[*]' COLUMNS (element BIGINT PATH '$')) AS elements EXCEPT SELECT element FROM JSON_TABLE(t0.`stars`, '$[*]' COLUMNS (element BIGINT PATH '$')) AS elements))",
}));
static_assert(renders<list_sizes>({
    .row = R"(SELECT json_array_length(t0."years") FROM "playlists" AS t0 WHERE NOT json_array_length(t0."tags") = 0)",
    .postgres = R"(SELECT cardinality(t0."years")::bigint FROM "playlists" AS t0 WHERE NOT cardinality(t0."tags")::bigint = 0)",
    .mysql = R"(SELECT JSON_LENGTH(t0.`years`) FROM `playlists` AS t0 WHERE NOT JSON_LENGTH(t0.`tags`) = 0)",
    .mariadb = R"(SELECT JSON_LENGTH(t0.`years`) FROM `playlists` AS t0 WHERE NOT JSON_LENGTH(t0.`tags`) = 0)",
}));
static_assert(renders<list_pushes>({
    .row = R"(UPDATE "playlists" SET "tags" = json_insert("tags", '$[#]', ?), "years" = json_insert(COALESCE("years", '[]'), '$[#]', ?), "votes" = json_insert("votes", '$[#]', json(CASE WHEN ? THEN 'true' ELSE 'false' END)), "weights" = json_insert("weights", '$[#]', json(printf('%!.20g', ?))), "plays" = json_insert("plays", '$[#]', hex(?)), "stars" = json_insert("stars", '$[#]', ?) WHERE "id" = ?)",
    .postgres = R"(UPDATE "playlists" SET "tags" = array_append("tags", $1::text), "years" = array_append("years", $2::bigint), "votes" = array_append("votes", $3::boolean), "weights" = array_append("weights", $4::double precision), "plays" = array_append("plays", $5::numeric(20, 0)), "stars" = array_append("stars"::bigint[], $6::bigint) WHERE "id" = $7)",
    .mysql = R"(UPDATE `playlists` SET `tags` = JSON_ARRAY_APPEND(`tags`, '$', ?), `years` = JSON_ARRAY_APPEND(COALESCE(`years`, JSON_ARRAY()), '$', CAST(? AS SIGNED)), `votes` = JSON_ARRAY_APPEND(`votes`, '$', CAST(IF(?, 'true', 'false') AS JSON)), `weights` = JSON_ARRAY_APPEND(`weights`, '$', CAST(? AS DOUBLE)), `plays` = JSON_ARRAY_APPEND(`plays`, '$', CAST(? AS UNSIGNED)), `stars` = JSON_ARRAY_APPEND(`stars`, '$', CAST(? AS SIGNED)) WHERE `id` = ?)",
    .mariadb = R"(UPDATE `playlists` SET `tags` = JSON_ARRAY_APPEND(`tags`, '$', ?), `years` = JSON_ARRAY_APPEND(COALESCE(`years`, JSON_ARRAY()), '$', CAST(? AS SIGNED)), `votes` = JSON_ARRAY_APPEND(`votes`, '$', ? = TRUE), `weights` = JSON_ARRAY_APPEND(`weights`, '$', CAST(? AS DOUBLE)), `plays` = JSON_ARRAY_APPEND(`plays`, '$', CAST(? AS UNSIGNED)), `stars` = JSON_ARRAY_APPEND(`stars`, '$', CAST(? AS SIGNED)) WHERE `id` = ?)",
}));
static_assert(renders<list_unshifts>({
    .row = R"(UPDATE "playlists" SET "tags" = rtrim(json_array(?), ']') || CASE WHEN json_array_length("tags") > 0 THEN ',' || substr(json("tags"), 2) ELSE ']' END, "years" = rtrim(json_array(?), ']') || CASE WHEN json_array_length("years") > 0 THEN ',' || substr(json("years"), 2) ELSE ']' END, "votes" = rtrim(json_array(json(CASE WHEN ? THEN 'true' ELSE 'false' END)), ']') || CASE WHEN json_array_length("votes") > 0 THEN ',' || substr(json("votes"), 2) ELSE ']' END WHERE "id" = ?)",
    .postgres = R"(UPDATE "playlists" SET "tags" = array_prepend($1::text, "tags"), "years" = array_prepend($2::bigint, "years"), "votes" = array_prepend($3::boolean, "votes") WHERE "id" = $4)",
    .mysql = R"(UPDATE `playlists` SET `tags` = JSON_ARRAY_INSERT(`tags`, '$[0]', ?), `years` = JSON_ARRAY_INSERT(COALESCE(`years`, JSON_ARRAY()), '$[0]', CAST(? AS SIGNED)), `votes` = JSON_ARRAY_INSERT(`votes`, '$[0]', CAST(IF(?, 'true', 'false') AS JSON)) WHERE `id` = ?)",
    .mariadb = R"(UPDATE `playlists` SET `tags` = JSON_ARRAY_INSERT(`tags`, '$[0]', ?), `years` = JSON_ARRAY_INSERT(COALESCE(`years`, JSON_ARRAY()), '$[0]', CAST(? AS SIGNED)), `votes` = JSON_ARRAY_INSERT(`votes`, '$[0]', ? = TRUE) WHERE `id` = ?)",
}));
static_assert(renders<list_assigned>({
    .row = R"(UPDATE "playlists" SET "tags" = ? WHERE "id" = ?)",
    .postgres = R"(UPDATE "playlists" SET "tags" = $1 WHERE "id" = $2)",
    .mysql = R"(UPDATE `playlists` SET `tags` = ? WHERE `id` = ?)",
    .mariadb = R"(UPDATE `playlists` SET `tags` = ? WHERE `id` = ?)",
}));
static_assert(renders<json_paths>({
    .row = R"(SELECT (t0."note" -> '$."a b"[0]."it''s"') FROM "profiles" AS t0 WHERE (t0."look" -> '$."k"') IS NOT NULL)",
    .postgres = R"(SELECT CASE WHEN jsonb_typeof((t0."note" -> 'a b')) = 'array' THEN (t0."note" -> 'a b' -> 0 -> 'it''s') END FROM "profiles" AS t0 WHERE (t0."look" -> 'k') IS NOT NULL)",
    .mysql = R"(SELECT CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(t0.`note`, '$."a b"')) AS BINARY) = 'ARRAY' THEN JSON_EXTRACT(t0.`note`, '$."a b"[0]."it''s"') END FROM `profiles` AS t0 WHERE JSON_EXTRACT(t0.`look`, '$."k"') IS NOT NULL)",
    .mariadb = R"(SELECT CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(t0.`note`, '$."a b"')) AS BINARY) = 'ARRAY' THEN JSON_EXTRACT(t0.`note`, '$."a b"[0]."it''s"') END FROM `profiles` AS t0 WHERE JSON_EXTRACT(t0.`look`, '$."k"') IS NOT NULL)",
}));
static_assert(renders<json_texts>({
    .row = R"(SELECT CASE WHEN json_type((t0."look" -> '$."font"')) = 'text' THEN (t0."look" -> '$."font"') ->> '$' END FROM "profiles" AS t0 WHERE CASE WHEN json_type(t0."note") = 'text' THEN t0."note" ->> '$' END = ?)",
    .postgres = R"(SELECT CASE WHEN jsonb_typeof((t0."look" -> 'font')) = 'string' THEN jsonb_build_array((t0."look" -> 'font')) ->> 0 END FROM "profiles" AS t0 WHERE CASE WHEN jsonb_typeof(t0."note") = 'string' THEN jsonb_build_array(t0."note") ->> 0 END = $1)",
    .mysql = R"(SELECT CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(t0.`look`, '$."font"')) AS BINARY) = 'STRING' THEN JSON_UNQUOTE(JSON_EXTRACT(t0.`look`, '$."font"')) COLLATE utf8mb4_0900_bin END FROM `profiles` AS t0 WHERE CASE WHEN CAST(JSON_TYPE(t0.`note`) AS BINARY) = 'STRING' THEN JSON_UNQUOTE(t0.`note`) COLLATE utf8mb4_0900_bin END = ?)",
    .mariadb = R"(SELECT CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(t0.`look`, '$."font"')) AS BINARY) = 'STRING' THEN JSON_UNQUOTE(JSON_EXTRACT(t0.`look`, '$."font"')) COLLATE utf8mb4_nopad_bin END FROM `profiles` AS t0 WHERE CASE WHEN CAST(JSON_TYPE(t0.`note`) AS BINARY) = 'STRING' THEN JSON_UNQUOTE(t0.`note`) COLLATE utf8mb4_nopad_bin END = ?)",
}));
static_assert(renders<json_numbers>({
    .row = R"(SELECT CASE json_type((t0."note" -> '$."n"[2]')) WHEN 'integer' THEN CASE WHEN typeof((t0."note" -> '$."n"[2]') ->> '$') = 'integer' THEN (t0."note" -> '$."n"[2]') ->> '$' END WHEN 'real' THEN CASE WHEN (t0."note" -> '$."n"[2]') ->> '$' = CAST((t0."note" -> '$."n"[2]') ->> '$' AS INTEGER) AND (t0."note" -> '$."n"[2]') ->> '$' >= -9223372036854775808e0 AND (t0."note" -> '$."n"[2]') ->> '$' < 9223372036854775808e0 THEN CAST((t0."note" -> '$."n"[2]') ->> '$' AS INTEGER) END END FROM "profiles" AS t0 WHERE CASE WHEN json_type((t0."note" -> '$."n"')) IN ('integer', 'real') THEN CAST((t0."note" -> '$."n"') ->> '$' AS REAL) END > ?)",
    .postgres = R"(SELECT CASE WHEN jsonb_typeof((t0."note" -> 'n' -> 2)) = 'number' THEN CASE WHEN (t0."note" -> 'n' -> 2)::numeric % 1 = 0 AND (t0."note" -> 'n' -> 2)::numeric BETWEEN -9223372036854775808 AND 9223372036854775807 THEN (t0."note" -> 'n' -> 2)::numeric::bigint END END FROM "profiles" AS t0 WHERE CASE WHEN jsonb_typeof((t0."note" -> 'n')) = 'number' THEN (t0."note" -> 'n')::double precision END > $1)",
    .mysql = R"(SELECT CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(t0.`note`, '$."n"[2]')) AS BINARY) = 'INTEGER' THEN CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS SIGNED) WHEN CAST(JSON_TYPE(JSON_EXTRACT(t0.`note`, '$."n"[2]')) AS BINARY) IN ('DOUBLE', 'DECIMAL') THEN CASE WHEN CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS DOUBLE) = TRUNCATE(CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS DOUBLE), 0) AND CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS DOUBLE) >= -9223372036854775808e0 AND CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS DOUBLE) < 9223372036854775808e0 THEN CAST(CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS DOUBLE) AS SIGNED) END END FROM `profiles` AS t0 WHERE CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(t0.`note`, '$."n"')) AS BINARY) IN ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL') THEN CAST(JSON_EXTRACT(t0.`note`, '$."n"') AS DOUBLE) END > ?)",
    .mariadb = R"(SELECT CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(t0.`note`, '$."n"[2]')) AS BINARY) = 'INTEGER' THEN CASE WHEN CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS DECIMAL(65)) BETWEEN -9223372036854775808 AND 9223372036854775807 THEN CAST(CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS DECIMAL(65)) AS SIGNED) END WHEN CAST(JSON_TYPE(JSON_EXTRACT(t0.`note`, '$."n"[2]')) AS BINARY) IN ('DOUBLE', 'DECIMAL') THEN CASE WHEN CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS DOUBLE) = TRUNCATE(CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS DOUBLE), 0) AND CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS DOUBLE) >= -9223372036854775808e0 AND CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS DOUBLE) < 9223372036854775808e0 THEN CAST(CAST(JSON_EXTRACT(t0.`note`, '$."n"[2]') AS DOUBLE) AS SIGNED) END END FROM `profiles` AS t0 WHERE CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(t0.`note`, '$."n"')) AS BINARY) IN ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL') THEN CAST(JSON_EXTRACT(t0.`note`, '$."n"') AS DOUBLE) END > ?)",
}));
static_assert(renders<json_truths>({
    .row = R"(SELECT CASE WHEN json_type(t0."note") = 'array' THEN json_array_length(t0."note") END FROM "profiles" AS t0 WHERE CASE WHEN json_type((t0."look" -> '$."b"')) IN ('true', 'false') THEN (t0."look" -> '$."b"') ->> '$' END AND NOT (json_type(t0."note") = 'null'))",
    .postgres = R"(SELECT CASE WHEN jsonb_typeof(t0."note") = 'array' THEN jsonb_array_length(t0."note")::bigint END FROM "profiles" AS t0 WHERE CASE WHEN jsonb_typeof((t0."look" -> 'b')) = 'boolean' THEN (t0."look" -> 'b')::boolean END AND NOT (jsonb_typeof(t0."note") = 'null'))",
    .mysql = R"(SELECT CASE WHEN CAST(JSON_TYPE(t0.`note`) AS BINARY) = 'ARRAY' THEN JSON_LENGTH(t0.`note`) END FROM `profiles` AS t0 WHERE CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(t0.`look`, '$."b"')) AS BINARY) = 'BOOLEAN' THEN CAST(JSON_UNQUOTE(JSON_EXTRACT(t0.`look`, '$."b"')) AS BINARY) = 'true' END AND NOT (CAST(JSON_TYPE(t0.`note`) AS BINARY) = 'NULL'))",
    .mariadb = R"(SELECT CASE WHEN CAST(JSON_TYPE(t0.`note`) AS BINARY) = 'ARRAY' THEN JSON_LENGTH(t0.`note`) END FROM `profiles` AS t0 WHERE CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(t0.`look`, '$."b"')) AS BINARY) = 'BOOLEAN' THEN CAST(JSON_UNQUOTE(JSON_EXTRACT(t0.`look`, '$."b"')) AS BINARY) = 'true' END AND NOT (CAST(JSON_TYPE(t0.`note`) AS BINARY) = 'NULL'))",
}));
static_assert(renders<json_members_set>({
    .row = R"(UPDATE "profiles" SET "look" = CASE WHEN json_type("look") = 'object' THEN json_set("look", '$."font"', ?) ELSE "look" END, "note" = CASE WHEN json_type(("note" -> '$."a"[1]')) = 'object' THEN json_set("note", '$."a"[1]."b"', json(CASE WHEN ? THEN 'true' ELSE 'false' END)) ELSE "note" END WHERE "id" = ?)",
    .postgres = R"(UPDATE "profiles" SET "look" = CASE WHEN jsonb_typeof("look") = 'object' THEN jsonb_set("look", ARRAY['font'], to_jsonb($1::text)) ELSE "look" END, "note" = CASE WHEN jsonb_typeof(("note" -> 'a' -> 1)) = 'object' THEN jsonb_set("note", ARRAY['a', '1', 'b'], to_jsonb($2::boolean)) ELSE "note" END WHERE "id" = $3)",
    .mysql = R"(UPDATE `profiles` SET `look` = CASE WHEN CAST(JSON_TYPE(`look`) AS BINARY) = 'OBJECT' THEN JSON_SET(`look`, '$."font"', ?) ELSE `look` END, `note` = CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(`note`, '$."a"[1]')) AS BINARY) = 'OBJECT' THEN JSON_SET(`note`, '$."a"[1]."b"', CAST(IF(?, 'true', 'false') AS JSON)) ELSE `note` END WHERE `id` = ?)",
    .mariadb = R"(UPDATE `profiles` SET `look` = CASE WHEN CAST(JSON_TYPE(`look`) AS BINARY) = 'OBJECT' THEN JSON_SET(`look`, '$."font"', ?) ELSE `look` END, `note` = CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(`note`, '$."a"[1]')) AS BINARY) = 'OBJECT' THEN JSON_SET(`note`, '$."a"[1]."b"', ? = TRUE) ELSE `note` END WHERE `id` = ?)",
}));
static_assert(renders<json_values_set>({
    .row = R"(UPDATE "profiles" SET "look" = CASE WHEN json_type("look") = 'object' THEN json_set("look", '$."font"', json(?)) ELSE "look" END, "note" = CASE WHEN json_type("note") = 'object' THEN json_set("note", '$."a"', json(printf('%!.20g', ?))) ELSE "note" END WHERE "id" = ?)",
    .postgres = R"(UPDATE "profiles" SET "look" = CASE WHEN jsonb_typeof("look") = 'object' THEN jsonb_set("look", ARRAY['font'], to_jsonb($1::jsonb)) ELSE "look" END, "note" = CASE WHEN jsonb_typeof("note") = 'object' THEN jsonb_set("note", ARRAY['a'], to_jsonb($2::double precision)) ELSE "note" END WHERE "id" = $3)",
    .mysql = R"(UPDATE `profiles` SET `look` = CASE WHEN CAST(JSON_TYPE(`look`) AS BINARY) = 'OBJECT' THEN JSON_SET(`look`, '$."font"', CAST(? AS JSON)) ELSE `look` END, `note` = CASE WHEN CAST(JSON_TYPE(`note`) AS BINARY) = 'OBJECT' THEN JSON_SET(`note`, '$."a"', CAST(? AS DOUBLE)) ELSE `note` END WHERE `id` = ?)",
    .mariadb = R"(UPDATE `profiles` SET `look` = CASE WHEN CAST(JSON_TYPE(`look`) AS BINARY) = 'OBJECT' THEN JSON_SET(`look`, '$."font"', JSON_EXTRACT(?, '$')) ELSE `look` END, `note` = CASE WHEN CAST(JSON_TYPE(`note`) AS BINARY) = 'OBJECT' THEN JSON_SET(`note`, '$."a"', CAST(? AS DOUBLE)) ELSE `note` END WHERE `id` = ?)",
}));
static_assert(renders<json_members_removed>({
    .row = R"(UPDATE "profiles" SET "look" = CASE WHEN json_type("look") = 'object' THEN json_remove("look", '$."font"') ELSE "look" END, "note" = CASE WHEN json_type(("note" -> '$."a"')) = 'object' THEN json_remove("note", '$."a"."b"') ELSE "note" END WHERE "id" = ?)",
    .postgres = R"(UPDATE "profiles" SET "look" = CASE WHEN jsonb_typeof("look") = 'object' THEN "look" #- ARRAY['font'] ELSE "look" END, "note" = CASE WHEN jsonb_typeof(("note" -> 'a')) = 'object' THEN "note" #- ARRAY['a', 'b'] ELSE "note" END WHERE "id" = $1)",
    .mysql = R"(UPDATE `profiles` SET `look` = CASE WHEN CAST(JSON_TYPE(`look`) AS BINARY) = 'OBJECT' THEN JSON_REMOVE(`look`, '$."font"') ELSE `look` END, `note` = CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(`note`, '$."a"')) AS BINARY) = 'OBJECT' THEN JSON_REMOVE(`note`, '$."a"."b"') ELSE `note` END WHERE `id` = ?)",
    .mariadb = R"(UPDATE `profiles` SET `look` = CASE WHEN CAST(JSON_TYPE(`look`) AS BINARY) = 'OBJECT' THEN JSON_REMOVE(`look`, '$."font"') ELSE `look` END, `note` = CASE WHEN CAST(JSON_TYPE(JSON_EXTRACT(`note`, '$."a"')) AS BINARY) = 'OBJECT' THEN JSON_REMOVE(`note`, '$."a"."b"') ELSE `note` END WHERE `id` = ?)",
}));
static_assert(renders<json_merged>({
    .row = R"(UPDATE "profiles" SET "look" = json_patch("look", ?) WHERE "id" = ?)",
    .postgres = refused,
    .mysql = R"(UPDATE `profiles` SET `look` = JSON_MERGE_PATCH(`look`, ?) WHERE `id` = ?)",
    .mariadb = R"(UPDATE `profiles` SET `look` = JSON_MERGE_PATCH(`look`, ?) WHERE `id` = ?)",
}));
static_assert(renders<json_built>({
    .row = R"(SELECT json_object('id', t0."id", 'it''s', json(CASE WHEN (t0."id" = ?) THEN 'true' WHEN NOT (t0."id" = ?) THEN 'false' ELSE 'null' END), 'r', json(CASE WHEN ? IS NULL THEN 'null' ELSE printf('%!.20g', ?) END)) FROM "profiles" AS t0 WHERE CASE WHEN json_type(json_array(json(t0."look"), ?)) = 'array' THEN json_array_length(json_array(json(t0."look"), ?)) END = ?)",
    .postgres = R"(SELECT jsonb_build_object('id', t0."id", 'it''s', (t0."id" = $1), 'r', $2::double precision) FROM "profiles" AS t0 WHERE CASE WHEN jsonb_typeof(jsonb_build_array(t0."look", $3::text)) = 'array' THEN jsonb_array_length(jsonb_build_array(t0."look", $3::text))::bigint END = $4)",
    .mysql = R"(SELECT JSON_OBJECT('id', t0.`id`, 'it''s', CASE WHEN (t0.`id` = ?) THEN CAST('true' AS JSON) WHEN NOT (t0.`id` = ?) THEN CAST('false' AS JSON) END, 'r', CAST(? AS DOUBLE)) FROM `profiles` AS t0 WHERE CASE WHEN CAST(JSON_TYPE(JSON_ARRAY(t0.`look`, ?)) AS BINARY) = 'ARRAY' THEN JSON_LENGTH(JSON_ARRAY(t0.`look`, ?)) END = ?)",
    .mariadb = R"(SELECT JSON_OBJECT('id', t0.`id`, 'it''s', ((t0.`id` = ?)) = TRUE, 'r', CAST(? AS DOUBLE)) FROM `profiles` AS t0 WHERE CASE WHEN CAST(JSON_TYPE(JSON_ARRAY(JSON_COMPACT(t0.`look`), ?)) AS BINARY) = 'ARRAY' THEN JSON_LENGTH(JSON_ARRAY(JSON_COMPACT(t0.`look`), ?)) END = ?)",
}));
static_assert(renders<list_in_json>({
    .row = R"(SELECT json_array(json(t0."tags"), json(t0."years")) FROM "playlists" AS t0)",
    .postgres = R"(SELECT jsonb_build_array(t0."tags", t0."years") FROM "playlists" AS t0)",
    .mysql = R"(SELECT JSON_ARRAY(t0.`tags`, t0.`years`) FROM `playlists` AS t0)",
    .mariadb = R"(SELECT JSON_ARRAY(JSON_COMPACT(t0.`tags`), JSON_COMPACT(t0.`years`)) FROM `playlists` AS t0)",
}));
// clang-format on

}  // namespace golden

TEST_CASE("golden: the texts of columns that hold lists or JSON hold while compiling") { SUCCEED("columns and what is asked of them in four dialects"); }
