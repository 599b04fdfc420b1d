// SPDX-License-Identifier: BSL-1.0
// Golden texts of includes: one statement, whatever the depth.

#include "renders.hpp"

#include <catch2/catch.hpp>

namespace golden {

// clang-format off
static_assert(renders<quickstart_page>({
    .row = R"(SELECT t0."name", (SELECT json_group_array(json_array(t1."id", t1."title")) FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published" = 1 ORDER BY t1."id" DESC LIMIT ?) AS t1) FROM "authors" AS t0 WHERE t0."name" = ?)",
    .postgres = R"(SELECT t0."name", (SELECT json_agg(json_build_array(t1."id", t1."title") ORDER BY t1."id" DESC) FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published" ORDER BY t1."id" DESC LIMIT $1) AS t1) FROM "authors" AS t0 WHERE t0."name" = $2)",
    .mysql = R"(SELECT t0.`name`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`id`, t1.`title`)) FROM (SELECT t1.`id`, t1.`title` FROM `articles` AS t1 WHERE t1.`author_id` = t0.`id` AND t1.`published` = TRUE ORDER BY t1.`id` DESC LIMIT ?) AS t1) FROM `authors` AS t0 WHERE t0.`name` = ?)",
    .mariadb = R"(SELECT t0.`name`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`id`, t1.`title`) ORDER BY t1.`id` DESC LIMIT ?) FROM `articles` AS t1 WHERE t1.`author_id` = t0.`id` AND t1.`published` = TRUE) FROM `authors` AS t0 WHERE t0.`name` = ?)",
}));
static_assert(renders<plain_include>({
    .row = R"(SELECT t0."name", (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1."id", t1."title")) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM "authors" AS t0)",
    .sqlite = R"(SELECT t0."name", (SELECT json_group_array(json_array(t1."id", t1."title")) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM "authors" AS t0)",
    .postgres = R"(SELECT t0."name", (SELECT json_agg(json_build_array(t1."id", t1."title")) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM "authors" AS t0)",
}));
static_assert(renders<ordered_include>({
    .row = R"(SELECT t0."name", (SELECT json_group_array(json_array(t1."id", t1."title")) FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."title") AS t1) FROM "authors" AS t0)",
    .postgres = R"(SELECT t0."name", (SELECT json_agg(json_build_array(t1."id", t1."title") ORDER BY t1."title") FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM "authors" AS t0)",
    .mysql = R"(SELECT t0.`name`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`id`, t1.`title`)) FROM (SELECT t1.`id`, t1.`title` FROM `articles` AS t1 WHERE t1.`author_id` = t0.`id` ORDER BY t1.`title` LIMIT 18446744073709551615) AS t1) FROM `authors` AS t0)",
    .mariadb = R"(SELECT t0.`name`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`id`, t1.`title`) ORDER BY t1.`title`) FROM `articles` AS t1 WHERE t1.`author_id` = t0.`id`) FROM `authors` AS t0)",
}));
static_assert(renders<paged_root>({
    .row = R"(SELECT t0."name", (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1."id", t1."title")) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM "authors" AS t0 ORDER BY t0."name", t0."id" LIMIT ? OFFSET ?)",
    .sqlite = R"(SELECT t0."name", (SELECT json_group_array(json_array(t1."id", t1."title")) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM (SELECT t0."id", t0."name" FROM "authors" AS t0 ORDER BY t0."name", t0."id" LIMIT ? OFFSET ?) AS t0 ORDER BY t0."name", t0."id")",
    .postgres = R"(SELECT t0."name", (SELECT json_agg(json_build_array(t1."id", t1."title")) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM (SELECT t0."id", t0."name" FROM "authors" AS t0 ORDER BY t0."name", t0."id" LIMIT $1 OFFSET $2) AS t0 ORDER BY t0."name", t0."id")",
}));
static_assert(renders<three_levels>({
    .row = R"(SELECT t0."name", (SELECT json_group_array(json_array(t1."title", json((SELECT json_group_array(json_array(t2."body")) FROM (SELECT t2."id", t2."body" FROM "comments" AS t2 WHERE t2."article_id" = t1."id" AND t2."body" <> ? ORDER BY t2."id" LIMIT ? OFFSET ?) AS t2)))) FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" DESC LIMIT ?) AS t1) FROM "authors" AS t0)",
    .postgres = R"(SELECT t0."name", (SELECT json_agg(json_build_array(t1."title", (SELECT json_agg(json_build_array(t2."body") ORDER BY t2."id") FROM (SELECT t2."id", t2."body" FROM "comments" AS t2 WHERE t2."article_id" = t1."id" AND t2."body" <> $1 ORDER BY t2."id" LIMIT $2 OFFSET $3) AS t2)) ORDER BY t1."id" DESC) FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" DESC LIMIT $4) AS t1) FROM "authors" AS t0)",
    .mysql = R"(SELECT t0.`name`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`title`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t2.`body`)) FROM (SELECT t2.`id`, t2.`body` FROM `comments` AS t2 WHERE t2.`article_id` = t1.`id` AND t2.`body` <> ? ORDER BY t2.`id` LIMIT ? OFFSET ?) AS t2))) FROM (SELECT t1.`id`, t1.`title` FROM `articles` AS t1 WHERE t1.`author_id` = t0.`id` ORDER BY t1.`id` DESC LIMIT ?) AS t1) FROM `authors` AS t0)",
    .mariadb = R"(SELECT t0.`name`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`title`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t2.`body`) ORDER BY t2.`id` LIMIT ? OFFSET ?) FROM `comments` AS t2 WHERE t2.`article_id` = t1.`id` AND t2.`body` <> ?)) ORDER BY t1.`id` DESC LIMIT ?) FROM `articles` AS t1 WHERE t1.`author_id` = t0.`id`) FROM `authors` AS t0)",
}));
static_assert(renders<whole_levels>({
    .row = R"(SELECT t0."name", (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1."title", (SELECT JSON_ARRAYAGG(JSON_ARRAY(t2."body")) FROM "comments" AS t2 WHERE t2."article_id" = t1."id" AND t2."body" <> ?)) ORDER BY t1."id" DESC) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM "authors" AS t0 WHERE t0."name" = ?)",
    .sqlite = R"(SELECT t0."name", (SELECT json_group_array(json_array(t1."title", json((SELECT json_group_array(json_array(t2."body")) FROM "comments" AS t2 WHERE t2."article_id" = t1."id" AND t2."body" <> ?)))) FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" DESC) AS t1) FROM "authors" AS t0 WHERE t0."name" = ?)",
    .postgres = R"(SELECT t0."name", (SELECT json_agg(json_build_array(t1."title", (SELECT json_agg(json_build_array(t2."body")) FROM "comments" AS t2 WHERE t2."article_id" = t1."id" AND t2."body" <> $1)) ORDER BY t1."id" DESC) FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM "authors" AS t0 WHERE t0."name" = $2)",
    .mysql = R"(SELECT t0.`name`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t1.`title`, (SELECT JSON_ARRAYAGG(JSON_ARRAY(t2.`body`)) FROM `comments` AS t2 WHERE t2.`article_id` = t1.`id` AND t2.`body` <> ?))) FROM (SELECT t1.`id`, t1.`title` FROM `articles` AS t1 WHERE t1.`author_id` = t0.`id` ORDER BY t1.`id` DESC LIMIT 18446744073709551615) AS t1) FROM `authors` AS t0 WHERE t0.`name` = ?)",
}));
static_assert(renders<to_one_both_ways>({
    .row = R"(SELECT t0."title", t1."id", t1."name", (SELECT JSON_ARRAYAGG(JSON_ARRAY(t2."body", CASE WHEN t3."id" IS NOT NULL THEN JSON_ARRAY(t3."name") END)) FROM "comments" AS t2 LEFT JOIN "authors" AS t3 ON t3."id" = t2."author_id" WHERE t2."article_id" = t0."id") FROM "articles" AS t0 LEFT JOIN "authors" AS t1 ON t1."id" = t0."author_id")",
    .sqlite = R"(SELECT t0."title", t1."id", t1."name", (SELECT json_group_array(json_array(t2."body", CASE WHEN t3."id" IS NOT NULL THEN json_array(t3."name") END)) FROM "comments" AS t2 LEFT JOIN "authors" AS t3 ON t3."id" = t2."author_id" WHERE t2."article_id" = t0."id") FROM "articles" AS t0 LEFT JOIN "authors" AS t1 ON t1."id" = t0."author_id")",
    .postgres = R"(SELECT t0."title", t1."id", t1."name", (SELECT json_agg(json_build_array(t2."body", CASE WHEN t3."id" IS NOT NULL THEN json_build_array(t3."name") END)) FROM "comments" AS t2 LEFT JOIN "authors" AS t3 ON t3."id" = t2."author_id" WHERE t2."article_id" = t0."id") FROM "articles" AS t0 LEFT JOIN "authors" AS t1 ON t1."id" = t0."author_id")",
}));
static_assert(renders<self_relation>({
    .row = R"(SELECT t0."name", (SELECT JSON_ARRAYAGG(JSON_ARRAY(t2."name")) FROM "employees" AS t2 WHERE t2."boss_id" = t0."id"), t1."id", t1."name" FROM "employees" AS t0 LEFT JOIN "employees" AS t1 ON t1."id" = t0."boss_id")",
    .sqlite = R"(SELECT t0."name", (SELECT json_group_array(json_array(t2."name")) FROM "employees" AS t2 WHERE t2."boss_id" = t0."id"), t1."id", t1."name" FROM "employees" AS t0 LEFT JOIN "employees" AS t1 ON t1."id" = t0."boss_id")",
    .postgres = R"(SELECT t0."name", (SELECT json_agg(json_build_array(t2."name")) FROM "employees" AS t2 WHERE t2."boss_id" = t0."id"), t1."id", t1."name" FROM "employees" AS t0 LEFT JOIN "employees" AS t1 ON t1."id" = t0."boss_id")",
}));
static_assert(renders<composite_relation>({
    .row = R"(SELECT t0."id", t1."warehouse", t1."display label" FROM "shelves" AS t0 LEFT JOIN "products" AS t1 ON t1."warehouse" = t0."warehouse" AND t1."number" = t0."number")",
}));
static_assert(renders<computed_member>({
    .row = R"(SELECT t0."name", COALESCE((SELECT COUNT(*) FROM "articles" AS t1 WHERE t1."author_id" = t0."id"), ?) FROM "authors" AS t0)",
}));
// clang-format on

}  // namespace golden

TEST_CASE("golden: the texts of includes hold while compiling") { SUCCEED("9 queries in four dialects"); }
