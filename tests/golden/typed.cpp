// SPDX-License-Identifier: BSL-1.0
// Golden texts of types that are opted into: their columns, their values and lists of them.

#include "renders.hpp"
#include "typed.hpp"

#include <catch2/catch.hpp>

namespace golden {

template <class Dialect, class Model>
inline constexpr std::string_view made = koine::create_table_texts<Dialect, Model>[0];
using koine::dialect::mariadb;
using koine::dialect::mysql;
using koine::dialect::postgres;
using koine::dialect::sqlite;

// clang-format off
static_assert(made<sqlite<>, flight> == R"(CREATE TABLE "flights" ("on" TEXT NOT NULL CHECK (length("on") = 10), "gate" TEXT NOT NULL CHECK (length("gate") = 15), "leaves" TEXT NOT NULL CHECK (length("leaves") = 26), "lands" TEXT CHECK (length("lands") = 26), "late" INTEGER NOT NULL, PRIMARY KEY ("on", "gate")) STRICT)");
static_assert(made<postgres<>, flight> == R"(CREATE TABLE "flights" ("on" date NOT NULL, "gate" time NOT NULL, "leaves" timestamptz NOT NULL, "lands" timestamp, "late" bigint NOT NULL, PRIMARY KEY ("on", "gate")))");
static_assert(made<mysql<>, flight> == R"(CREATE TABLE `flights` (`on` DATE NOT NULL, `gate` TIME(6) NOT NULL, `leaves` DATETIME(6) NOT NULL, `lands` DATETIME(6), `late` BIGINT NOT NULL, PRIMARY KEY (`on`, `gate`)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin)");
static_assert(made<mariadb<>, flight>.starts_with("CREATE TABLE `flights` (`on` DATE NOT NULL, `gate` TIME(6) NOT NULL, `leaves` DATETIME(6) NOT NULL, `lands` DATETIME(6), "));
static_assert(made<sqlite<>, ticket> == R"(CREATE TABLE "tickets" ("id" BLOB NOT NULL CHECK (length("id") = 16), "order" BLOB CHECK (length("order") = 16), PRIMARY KEY ("id")) STRICT)");
static_assert(made<postgres<>, ticket> == R"(CREATE TABLE "tickets" ("id" uuid NOT NULL, "order" uuid, PRIMARY KEY ("id")))");
static_assert(made<mysql<>, ticket> == R"(CREATE TABLE `tickets` (`id` BINARY(16) NOT NULL, `order` BINARY(16), PRIMARY KEY (`id`)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin)");
static_assert(made<mariadb<>, ticket>.starts_with("CREATE TABLE `tickets` (`id` BINARY(16) NOT NULL, `order` BINARY(16), "));
static_assert(made<sqlite<>, account>.starts_with(R"(CREATE TABLE "accounts" ("id" INTEGER NOT NULL, "number" TEXT NOT NULL, "balance" TEXT, )"));
static_assert(made<postgres<>, account>.starts_with(R"(CREATE TABLE "accounts" ("id" bigint NOT NULL, "number" numeric(38, 0) NOT NULL, "balance" numeric(12, 2), )"));
static_assert(made<mysql<>, account>.starts_with("CREATE TABLE `accounts` (`id` BIGINT NOT NULL, `number` DECIMAL(38,0) NOT NULL, `balance` DECIMAL(12,2), "));
static_assert(made<mariadb<>, account>.starts_with("CREATE TABLE `accounts` (`id` BIGINT NOT NULL, `number` DECIMAL(38,0) NOT NULL, `balance` DECIMAL(12,2), "));

static_assert(renders<moments_compared>({
    .row = R"(SELECT t0."late" FROM "flights" AS t0 WHERE t0."on" = ? AND t0."gate" < ? AND t0."late" > ?)",
}));
static_assert(renders<moments_listed>({
    .row = R"(SELECT t0."on" FROM "flights" AS t0 WHERE t0."on" IN (SELECT value FROM koine_list(?)) AND t0."gate" IN (SELECT value FROM koine_list(?)) AND t0."leaves" IN (SELECT value FROM koine_list(?)))",
    .postgres = R"(SELECT t0."on" FROM "flights" AS t0 WHERE t0."on" = ANY($1) AND t0."gate" = ANY($2) AND t0."leaves" = ANY($3))",
    .mysql = R"(SELECT t0.`on` FROM `flights` AS t0 WHERE t0.`on` IN (SELECT CAST(element AS DATE) FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements) AND t0.`gate` IN (SELECT CAST(element AS TIME(6)) FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements) AND t0.`leaves` IN (SELECT CAST(element AS DATETIME(6)) FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements))",
    .mariadb = R"(SELECT t0.`on` FROM `flights` AS t0 WHERE t0.`on` IN (SELECT CAST(element AS DATE) FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements) AND t0.`gate` IN (SELECT CAST(element AS TIME(6)) FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements) AND t0.`leaves` IN (SELECT CAST(element AS DATETIME(6)) FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements))",
}));
static_assert(renders<moments_after>({
    .row = R"(SELECT t0."late" FROM "flights" AS t0 WHERE t0."leaves" >= ? AND (t0."leaves" > ? OR t0."on" >= ? AND (t0."on" > ? OR t0."gate" > ?)) ORDER BY t0."leaves", t0."on", t0."gate")",
    .postgres = R"(SELECT t0."late" FROM "flights" AS t0 WHERE t0."leaves" >= $1::timestamptz AND (t0."leaves" > $1::timestamptz OR t0."on" >= $2::date AND (t0."on" > $2::date OR t0."gate" > $3::time)) ORDER BY t0."leaves", t0."on", t0."gate")",
    .mysql = R"(SELECT t0.`late` FROM `flights` AS t0 WHERE t0.`leaves` >= CAST(? AS DATETIME(6)) AND (t0.`leaves` > CAST(? AS DATETIME(6)) OR t0.`on` >= CAST(? AS DATE) AND (t0.`on` > CAST(? AS DATE) OR t0.`gate` > CAST(? AS TIME(6)))) ORDER BY t0.`leaves`, t0.`on`, t0.`gate`)",
    .mariadb = R"(SELECT t0.`late` FROM `flights` AS t0 WHERE t0.`leaves` >= CAST(? AS DATETIME(6)) AND (t0.`leaves` > CAST(? AS DATETIME(6)) OR t0.`on` >= CAST(? AS DATE) AND (t0.`on` > CAST(? AS DATE) OR t0.`gate` > CAST(? AS TIME(6)))) ORDER BY t0.`leaves`, t0.`on`, t0.`gate`)",
}));
static_assert(renders<parts_of_dates>({
    .row = R"(SELECT YEAR(t0."on") + MONTH(t0."on") + DAYOFMONTH(t0."on") FROM "flights" AS t0 WHERE (WEEKDAY(t0."on") + 1) = ? AND DAYOFYEAR(t0."leaves") > ?)",
    .sqlite = R"(SELECT CAST(substr(t0."on", 1, 4) AS INTEGER) + CAST(substr(t0."on", 6, 2) AS INTEGER) + CAST(substr(t0."on", 9, 2) AS INTEGER) FROM "flights" AS t0 WHERE ((CAST(strftime('%w', substr(t0."on", 1, 10)) AS INTEGER) + 6) % 7 + 1) = ? AND CAST(strftime('%j', substr(t0."leaves", 1, 10)) AS INTEGER) > ?)",
    .postgres = R"(SELECT extract(year FROM t0."on")::bigint + extract(month FROM t0."on")::bigint + extract(day FROM t0."on")::bigint FROM "flights" AS t0 WHERE extract(isodow FROM t0."on")::bigint = $1 AND extract(doy FROM timezone('UTC', t0."leaves"))::bigint > $2)",
}));
static_assert(renders<parts_of_times>({
    .row = R"(SELECT HOUR(t0."gate") + MINUTE(t0."gate") + SECOND(t0."gate") FROM "flights" AS t0 WHERE HOUR(t0."leaves") < MINUTE(t0."lands") AND SECOND(t0."lands") < ?)",
    .sqlite = R"(SELECT CAST(substr(t0."gate", 1, 2) AS INTEGER) + CAST(substr(t0."gate", 4, 2) AS INTEGER) + CAST(substr(t0."gate", 7, 2) AS INTEGER) FROM "flights" AS t0 WHERE CAST(substr(t0."leaves", 12, 2) AS INTEGER) < CAST(substr(t0."lands", 15, 2) AS INTEGER) AND CAST(substr(t0."lands", 18, 2) AS INTEGER) < ?)",
    .postgres = R"(SELECT extract(hour FROM t0."gate")::bigint + extract(minute FROM t0."gate")::bigint + trunc(extract(second FROM t0."gate"))::bigint FROM "flights" AS t0 WHERE extract(hour FROM timezone('UTC', t0."leaves"))::bigint < extract(minute FROM t0."lands")::bigint AND trunc(extract(second FROM t0."lands"))::bigint < $1)",
}));
static_assert(renders<dates_of_times>({
    .row = R"(SELECT DATE(t0."leaves") FROM "flights" AS t0 WHERE CAST(DATE_FORMAT(t0."on", '%Y-%m-01') AS DATE) = DATE(t0."lands") AND CAST(DATE_FORMAT(t0."on", '%Y-01-01') AS DATE) < t0."on")",
    .sqlite = R"(SELECT substr(t0."leaves", 1, 10) FROM "flights" AS t0 WHERE (substr(t0."on", 1, 7) || '-01') = substr(t0."lands", 1, 10) AND (substr(t0."on", 1, 4) || '-01-01') < t0."on")",
    .postgres = R"(SELECT (timezone('UTC', t0."leaves"))::date FROM "flights" AS t0 WHERE date_trunc('month', t0."on"::timestamp)::date = (t0."lands")::date AND date_trunc('year', t0."on"::timestamp)::date < t0."on")",
}));
static_assert(renders<starts_of_times>({
    .row = R"(SELECT CAST(DATE(t0."leaves") AS DATETIME(6)) FROM "flights" AS t0 WHERE CAST(DATE_FORMAT(t0."leaves", '%Y-%m-%d %H:00:00') AS DATETIME(6)) < UTC_TIMESTAMP(6) ORDER BY CAST(DATE_FORMAT(t0."lands", '%Y-%m-%d %H:%i:00') AS DATETIME(6)) IS NULL, CAST(DATE_FORMAT(t0."lands", '%Y-%m-%d %H:%i:00') AS DATETIME(6)))",
    .sqlite = R"(SELECT (substr(t0."leaves", 1, 10) || ' 00:00:00.000000') FROM "flights" AS t0 WHERE (substr(t0."leaves", 1, 13) || ':00:00.000000') < strftime('%Y-%m-%d %H:%M:%f000', 'now') ORDER BY (substr(t0."lands", 1, 16) || ':00.000000') NULLS LAST)",
    .postgres = R"(SELECT date_trunc('day', t0."leaves", 'UTC') FROM "flights" AS t0 WHERE date_trunc('hour', t0."leaves", 'UTC') < statement_timestamp() ORDER BY date_trunc('minute', t0."lands"))",
}));
static_assert(renders<distances>({
    .row = R"(SELECT DATEDIFF(DATE(t0."leaves"), t0."on") FROM "flights" AS t0 WHERE TIMESTAMPDIFF(MICROSECOND, t0."leaves", CAST(? AS DATETIME(6))) > ?)",
    .sqlite = R"(SELECT CAST(julianday(substr(t0."leaves", 1, 10)) - julianday(t0."on") AS INTEGER) FROM "flights" AS t0 WHERE ((strftime('%s', substr(?, 1, 19)) - strftime('%s', substr(t0."leaves", 1, 19))) * 1000000 + CAST(substr(?, 21, 6) AS INTEGER) - CAST(substr(t0."leaves", 21, 6) AS INTEGER)) > ?)",
    .postgres = R"(SELECT ((timezone('UTC', t0."leaves"))::date - t0."on")::bigint FROM "flights" AS t0 WHERE (extract(epoch FROM $1::timestamptz - t0."leaves") * 1000000)::bigint > $2)",
}));
static_assert(renders<uuids_listed>({
    .row = R"(SELECT MIN(t0."order") FROM "tickets" AS t0 WHERE t0."id" IN (SELECT value FROM koine_list(?)) AND t0."order" > ?)",
    .postgres = R"(SELECT MIN((t0."order")::text COLLATE "C")::uuid FROM "tickets" AS t0 WHERE t0."id" = ANY($1) AND t0."order" > $2)",
    .mysql = R"(SELECT MIN(t0.`order`) FROM `tickets` AS t0 WHERE t0.`id` IN (SELECT UNHEX(element) FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements) AND t0.`order` > ?)",
    .mariadb = R"(SELECT MIN(t0.`order`) FROM `tickets` AS t0 WHERE t0.`id` IN (SELECT UNHEX(element) FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements) AND t0.`order` > ?)",
}));
static_assert(renders<decimals_listed>({
    .row = R"(SELECT COALESCE(t0."balance", ?) FROM "accounts" AS t0 WHERE t0."number" IN (SELECT value FROM koine_list(?)) AND t0."balance" <> ?)",
    .postgres = R"(SELECT COALESCE(t0."balance", $1) FROM "accounts" AS t0 WHERE t0."number" = ANY($2) AND t0."balance" <> $3)",
    .mysql = R"(SELECT COALESCE(t0.`balance`, ?) FROM `accounts` AS t0 WHERE t0.`number` IN (SELECT CAST(element AS DECIMAL(38,0)) FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements) AND t0.`balance` <> ?)",
    .mariadb = R"(SELECT COALESCE(t0.`balance`, ?) FROM `accounts` AS t0 WHERE t0.`number` IN (SELECT CAST(element AS DECIMAL(38,0)) FROM JSON_TABLE(?, '$[*]' COLUMNS (element LONGTEXT PATH '$')) AS elements) AND t0.`balance` <> ?)",
}));
static_assert(renders<decimals_ordered>({
    .row = R"(SELECT SUM(t0."balance") FROM "accounts" AS t0 WHERE t0."balance" > ?)",
    .sqlite = refused,
}));
// clang-format on

}  // namespace golden

TEST_CASE("golden: the texts of types that are opted into hold while compiling") { SUCCEED("columns, values and lists in four dialects"); }
