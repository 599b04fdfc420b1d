// SPDX-License-Identifier: BSL-1.0
// conformance · schema_and_errors: tables made and compared; and every failure with its kind, its text and no value.
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

#include <catch2/catch.hpp>

#include <cstdio>

#include <unistd.h>

namespace schema_and_errors {

using koine::asc;
using koine::col;

struct city;
struct street;

struct country {
    std::int64_t id{};
    std::string name{};
};
constexpr auto describe(koine::model<country>) {
    return koine::table("countries").primary_key<&country::id>(koine::generated).unique<&country::name>();
}
struct city {
    std::int64_t id{};
    std::int64_t country_id{};
    std::string name{};
    std::optional<double> height{};
};
constexpr auto describe(koine::model<city>) {
    return koine::table("cities").primary_key<&city::id>(koine::generated).belongs_to<"country", country, &city::country_id>(koine::on_delete::cascade).index<&city::name>();
}
struct street {
    std::int64_t id{};
    std::int64_t city_id{};
    std::string name{};
    std::uint8_t lanes{};
};
constexpr auto describe(koine::model<street>) {
    return koine::table("streets").primary_key<&street::id>(koine::generated).belongs_to<"city", city, &street::city_id>(koine::on_delete::restrict);
}

using database = koine::database<koine::driver::sqlite>;

/// What an act fails with; an error of kind other and no text where it does not.
template <class Act>
koine::error failure_of(Act act) {
    try { act(); } catch (koine::error const& failure) { return failure; }
    return {koine::error_kind::other, "no failure"};
}
template <class Act>
std::string kind_of(Act act) { return std::string(koine::name_of(failure_of(act).kind())); }
void exec(database& db, char const* sql) { REQUIRE(sqlite3_exec(db.native_handle(), sql, nullptr, nullptr, nullptr) == SQLITE_OK); }

/// A file of the test's own, gone afterwards.
struct file {
    std::string name;
    file() {
        char pattern[] = "/tmp/koine_test_XXXXXX";
        int const descriptor = mkstemp(pattern);
        ::close(descriptor);
        name = pattern;
    }
    ~file() {
        for (char const* end : {"", "-wal", "-shm", "-journal"}) std::remove((name + end).c_str());
    }
};

TEST_CASE("create_tables creates in the order of foreign keys, once") {
    database db{":memory:"};
    CHECK(db.check<street, city, country>().size() == 3);
    db.create_tables<street, country, city>();
    db.create_tables<city, street, country>();
    CHECK(db.check<street, city, country>().empty());
    std::int64_t const land = db.insert(country{.name = "c"}).id;
    db.insert(street{.city_id = db.insert(city{.country_id = land, .name = "v"}).id, .name = "s"});
    db.create_tables<city, street, country>();
    CHECK(db.count(koine::from<street>()) == 1);
    // Missing ones only.
    exec(db, "DROP TABLE streets");
    db.create_tables<city, street, country>();
    CHECK(db.check<street, city, country>().empty());
}

TEST_CASE("create_tables reports every difference in one error, and changes nothing") {
    database db{":memory:"};
    exec(db, "CREATE TABLE countries (id INTEGER PRIMARY KEY, name INTEGER NOT NULL)");
    exec(db, "CREATE TABLE cities (id INTEGER PRIMARY KEY, country_id INTEGER NOT NULL REFERENCES countries (id), height REAL NOT NULL, extra TEXT NOT NULL)");
    auto const failure = failure_of([&] { db.create_tables<country, city, street>(); });
    CHECK(failure.kind() == koine::error_kind::mismatch);
    std::string const message = failure.what();
    INFO(message);
    for (char const* part : {"countries: column name is INTEGER, not TEXT", "countries: the unique key on (name)", "cities: column name is missing", "cities: column height may not be NULL",
                             "cities: column extra is unknown", "cities: the index on (country_id)", "cities: the index on (name)", "cities: the foreign key (country_id) to countries"})
        CHECK(message.find(part) != std::string::npos);
    CHECK(db.check<country, city>().size() == 8);
    CHECK(db.check<street>().size() == 1);
}

TEST_CASE("error kinds of constraints, with the statement and no value") {
    database db{":memory:"};
    db.create_tables<country, city, street>();
    country const land = db.insert(country{.name = "secret"});
    city const town = db.insert(city{.country_id = land.id, .name = "t"});
    street const way = db.insert(street{.city_id = town.id, .name = "s"});
    auto const check = [&](char const* kind, auto act, char const* constraint) {
        auto const failure = failure_of(act);
        CHECK(std::string(koine::name_of(failure.kind())) == kind);
        CHECK((failure.sql().starts_with("INSERT") || failure.sql().starts_with("UPDATE") || failure.sql().starts_with("DELETE")));
        CHECK(std::string(failure.what()).find("secret") == std::string::npos);
        CHECK(failure.sql().find("secret") == std::string_view::npos);
        CHECK(std::string(failure.constraint()).find(constraint) != std::string::npos);
        CHECK(failure.native_code() > 255);
        CHECK(!failure.retryable());
    };
    check("unique", [&] { db.insert(country{.name = "secret"}); }, "countries.name");
    check("unique", [&] { db.insert(country{.id = land.id, .name = "other"}, koine::keep_keys); }, "countries.id");
    check("foreign_key", [&] { db.insert(city{.country_id = 99, .name = "secret"}); }, "");
    check("foreign_key", [&] { db.erase<city>(town.id); }, "");
    check("check", [&] { db.execute(koine::update<street>().set(col<&street::lanes> = col<&street::lanes> + 300).where(col<&street::name> != "secret")); }, "");
    check("not_null", [&] { db.execute(koine::update<city>().set(col<&city::name> = koine::raw<std::string, "nullif({}, 't')">(col<&city::name>)).where(col<&city::name> != "secret")); }, "cities.name");
    CHECK(db.erase<street>(way.id));
    CHECK(db.erase<country>(land.id));
    CHECK(db.count(koine::from<city>()) == 0);
}

TEST_CASE("error kinds: syntax and a table that is not there") {
    database db{":memory:"};
    auto const missing = failure_of([&] { db.all(koine::from<country>()); });
    CHECK(missing.kind() == koine::error_kind::syntax);
    CHECK(missing.sql().starts_with("SELECT "));
    db.create_tables<country>();
    CHECK(kind_of([&] { db.all(koine::from<country>().where(koine::raw<bool, "{} WHERE">(col<&country::id>))); }) == "syntax");
    CHECK(db.all(koine::from<country>()).empty());
}

TEST_CASE("error kinds: timeout, when another connection holds the lock") {
    file const shared;
    database one{shared.name, {.busy_timeout = 10}};
    one.create_tables<country>();
    database other{shared.name, {.busy_timeout = 10}};
    one.transaction([&](auto& inner) {
        inner.insert(country{.name = "a"});
        auto const failure = failure_of([&] { other.insert(country{.name = "b"}); });
        CHECK(failure.kind() == koine::error_kind::timeout);
        CHECK(failure.retryable());
        CHECK(kind_of([&] { other.transaction([](auto&) {}); }) == "timeout");
        // Readers see what is committed, and do not wait.
        CHECK(other.count(koine::from<country>()) == 0);
    });
    other.insert(country{.name = "b"});
    CHECK(one.count(koine::from<country>()) == 2);
}

TEST_CASE("error kinds: read_only and connection") {
    file const shared;
    { database{shared.name}.create_tables<country>(); }
    database reader{shared.name, {.read_only = true}};
    CHECK(kind_of([&] { reader.insert(country{.name = "a"}); }) == "read_only");
    CHECK(reader.transaction([](auto& inner) { return inner.count(koine::from<country>()); }) == 0);
    CHECK(kind_of([] { database{"/tmp/no such folder/koine.db"}; }) == "connection");
    CHECK(kind_of([&] { database{shared.name + ".none", {.create = false}}; }) == "connection");
}

TEST_CASE("error kinds: malformed, for a file that is no database") {
    file const text;
    std::FILE* const out = std::fopen(text.name.c_str(), "w");
    for (int i = 0; i < 200; ++i) std::fputs("this is no database, but a text of some length\n", out);
    std::fclose(out);
    CHECK(kind_of([&] {
        database db{text.name};
        db.create_tables<country>();
    }) == "malformed");
}

/// A table of somebody else's, which holds what the model does not expect.
struct foreign_table {
    database db{":memory:"};
    foreign_table(char const* height, char const* name) {
        exec(db, "CREATE TABLE cities (id INTEGER PRIMARY KEY, country_id, name, height); CREATE TABLE streets (id, city_id, name, lanes); CREATE TABLE countries (id, name)");
        exec(db, (std::string("INSERT INTO cities VALUES (1, 1, ") + name + ", " + height + "); INSERT INTO countries VALUES (1, 'c')").c_str());
    }
    koine::error failure() {
        return failure_of([this] { db.all(koine::from<city>()); });
    }
};

TEST_CASE("error kinds: mismatch, which names shape, member and column") {
    for (auto const& [height, name, member] : {std::tuple{"1.5", "NULL", "city::name"}, {"1.5", "7", "city::name"}, {"1.5", "x'00'", "city::name"}, {"'high'", "'n'", "city::height"}}) {
        foreign_table table(height, name);
        auto const failure = table.failure();
        CHECK(failure.kind() == koine::error_kind::mismatch);
        INFO(failure.what());
        CHECK(std::string(failure.what()).find(member) != std::string::npos);
        CHECK(std::string(failure.what()).find("high") == std::string::npos);
        CHECK(std::string(failure.what()).find("column") != std::string::npos);
    }
    CHECK(foreign_table("1.5", "'n'").db.one(koine::from<city>()).height == 1.5);
    CHECK(foreign_table("NULL", "'n'").db.one(koine::from<city>()).height == std::nullopt);
    CHECK(foreign_table("2", "'n'").db.one(koine::from<city>()).height == 2.0);
}

TEST_CASE("error kinds: range, for a number that the member cannot hold") {
    foreign_table table("1.5", "'n'");
    for (char const* lanes : {"256", "-1", "9223372036854775807"}) {
        exec(table.db, (std::string("DELETE FROM streets; INSERT INTO streets VALUES (1, 1, 's', ") + lanes + ")").c_str());
        CHECK(kind_of([&] { table.db.all(koine::from<street>()); }) == "range");
    }
}

TEST_CASE("a mismatch carries the statement's text") {
    CHECK(foreign_table("1.5", "NULL").failure().sql().starts_with("SELECT "));
}

TEST_CASE("a row's mismatches are all in one error, each with its column") {
    auto const failure = foreign_table("'high'", "NULL").failure();
    CHECK(failure.kind() == koine::error_kind::mismatch);
    CHECK(std::string(failure.what()).starts_with("koine: NULL in column 3 for "));
    CHECK(std::string(failure.what()).find("; column 4 holds a TEXT, which is no value of ") != std::string::npos);
    foreign_table table("1.5", "'n'");
    auto const of_street = [&](char const* values) {
        exec(table.db, (std::string("DELETE FROM streets; INSERT INTO streets VALUES (1, 1, ") + values + ")").c_str());
        return failure_of([&] { table.db.all(koine::from<street>()); });
    };
    // With a range a mismatch is said, whichever comes first; a range alone is one.
    auto const both = of_street("x'00', 256");
    CHECK(both.kind() == koine::error_kind::mismatch);
    CHECK(std::string(both.what()).find("column 3 holds a BLOB") != std::string::npos);
    CHECK(std::string(both.what()).find("; the value of column 4 is out of the range of ") != std::string::npos);
    CHECK(of_street("'s', 256").kind() == koine::error_kind::range);
    exec(table.db, "DROP TABLE streets; CREATE TABLE streets (id, city_id, name, lanes); INSERT INTO streets VALUES (1, 'x', 's', 7)");
    CHECK(failure_of([&] { table.db.all(koine::from<street>()); }).kind() == koine::error_kind::mismatch);
    // The rows before a bad one are no part of its error.
    exec(table.db, "DELETE FROM streets; INSERT INTO streets VALUES (1, 1, 's', 7), (2, 1, 's', 300)");
    int rows = 0;
    CHECK(kind_of([&] { table.db.visit(koine::from<street>(), [&](street const&) { ++rows; }); }) == "range");
    CHECK(rows == 1);
}

TEST_CASE("error kinds: not_found and too_many_rows") {
    database db{":memory:"};
    db.create_tables<country>();
    CHECK(kind_of([&] { db.one(koine::from<country>()); }) == "not_found");
    CHECK(!db.first(koine::from<country>()));
    db.insert(country{.name = "a"});
    CHECK(db.one(koine::from<country>()).name == "a");
    db.insert(country{.name = "b"});
    CHECK(kind_of([&] { db.one(koine::from<country>()); }) == "too_many_rows");
    CHECK(db.first(koine::from<country>().order_by(koine::desc(col<&country::id>)))->name == "b");
    CHECK(db.count(koine::from<country>()) == 2);
}

}  // namespace schema_and_errors
