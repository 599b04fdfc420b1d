// SPDX-License-Identifier: BSL-1.0
// Golden texts of writes; where a database takes several statements, all of them.

#include "renders.hpp"

#include <catch2/catch.hpp>

namespace golden {

// clang-format off
static_assert(renders<insert_columns>({
    .row = R"(INSERT INTO "authors" ("name", "email") VALUES (?, ?))",
}));
static_assert(renders<insert_returning>({
    .row = R"(INSERT INTO "authors" ("name") VALUES (?) RETURNING "id", "name", "email")",
    .mysql = R"(INSERT INTO `authors` (`name`) VALUES (?); SELECT t0.`id`, t0.`name`, t0.`email` FROM `authors` AS t0 WHERE t0.`id` = LAST_INSERT_ID())",
}));
static_assert(renders<insert_returning_key>({
    .row = R"(INSERT INTO "authors" ("name") VALUES (?) RETURNING "id")",
    .mysql = R"(INSERT INTO `authors` (`name`) VALUES (?); SELECT t0.`id` FROM `authors` AS t0 WHERE t0.`id` = LAST_INSERT_ID())",
}));
static_assert(renders<update_rows>({
    .row = R"(UPDATE "employees" SET "bonus" = "bonus" + ?, "name" = ? WHERE "id" = ?)",
    .postgres = R"(UPDATE "employees" SET "bonus" = "bonus"::bigint + $1::bigint, "name" = $2 WHERE "id" = $3)",
}));
static_assert(renders<update_reads_old>({
    .row = R"(UPDATE "employees" SET "salary" = "id" * ?, "id" = ? WHERE "id" = ?)",
    .sqlite = R"(UPDATE "employees" SET "id" = ?, "salary" = "id" * ? WHERE "id" = ?)",
    .postgres = R"(UPDATE "employees" SET "id" = $1, "salary" = "id" * $2::double precision WHERE "id" = $3)",
    .mysql = R"(UPDATE `employees` SET `salary` = `id` * CAST(? AS DOUBLE), `id` = ? WHERE `id` = ?)",
    .mariadb = R"(UPDATE `employees` SET `salary` = `id` * CAST(? AS DOUBLE), `id` = ? WHERE `id` = ?)",
}));
static_assert(renders<update_correlated>({
    .row = R"(UPDATE "authors" SET "email" = ? WHERE NOT EXISTS (SELECT 1 FROM "articles" AS t0 WHERE t0."author_id" = "authors"."id"))",
}));
static_assert(renders<update_every_row>({
    .row = R"(UPDATE "articles" SET "published" = ?)",
}));
static_assert(renders<update_returning>({
    .row = R"(UPDATE "authors" SET "name" = ? WHERE "id" = ? RETURNING "id", "name", "email")",
    .mysql = refused,
    .mariadb = refused,
}));
static_assert(renders<erase_rows>({
    .row = R"(DELETE FROM "articles" WHERE "id" IN (SELECT element FROM JSON_TABLE(?, '$[*]' COLUMNS (element BIGINT PATH '$')) AS elements))",
    .sqlite = R"(DELETE FROM "articles" WHERE "id" IN (SELECT value FROM koine_list(?)))",
    .postgres = R"(DELETE FROM "articles" WHERE "id" = ANY($1))",
}));
static_assert(renders<erase_every_row>({
    .row = R"(DELETE FROM "articles")",
}));
static_assert(renders<erase_returning>({
    .row = R"(DELETE FROM "articles" WHERE "published" = 1 RETURNING "id", "title")",
    .postgres = R"(DELETE FROM "articles" WHERE "published" RETURNING "id", "title")",
    .mysql = refused,
    .mariadb = R"(DELETE FROM `articles` WHERE `published` = TRUE RETURNING `id`, `title`)",
}));
static_assert(renders<upsert_updates>({
    .row = R"(INSERT INTO "authors" ("name", "email") VALUES (?, ?) ON CONFLICT ("email") DO UPDATE SET "name" = excluded."name")",
    .mysql = R"(INSERT INTO `authors` (`name`, `email`) VALUES (?, ?) AS proposed ON DUPLICATE KEY UPDATE `name` = proposed.`name`)",
    .mariadb = R"(INSERT INTO `authors` (`name`, `email`) VALUES (?, ?) ON DUPLICATE KEY UPDATE `name` = VALUES(`name`))",
}));
static_assert(renders<upsert_skips>({
    .row = R"(INSERT INTO "authors" ("name", "email") VALUES (?, ?) ON CONFLICT ("email") DO NOTHING)",
    .mysql = R"(INSERT INTO `authors` (`name`, `email`) VALUES (?, ?); SELECT 1 FROM `authors` AS t0 WHERE t0.`email` = ? LOCK IN SHARE MODE)",
    .mariadb = R"(INSERT INTO `authors` (`name`, `email`) VALUES (?, ?); SELECT 1 FROM `authors` AS t0 WHERE t0.`email` = ? LOCK IN SHARE MODE)",
}));
static_assert(renders<upsert_beside_other_key>({
    .row = R"(INSERT INTO "products" ("warehouse", "number", "code", "display label", "active", "stock") VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT ("code") DO UPDATE SET "display label" = excluded."display label", "stock" = excluded."stock" RETURNING "warehouse", "number", "code", "display label", "active", "stock")",
    .mysql = R"(INSERT INTO `products` (`warehouse`, `number`, `code`, `display label`, `active`, `stock`) VALUES (?, ?, ?, ?, ?, ?); UPDATE `products` SET `display label` = ?, `stock` = ? WHERE `code` = ?; SELECT t0.`warehouse`, t0.`number`, t0.`code`, t0.`display label`, t0.`active`, t0.`stock` FROM `products` AS t0 WHERE t0.`code` = ?)",
    .mariadb = R"(INSERT INTO `products` (`warehouse`, `number`, `code`, `display label`, `active`, `stock`) VALUES (?, ?, ?, ?, ?, ?); UPDATE `products` SET `display label` = ?, `stock` = ? WHERE `code` = ?; SELECT t0.`warehouse`, t0.`number`, t0.`code`, t0.`display label`, t0.`active`, t0.`stock` FROM `products` AS t0 WHERE t0.`code` = ?)",
}));
static_assert(renders<erase_by_own_relation>({
    .row = R"(DELETE FROM "employees" WHERE NOT EXISTS (SELECT 1 FROM "employees" AS t0 WHERE t0."boss_id" = "employees"."id" AND EXISTS (SELECT 1 FROM "employees" AS t1 WHERE t1."boss_id" = t0."id")))",
    .sqlite = R"(DELETE FROM "employees" WHERE ("id") IN (SELECT "employees"."id" AS "koine_0" FROM "employees" WHERE NOT EXISTS (SELECT 1 FROM "employees" AS t0 WHERE t0."boss_id" = "employees"."id" AND EXISTS (SELECT 1 FROM "employees" AS t1 WHERE t1."boss_id" = t0."id"))))",
    .mysql = R"(DELETE `employees` FROM `employees` INNER JOIN (SELECT `employees`.`id` AS `koine_0` FROM `employees` WHERE NOT EXISTS (SELECT 1 FROM `employees` AS t0 WHERE t0.`boss_id` = `employees`.`id` AND EXISTS (SELECT 1 FROM `employees` AS t1 WHERE t1.`boss_id` = t0.`id`)) LIMIT 18446744073709551615 FOR UPDATE) AS koine_rows ON `employees`.`id` = koine_rows.`koine_0`)",
}));
static_assert(renders<update_by_own_rows>({
    .row = R"(UPDATE "employees" SET "bonus" = ?, "salary" = COALESCE((SELECT SUM(t0."salary") FROM "employees" AS t0 WHERE t0."boss_id" = "employees"."id"), ?) WHERE EXISTS (SELECT 1 FROM "employees" AS t0 WHERE t0."boss_id" = "employees"."id"))",
    .sqlite = R"(UPDATE "employees" SET "bonus" = ?, "salary" = COALESCE((SELECT SUM(t0."salary") FROM "employees" AS t0 WHERE t0."boss_id" = "employees"."id"), ?) FROM (SELECT 1) WHERE EXISTS (SELECT 1 FROM "employees" AS t0 WHERE t0."boss_id" = "employees"."id"))",
    .mysql = R"(UPDATE `employees` INNER JOIN (SELECT `employees`.`id` AS `koine_0`, COALESCE((SELECT SUM(t0.`salary`) FROM `employees` AS t0 WHERE t0.`boss_id` = `employees`.`id`), ?) AS `koine_2` FROM `employees` WHERE EXISTS (SELECT 1 FROM `employees` AS t0 WHERE t0.`boss_id` = `employees`.`id`) LIMIT 18446744073709551615 FOR UPDATE) AS koine_rows ON `employees`.`id` = koine_rows.`koine_0` SET `bonus` = ?, `salary` = koine_rows.`koine_2`)",
}));
static_assert(renders<update_to_count>({
    .row = R"(UPDATE "authors" SET "id" = (SELECT COUNT(*) FROM "articles" AS t0 WHERE t0."author_id" = "authors"."id") WHERE EXISTS (SELECT 1 FROM "articles" AS t0 WHERE t0."author_id" = "authors"."id"))",
}));
static_assert(renders<insert_returning_count>({
    .row = R"(INSERT INTO "authors" ("name") VALUES (?) RETURNING (SELECT COUNT(*) FROM "articles" AS t0 WHERE t0."author_id" = "authors"."id"))",
    .mysql = R"(INSERT INTO `authors` (`name`) VALUES (?); SELECT (SELECT COUNT(*) FROM `articles` AS t1 WHERE t1.`author_id` = t0.`id`) FROM `authors` AS t0 WHERE t0.`id` = LAST_INSERT_ID())",
}));
// clang-format on

}  // namespace golden

TEST_CASE("golden: the texts of writes hold while compiling") { SUCCEED("18 queries in four dialects"); }
