// SPDX-License-Identifier: BSL-1.0
// Golden texts of windows: the last rows, the first of each kind, behind a cursor; at the root and for each parent.

#include "renders.hpp"

#include <catch2/catch.hpp>

namespace golden {

// clang-format off
static_assert(renders<last_rows>({
    .row = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM (SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 ORDER BY t0."title" DESC, t0."id" DESC LIMIT 3) AS t0 ORDER BY t0."title", t0."id")",
}));
static_assert(renders<first_of_each>({
    .row = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM (SELECT * FROM (SELECT t0."id", t0."author_id", t0."title", t0."published", ROW_NUMBER() OVER (PARTITION BY t0."author_id" ORDER BY t0."id" DESC) AS "koine_rank" FROM "articles" AS t0) AS t0 WHERE "koine_rank" = 1 ORDER BY t0."id" DESC LIMIT 5) AS t0 ORDER BY t0."id" DESC)",
}));
static_assert(renders<behind_values>({
    .row = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE t0."title" <= ? AND (t0."title" < ? OR t0."id" < ?) ORDER BY t0."title" DESC, t0."id" DESC)",
    .postgres = R"(SELECT t0."id", t0."author_id", t0."title", t0."published" FROM "articles" AS t0 WHERE t0."title" <= $1::text AND (t0."title" < $1::text OR t0."id" < $2::bigint) ORDER BY t0."title" DESC, t0."id" DESC)",
    .mysql = R"(SELECT t0.`id`, t0.`author_id`, t0.`title`, t0.`published` FROM `articles` AS t0 WHERE t0.`title` <= ? AND (t0.`title` < ? OR t0.`id` < CAST(? AS SIGNED)) ORDER BY t0.`title` DESC, t0.`id` DESC)",
    .mariadb = R"(SELECT t0.`id`, t0.`author_id`, t0.`title`, t0.`published` FROM `articles` AS t0 WHERE t0.`title` <= ? AND (t0.`title` < ? OR t0.`id` < CAST(? AS SIGNED)) ORDER BY t0.`title` DESC, t0.`id` DESC)",
}));
static_assert(renders<behind_row>({
    .row = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE EXISTS (SELECT 1 FROM "authors" AS t1 WHERE t1."id" = ? AND (t0."email" > t1."email" OR (t0."email" IS NULL AND t1."email" IS NOT NULL) OR (t0."email" IS t1."email" AND t0."id" > t1."id"))) ORDER BY t0."email" NULLS LAST, t0."id" LIMIT 2)",
    .postgres = R"(SELECT t0."id", t0."name", t0."email" FROM "authors" AS t0 WHERE EXISTS (SELECT 1 FROM "authors" AS t1 WHERE t1."id" = $1 AND (t0."email" > t1."email" OR (t0."email" IS NULL AND t1."email" IS NOT NULL) OR (t0."email" IS NOT DISTINCT FROM t1."email" AND t0."id" > t1."id"))) ORDER BY t0."email", t0."id" LIMIT 2)",
    .mysql = R"(SELECT t0.`id`, t0.`name`, t0.`email` FROM `authors` AS t0 WHERE EXISTS (SELECT 1 FROM `authors` AS t1 WHERE t1.`id` = ? AND (t0.`email` > t1.`email` OR (t0.`email` IS NULL AND t1.`email` IS NOT NULL) OR (t0.`email` <=> t1.`email` AND t0.`id` > t1.`id`))) ORDER BY t0.`email` IS NULL, t0.`email`, t0.`id` LIMIT 2)",
    .mariadb = R"(SELECT t0.`id`, t0.`name`, t0.`email` FROM `authors` AS t0 WHERE EXISTS (SELECT 1 FROM `authors` AS t1 WHERE t1.`id` = ? AND (t0.`email` > t1.`email` OR (t0.`email` IS NULL AND t1.`email` IS NOT NULL) OR (t0.`email` <=> t1.`email` AND t0.`id` > t1.`id`))) ORDER BY t0.`email` IS NULL, t0.`email`, t0.`id` LIMIT 2)",
}));
static_assert(renders<junction_window>({
    .row = R"(SELECT t0."title", (SELECT json_group_array(json_array(t1."name", t1."koine_2")) FROM (SELECT t1."id", t1."name", t2."position" AS "koine_2" FROM "tags" AS t1 INNER JOIN "taggings" AS t2 ON t2."tag_id" = t1."id" WHERE t2."article_id" = t0."id" ORDER BY t2."position", t1."id" LIMIT 3) AS t1) FROM "articles" AS t0)",
    .postgres = R"(SELECT t0."title", (SELECT json_agg(json_build_array(t1."name", t1."koine_2") ORDER BY t1."koine_2", t1."id") FROM (SELECT t1."id", t1."name", t2."position" AS "koine_2" FROM "tags" AS t1 INNER JOIN "taggings" AS t2 ON t2."tag_id" = t1."id" WHERE t2."article_id" = t0."id" ORDER BY t2."position", t1."id" LIMIT 3) AS t1) FROM "articles" AS t0)",
    .mysql = R"(SELECT t0.`title`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`name`, t1.`koine_2`)) FROM (SELECT t1.`id`, t1.`name`, t2.`position` AS `koine_2` FROM `tags` AS t1 INNER JOIN `taggings` AS t2 ON t2.`tag_id` = t1.`id` WHERE t2.`article_id` = t0.`id` ORDER BY t2.`position`, t1.`id` LIMIT 3) AS t1) FROM `articles` AS t0)",
    .mariadb = R"(SELECT t0.`title`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`name`, t2.`position`) ORDER BY t2.`position`, t1.`id` LIMIT 3) FROM `tags` AS t1 INNER JOIN `taggings` AS t2 ON t2.`tag_id` = t1.`id` WHERE t2.`article_id` = t0.`id`) FROM `articles` AS t0)",
}));
static_assert(renders<last_of_each_list>({
    .row = R"(SELECT t0."title", (SELECT json_group_array(json_array(t1."name", t1."koine_2")) FROM (SELECT * FROM (SELECT t1."id", t1."name", t2."position" AS "koine_2" FROM "tags" AS t1 INNER JOIN "taggings" AS t2 ON t2."tag_id" = t1."id" WHERE t2."article_id" = t0."id" ORDER BY t2."position" DESC, t1."id" DESC LIMIT 3) AS t1 ORDER BY t1."koine_2", t1."id") AS t1) FROM "articles" AS t0)",
    .postgres = R"(SELECT t0."title", (SELECT json_agg(json_build_array(t1."name", t1."koine_2") ORDER BY t1."koine_2", t1."id") FROM (SELECT t1."id", t1."name", t2."position" AS "koine_2" FROM "tags" AS t1 INNER JOIN "taggings" AS t2 ON t2."tag_id" = t1."id" WHERE t2."article_id" = t0."id" ORDER BY t2."position" DESC, t1."id" DESC LIMIT 3) AS t1) FROM "articles" AS t0)",
    .mysql = R"(SELECT t0.`title`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`name`, t1.`koine_2`)) FROM (SELECT * FROM (SELECT t1.`id`, t1.`name`, t2.`position` AS `koine_2` FROM `tags` AS t1 INNER JOIN `taggings` AS t2 ON t2.`tag_id` = t1.`id` WHERE t2.`article_id` = t0.`id` ORDER BY t2.`position` DESC, t1.`id` DESC LIMIT 3) AS t1 ORDER BY t1.`koine_2`, t1.`id` LIMIT 18446744073709551615) AS t1) FROM `articles` AS t0)",
    .mariadb = R"(SELECT t0.`title`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`name`, t1.`koine_2`) ORDER BY t1.`koine_2`, t1.`id`) FROM (SELECT t1.`id`, t1.`name`, t2.`article_id` AS `koine_0`, t2.`position` AS `koine_2`, ROW_NUMBER() OVER (PARTITION BY t2.`article_id` ORDER BY t2.`position` DESC, t1.`id` DESC) AS `koine_place` FROM `tags` AS t1 INNER JOIN `taggings` AS t2 ON t2.`tag_id` = t1.`id`) AS t1 WHERE t1.`koine_0` = t0.`id` AND `koine_place` <= 3) FROM `articles` AS t0)",
}));
static_assert(renders<two_windows_of_one>({
    .row = R"(SELECT t0."name", (SELECT json_group_array(json_array(t1."title", (SELECT COUNT(*) FROM "comments" AS t2 WHERE t2."article_id" = t1."id"))) FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" LIMIT 2) AS t1), (SELECT json_group_array(json_array(t2."title", (SELECT COUNT(*) FROM "comments" AS t3 WHERE t3."article_id" = t2."id"))) FROM (SELECT * FROM (SELECT t2."id", t2."title", ROW_NUMBER() OVER (PARTITION BY t2."title" ORDER BY t2."id" DESC) AS "koine_rank" FROM "articles" AS t2 WHERE t2."author_id" = t0."id") AS t2 WHERE "koine_rank" = 1 ORDER BY t2."id" DESC LIMIT 2) AS t2) FROM "authors" AS t0)",
    .postgres = R"(SELECT t0."name", (SELECT json_agg(json_build_array(t1."title", (SELECT COUNT(*) FROM "comments" AS t2 WHERE t2."article_id" = t1."id")) ORDER BY t1."id") FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" LIMIT 2) AS t1), (SELECT json_agg(json_build_array(t2."title", (SELECT COUNT(*) FROM "comments" AS t3 WHERE t3."article_id" = t2."id")) ORDER BY t2."id" DESC) FROM (SELECT * FROM (SELECT t2."id", t2."title", ROW_NUMBER() OVER (PARTITION BY t2."title" ORDER BY t2."id" DESC) AS "koine_rank" FROM "articles" AS t2 WHERE t2."author_id" = t0."id") AS t2 WHERE "koine_rank" = 1 ORDER BY t2."id" DESC LIMIT 2) AS t2) FROM "authors" AS t0)",
    .mysql = R"(SELECT t0.`name`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`title`, (SELECT COUNT(*) FROM `comments` AS t2 WHERE t2.`article_id` = t1.`id`))) FROM (SELECT t1.`id`, t1.`title` FROM `articles` AS t1 WHERE t1.`author_id` = t0.`id` ORDER BY t1.`id` LIMIT 2) AS t1), (SELECT JSON_ARRAYAGG(JSON_ARRAY(t2.`title`, (SELECT COUNT(*) FROM `comments` AS t3 WHERE t3.`article_id` = t2.`id`))) FROM (SELECT * FROM (SELECT t2.`id`, t2.`title`, ROW_NUMBER() OVER (PARTITION BY t2.`title` ORDER BY t2.`id` DESC) AS `koine_rank` FROM `articles` AS t2 WHERE t2.`author_id` = t0.`id`) AS t2 WHERE `koine_rank` = 1 ORDER BY t2.`id` DESC LIMIT 2) AS t2) FROM `authors` AS t0)",
    .mariadb = R"(SELECT t0.`name`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`title`, (SELECT COUNT(*) FROM `comments` AS t2 WHERE t2.`article_id` = t1.`id`)) ORDER BY t1.`id` LIMIT 2) FROM `articles` AS t1 WHERE t1.`author_id` = t0.`id`), (SELECT JSON_ARRAYAGG(JSON_ARRAY(t2.`title`, (SELECT COUNT(*) FROM `comments` AS t3 WHERE t3.`article_id` = t2.`id`)) ORDER BY t2.`id` DESC LIMIT 2) FROM (SELECT t2.`id`, t2.`author_id`, t2.`title`, ROW_NUMBER() OVER (PARTITION BY t2.`author_id`, t2.`title` ORDER BY t2.`id` DESC) AS `koine_rank` FROM `articles` AS t2) AS t2 WHERE t2.`author_id` = t0.`id` AND `koine_rank` = 1) FROM `authors` AS t0)",
}));
// clang-format on

}  // namespace golden

TEST_CASE("golden: the texts of windows hold while compiling") { SUCCEED("7 queries in four dialects"); }
