// SPDX-License-Identifier: BSL-1.0
// Golden texts of lists by other strategies than JSON: SQLite's aggregate, PostgreSQL's arrays of rows, and the rows of all
// levels in one statement.

#include "renders.hpp"

#include <catch2/catch.hpp>

namespace golden {

template <class Golden>
constexpr bool loads(std::string_view packed, std::string_view rows) {
    return says<koine::loading<koine::dialect::sqlite<>, koine::strategy::packed>, Golden>({}, packed) &&
           says<koine::loading<koine::dialect::postgres<>, koine::strategy::rows>, Golden>({}, rows);
}

/// MySQL's text is MariaDB's, too.
template <class Golden>
constexpr bool unites(std::string_view postgres, std::string_view mysql) {
    return says<koine::loading<koine::dialect::postgres<>, koine::strategy::united>, Golden>({}, postgres) &&
           says<koine::loading<koine::dialect::mysql<>, koine::strategy::united>, Golden>({}, mysql) &&
           says<koine::loading<koine::dialect::mariadb<>, koine::strategy::united>, Golden>({}, mysql);
}

// clang-format off
static_assert(loads<plain_include>(
    R"(SELECT t0."name", (SELECT koine_rows(?, t1."id", t1."title") FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM "authors" AS t0)",
    R"(SELECT t0."name", ARRAY(SELECT ROW(t1."id", t1."title") FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM "authors" AS t0)"));
static_assert(loads<ordered_include>(
    R"(SELECT t0."name", (SELECT koine_rows(?, t1."id", t1."title") FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."title") AS t1) FROM "authors" AS t0)",
    R"(SELECT t0."name", ARRAY(SELECT ROW(t1."id", t1."title") FROM "articles" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."title") FROM "authors" AS t0)"));
static_assert(loads<quickstart_page>(
    R"(SELECT t0."name", (SELECT koine_rows(?, t1."id", t1."title") FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published" = 1 ORDER BY t1."id" DESC LIMIT ?) AS t1) FROM "authors" AS t0 WHERE t0."name" = ?)",
    R"(SELECT t0."name", ARRAY(SELECT ROW(t1."id", t1."title") FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" AND t1."published" ORDER BY t1."id" DESC LIMIT $1) AS t1 ORDER BY t1."id" DESC) FROM "authors" AS t0 WHERE t0."name" = $2)"));
static_assert(loads<paged_root>(
    R"(SELECT t0."name", (SELECT koine_rows(?, t1."id", t1."title") FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM (SELECT t0."id", t0."name" FROM "authors" AS t0 ORDER BY t0."name", t0."id" LIMIT ? OFFSET ?) AS t0 ORDER BY t0."name", t0."id")",
    R"(SELECT t0."name", ARRAY(SELECT ROW(t1."id", t1."title") FROM "articles" AS t1 WHERE t1."author_id" = t0."id") FROM (SELECT t0."id", t0."name" FROM "authors" AS t0 ORDER BY t0."name", t0."id" LIMIT $1 OFFSET $2) AS t0 ORDER BY t0."name", t0."id")"));
static_assert(loads<three_levels>(
    R"(SELECT t0."name", (SELECT koine_rows(?, t1."title", (SELECT koine_rows(?, t2."body") FROM (SELECT t2."id", t2."body" FROM "comments" AS t2 WHERE t2."article_id" = t1."id" AND t2."body" <> ? ORDER BY t2."id" LIMIT ? OFFSET ?) AS t2)) FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" DESC LIMIT ?) AS t1) FROM "authors" AS t0)",
    R"(SELECT t0."name", ARRAY(SELECT ROW(t1."title", ARRAY(SELECT ROW(t2."body") FROM (SELECT t2."id", t2."body" FROM "comments" AS t2 WHERE t2."article_id" = t1."id" AND t2."body" <> $1 ORDER BY t2."id" LIMIT $2 OFFSET $3) AS t2 ORDER BY t2."id")) FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" DESC LIMIT $4) AS t1 ORDER BY t1."id" DESC) FROM "authors" AS t0)"));
static_assert(loads<whole_levels>(
    R"(SELECT t0."name", (SELECT koine_rows(?, t1."title", (SELECT koine_rows(?, t2."body") FROM "comments" AS t2 WHERE t2."article_id" = t1."id" AND t2."body" <> ?)) FROM (SELECT t1."id", t1."title" FROM "articles" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" DESC) AS t1) FROM "authors" AS t0 WHERE t0."name" = ?)",
    R"(SELECT t0."name", ARRAY(SELECT ROW(t1."title", ARRAY(SELECT ROW(t2."body") FROM "comments" AS t2 WHERE t2."article_id" = t1."id" AND t2."body" <> $1)) FROM "articles" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" DESC) FROM "authors" AS t0 WHERE t0."name" = $2)"));
static_assert(loads<to_one_both_ways>(
    R"(SELECT t0."title", t1."id", t1."name", (SELECT koine_rows(?, t2."body", t3."id", t3."name") FROM "comments" AS t2 LEFT JOIN "authors" AS t3 ON t3."id" = t2."author_id" WHERE t2."article_id" = t0."id") FROM "articles" AS t0 LEFT JOIN "authors" AS t1 ON t1."id" = t0."author_id")",
    R"(SELECT t0."title", t1."id", t1."name", ARRAY(SELECT ROW(t2."body", t3."id", t3."name") FROM "comments" AS t2 LEFT JOIN "authors" AS t3 ON t3."id" = t2."author_id" WHERE t2."article_id" = t0."id") FROM "articles" AS t0 LEFT JOIN "authors" AS t1 ON t1."id" = t0."author_id")"));
static_assert(loads<junction_window>(
    R"(SELECT t0."title", (SELECT koine_rows(?, t1."name", t1."koine_2") FROM (SELECT t1."id", t1."name", t2."position" AS "koine_2" FROM "tags" AS t1 INNER JOIN "taggings" AS t2 ON t2."tag_id" = t1."id" WHERE t2."article_id" = t0."id" ORDER BY t2."position", t1."id" LIMIT 3) AS t1) FROM "articles" AS t0)",
    R"(SELECT t0."title", ARRAY(SELECT ROW(t1."name", t1."koine_2") FROM (SELECT t1."id", t1."name", t2."position" AS "koine_2" FROM "tags" AS t1 INNER JOIN "taggings" AS t2 ON t2."tag_id" = t1."id" WHERE t2."article_id" = t0."id" ORDER BY t2."position", t1."id" LIMIT 3) AS t1 ORDER BY t1."koine_2", t1."id") FROM "articles" AS t0)"));
static_assert(loads<last_of_each_list>(
    R"(SELECT t0."title", (SELECT koine_rows(?, t1."name", t1."koine_2") FROM (SELECT * FROM (SELECT t1."id", t1."name", t2."position" AS "koine_2" FROM "tags" AS t1 INNER JOIN "taggings" AS t2 ON t2."tag_id" = t1."id" WHERE t2."article_id" = t0."id" ORDER BY t2."position" DESC, t1."id" DESC LIMIT 3) AS t1 ORDER BY t1."koine_2", t1."id") AS t1) FROM "articles" AS t0)",
    R"(SELECT t0."title", ARRAY(SELECT ROW(t1."name", t1."koine_2") FROM (SELECT t1."id", t1."name", t2."position" AS "koine_2" FROM "tags" AS t1 INNER JOIN "taggings" AS t2 ON t2."tag_id" = t1."id" WHERE t2."article_id" = t0."id" ORDER BY t2."position" DESC, t1."id" DESC LIMIT 3) AS t1 ORDER BY t1."koine_2", t1."id") FROM "articles" AS t0)"));

static_assert(unites<plain_include>(
    R"(WITH koine_level_0 AS MATERIALIZED (SELECT 0, NULL::bigint, t0."name"::text, t0."id" AS "koine_1", NULL::text FROM "authors" AS t0) SELECT * FROM koine_level_0 UNION ALL (SELECT 1, t1."author_id", NULL::text, t1."id", t1."title"::text FROM "articles" AS t1 WHERE t1."author_id" = ANY(ARRAY(SELECT "koine_1" FROM koine_level_0))))",
    R"((SELECT 0, NULL, t0.`name`, t0.`id`, NULL, NULL FROM `authors` AS t0) UNION ALL (SELECT 1, t1.`author_id`, NULL, NULL, t1.`id`, t1.`title` FROM `articles` AS t1 WHERE t1.`author_id` IN (SELECT t2.`id` FROM `authors` AS t2)))"));
static_assert(unites<ordered_include>(
    R"(WITH koine_level_0 AS MATERIALIZED (SELECT 0, NULL::bigint, t0."name"::text, t0."id" AS "koine_1", NULL::text FROM "authors" AS t0) SELECT * FROM koine_level_0 UNION ALL (SELECT 1, t1."author_id", NULL::text, t1."id", t1."title"::text FROM "articles" AS t1 WHERE t1."author_id" = ANY(ARRAY(SELECT "koine_1" FROM koine_level_0)) ORDER BY t1."title"))",
    R"((SELECT 0, NULL, t0.`name`, t0.`id`, NULL, NULL FROM `authors` AS t0) UNION ALL (SELECT 1, t1.`author_id`, NULL, NULL, t1.`id`, t1.`title` FROM `articles` AS t1 WHERE t1.`author_id` IN (SELECT t2.`id` FROM `authors` AS t2) ORDER BY t1.`title` LIMIT 18446744073709551615))"));
static_assert(unites<paged_root>(
    R"(WITH koine_level_0 AS MATERIALIZED (SELECT 0, NULL::bigint, t0."name"::text, t0."id" AS "koine_1", NULL::text FROM "authors" AS t0 ORDER BY t0."name", t0."id" LIMIT $1 OFFSET $2) SELECT * FROM koine_level_0 UNION ALL (SELECT 1, t1."author_id", NULL::text, t1."id", t1."title"::text FROM "articles" AS t1 WHERE t1."author_id" = ANY(ARRAY(SELECT "koine_1" FROM koine_level_0))))",
    R"((SELECT 0, NULL, t0.`name`, t0.`id`, NULL, NULL FROM `authors` AS t0 ORDER BY t0.`name`, t0.`id` LIMIT ? OFFSET ?) UNION ALL (SELECT 1, t1.`author_id`, NULL, NULL, t1.`id`, t1.`title` FROM `articles` AS t1 WHERE t1.`author_id` IN (SELECT * FROM (SELECT t2.`id` FROM `authors` AS t2 ORDER BY t2.`name`, t2.`id` LIMIT ? OFFSET ?) AS t3)))"));
static_assert(unites<whole_levels>(
    R"(WITH koine_level_0 AS MATERIALIZED (SELECT 0, NULL::bigint, t0."name"::text, t0."id" AS "koine_1" FROM "authors" AS t0 WHERE t0."name" = $1), koine_level_1 AS MATERIALIZED (SELECT 1, t1."author_id", t1."title"::text, t1."id" AS "koine_1" FROM "articles" AS t1 WHERE t1."author_id" = ANY(ARRAY(SELECT "koine_1" FROM koine_level_0)) ORDER BY t1."id" DESC) SELECT * FROM koine_level_0 UNION ALL SELECT * FROM koine_level_1 UNION ALL (SELECT 2, t2."article_id", t2."body"::text, NULL::bigint FROM "comments" AS t2 WHERE t2."article_id" = ANY(ARRAY(SELECT "koine_1" FROM koine_level_1)) AND t2."body" <> $2))",
    R"((SELECT 0, NULL, t0.`name`, t0.`id`, NULL, NULL, NULL FROM `authors` AS t0 WHERE t0.`name` = ?) UNION ALL (SELECT 1, t1.`author_id`, NULL, NULL, t1.`title`, t1.`id`, NULL FROM `articles` AS t1 WHERE t1.`author_id` IN (SELECT t2.`id` FROM `authors` AS t2 WHERE t2.`name` = ?) ORDER BY t1.`id` DESC LIMIT 18446744073709551615) UNION ALL (SELECT 2, t3.`article_id`, NULL, NULL, NULL, NULL, t3.`body` FROM `comments` AS t3 WHERE t3.`article_id` IN (SELECT t4.`id` FROM `articles` AS t4 WHERE t4.`author_id` IN (SELECT t5.`id` FROM `authors` AS t5 WHERE t5.`name` = ?)) AND t3.`body` <> ?))"));
static_assert(unites<to_one_both_ways>(
    R"(WITH koine_level_0 AS MATERIALIZED (SELECT 0, NULL::bigint, t0."title"::text, t1."id", t1."name"::text, t0."id" AS "koine_3" FROM "articles" AS t0 LEFT JOIN "authors" AS t1 ON t1."id" = t0."author_id") SELECT * FROM koine_level_0 UNION ALL (SELECT 1, t2."article_id", t2."body"::text, t3."id", t3."name"::text, NULL::bigint FROM "comments" AS t2 LEFT JOIN "authors" AS t3 ON t3."id" = t2."author_id" WHERE t2."article_id" = ANY(ARRAY(SELECT "koine_3" FROM koine_level_0))))",
    R"((SELECT 0, NULL, t0.`title`, t1.`id`, t1.`name`, t0.`id`, NULL, NULL, NULL FROM `articles` AS t0 LEFT JOIN `authors` AS t1 ON t1.`id` = t0.`author_id`) UNION ALL (SELECT 1, t2.`article_id`, NULL, NULL, NULL, NULL, t2.`body`, t3.`id`, t3.`name` FROM `comments` AS t2 LEFT JOIN `authors` AS t3 ON t3.`id` = t2.`author_id` WHERE t2.`article_id` IN (SELECT t4.`id` FROM `articles` AS t4)))"));
// clang-format on

// Rows that are told apart must be values.
template <class Query>
constexpr bool packs = koine::sql_text_of<koine::loading<koine::dialect::sqlite<>, koine::strategy::packed>, Query>.find("koine_rows") != std::string_view::npos;
static_assert(packs<plain_include::query>);
static_assert(!packs<decltype(make_plain_include().distinct())>);

// What a query names goes before what its dialect says.
static_assert(koine::sql_text_of<koine::loading<koine::dialect::sqlite<>, koine::strategy::packed>, decltype(make_plain_include().lists_by<koine::strategy::json>())> ==
              koine::sql_text_of<koine::dialect::sqlite<>, plain_include::query>);
static_assert(koine::sql_text_of<koine::dialect::sqlite<>, decltype(make_plain_include().lists_by<koine::strategy::packed>())> ==
              koine::sql_text_of<koine::loading<koine::dialect::sqlite<>, koine::strategy::packed>, plain_include::query>);
// What cannot be read apart from its parents is JSON.
static_assert(koine::sql_text_of<koine::loading<koine::dialect::postgres<>, koine::strategy::united>, quickstart_page::query> ==
              koine::sql_text_of<koine::dialect::postgres<>, quickstart_page::query>);
// Where a database would look for the root's rows once for each list, a driver's own strategy is united where that is cheap.
template <class Dialect, class Query>
constexpr bool unites_by_default = koine::sql_text_of<koine::detail::loading_by_default<Dialect, koine::strategy::united>, Query>.find("UNION") != std::string_view::npos;
template <class Query>
constexpr bool unites_by_default_on_mysql = unites_by_default<koine::dialect::mysql<>, Query> && unites_by_default<koine::dialect::mariadb<>, Query>;
template <class Query>
constexpr bool unites_at_all = unites_by_default<koine::dialect::postgres<>, Query>;
static_assert(unites_by_default_on_mysql<plain_include::query>);
static_assert(unites_by_default_on_mysql<decltype(make_plain_include().where(koine::col<&author::id> == 1))>);
static_assert(unites_by_default_on_mysql<decltype(make_plain_include().where(koine::col<&author::name> == "Ada" && koine::col<&author::id> > 1))>);
static_assert(unites_at_all<decltype(make_plain_include().where(koine::col<&author::name> == "Ada" || koine::col<&author::id> > 1))>);
static_assert(!unites_by_default<koine::dialect::mysql<>, decltype(make_plain_include().where(koine::col<&author::name> == "Ada" || koine::col<&author::id> > 1))>);
static_assert(!unites_by_default<koine::dialect::mysql<>, whole_levels::query> && unites_at_all<whole_levels::query>);
static_assert(!unites_by_default<koine::dialect::mysql<>, paged_root::query> && unites_at_all<paged_root::query>);
static_assert(unites_by_default<koine::dialect::mysql<>, decltype(make_paged_root().lists_by<koine::strategy::united>())>);

// The word is no part of a text without lists.
static_assert(koine::sql_text_of<koine::dialect::postgres<>, decltype(make_whole_model().lists_by<koine::strategy::rows>())> == koine::sql_text_of<koine::dialect::postgres<>, whole_model::query>);

}  // namespace golden

TEST_CASE("golden: the texts of lists by each strategy hold while compiling") { SUCCEED("9 queries in two dialects, and 5 in three"); }
