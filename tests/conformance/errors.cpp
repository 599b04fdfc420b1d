// SPDX-License-Identifier: BSL-1.0
// conformance · errors: every failure has its kind, its constraint, its statement's text, and no value.
#include "geography.hpp"

#include <limits>

namespace errors {

using namespace geography;
using conformance::failure_of;
using conformance::kind_of;
using koine::col;

/// What the servers call a constraint: SQLite tells columns, where it tells anything.
char const* called(char const* sqlite, char const* postgres, char const* mysql) { return server::is_sqlite ? sqlite : server::is_postgres ? postgres : mysql; }

struct map : server::fresh {
    country land;
    city town;
    map() {
        db.create_tables<country, city, street>();
        land = db.insert(country{.name = "secret"});
        town = db.insert(city{.country_id = land.id, .name = "t"});
    }
    void check(char const* kind, koine::error const& failure, char const* constraint, char const* state) const {
        INFO(kind << ": " << failure.what());
        CHECK(std::string(koine::name_of(failure.kind())) == kind);
        CHECK((failure.sql().starts_with("INSERT") || failure.sql().starts_with("UPDATE") || failure.sql().starts_with("DELETE")));
        CHECK(std::string(failure.what()).find("secret") == std::string::npos);
        CHECK(failure.sql().find("secret") == std::string_view::npos);
        CHECK(std::string(failure.constraint()) == constraint);
        if (server::is_sqlite) CHECK(failure.native_code() > 255);
        if (server::is_mysql || server::is_mariadb) CHECK(failure.native_code() > 1000);
        // PostgreSQL 18 tells a RESTRICT from the rest of foreign keys.
        if (std::string_view(state) == "23503" && failure.sqlstate() == "23001") state = "23001";
        CHECK(failure.sqlstate() == (server::is_sqlite ? "" : server::is_postgres ? state : std::string_view(kind) == "check" && server::is_mysql ? "HY000" : "23000"));
        CHECK(!failure.retryable());
    }
};

TEST_CASE("error kinds: unique, with the key", "[errors]") {
    map here;
    auto& db = here.db;
    here.check("unique", failure_of([&] { db.insert(country{.name = "secret"}); }), called("countries.name", "countries_name_key", "countries_name_key"), "23505");
    here.check("unique", failure_of([&] { db.insert(country{.id = here.land.id, .name = "other"}, koine::keep_keys); }), called("countries.id", "countries_pkey", "PRIMARY"), "23505");
    db.insert(country{.name = "more"});
    here.check("unique", failure_of([&] { db.execute(koine::update<country>().set(col<&country::name> = "secret").where(col<&country::name> == "more")); }),
               called("countries.name", "countries_name_key", "countries_name_key"), "23505");
    CHECK(db.count(koine::from<country>()) == 2);
}

TEST_CASE("error kinds: foreign_key, of the child and of the parent", "[errors]") {
    map here;
    auto& db = here.db;
    street const way = db.insert(street{.city_id = here.town.id, .name = "s"});
    here.check("foreign_key", failure_of([&] { db.insert(city{.country_id = 99, .name = "secret"}); }), called("", "cities_country_id_fkey", "cities_country_id_fkey"), "23503");
    here.check("foreign_key", failure_of([&] { db.erase<city>(here.town.id); }), called("", "streets_city_id_fkey", "streets_city_id_fkey"), "23503");
    CHECK(db.erase<street>(way.id));
    CHECK(db.erase<country>(here.land.id));
    CHECK(db.count(koine::from<city>()) == 0);
}

TEST_CASE("error kinds: not_null and check, with the column or the constraint", "[errors]") {
    map here;
    auto& db = here.db;
    street const way = db.insert(street{.city_id = here.town.id, .name = "s", .lanes = 7});
    here.check("not_null", failure_of([&] { db.execute(koine::update<city>().set(col<&city::name> = koine::raw<std::string, "NULLIF({}, 't')">(col<&city::name>)).where(col<&city::name> != "secret")); }),
               called("cities.name", "name", "name"), "23502");
    auto const wide = failure_of([&] { db.execute(koine::update<street>().set(col<&street::lanes> = col<&street::lanes> + 300).where(col<&street::name> != "secret")); });
    CHECK(!wide.constraint().empty());
    here.check("check", wide, std::string(wide.constraint()).c_str(), "23514");
    CHECK((db.find<street>(way.id)->lanes == 7 && db.find<city>(here.town.id)->name == "t"));
}

TEST_CASE("error kinds: syntax, and a table that is not there", "[errors]") {
    server::fresh here;
    auto& db = here.db;
    auto const missing = failure_of([&] { db.all(koine::from<country>()); });
    CHECK(missing.kind() == koine::error_kind::syntax);
    CHECK(missing.sql().starts_with("SELECT "));
    db.create_tables<country>();
    auto const wrong = failure_of([&] { db.all(koine::from<country>().where(koine::raw<bool, "{} WHERE">(col<&country::id>))); });
    CHECK((wrong.kind() == koine::error_kind::syntax && !wrong.retryable() && wrong.sql().ends_with("WHERE")));
    CHECK(kind_of([&] { db.all(koine::from<country>().select(koine::raw<std::int64_t, "{} + no_such_column">(col<&country::id>))); }) == "syntax");
    CHECK(db.all(koine::from<country>()).empty());
}

TEST_CASE("error kinds: range, where a number leaves what the server computes with", "[errors][numbers]") {
    map here;
    constexpr auto id = col<&country::id>;
    here.db.insert(country{.id = std::numeric_limits<std::int64_t>::min() + 1, .name = "lowest"}, koine::keep_keys);
    auto const failure = failure_of([&] { here.db.all(koine::from<country>().where(id < 0).select(koine::raw<std::int64_t, "abs({})">(id - 1))); });
    CHECK(failure.kind() == koine::error_kind::range);
    CHECK(std::string(failure.what()).find("922337203685477580") == std::string::npos);
    CHECK(here.db.count(koine::from<country>()) == 2);
}

/// Tables of somebody else's, in which columns are what the model does not expect.
struct foreign_tables : server::fresh {
    explicit foreign_tables(std::string const& name, std::string const& height) {
        server::run(db, "CREATE TABLE countries (id BIGINT, name VARCHAR(20))", "CREATE TABLE cities (id BIGINT, country_id BIGINT, name " + name + ", height " + height + ")",
                    "CREATE TABLE streets (id BIGINT, city_id BIGINT, name VARCHAR(20), lanes BIGINT)", "INSERT INTO countries VALUES (1, 'c')");
    }
    void hold(std::string const& name, std::string const& height) { server::run(db, "DELETE FROM cities", "INSERT INTO cities VALUES (1, 1, " + name + ", " + height + ")"); }
};

TEST_CASE("error kinds: mismatch, which names shape, member and column", "[errors]") {
    auto const check = [](koine::error const& failure, char const* member, char const* column) {
        INFO(failure.what());
        CHECK(failure.kind() == koine::error_kind::mismatch);
        CHECK(failure.sql().starts_with("SELECT "));
        CHECK(std::string(failure.what()).find(member) != std::string::npos);
        CHECK(std::string(failure.what()).find(column) != std::string::npos);
        CHECK(std::string(failure.what()).find("high") == std::string::npos);
    };
    foreign_tables texts("VARCHAR(20)", "VARCHAR(20)"), numbers("BIGINT", server::is_postgres ? "DOUBLE PRECISION" : "DOUBLE");
    texts.hold("'n'", "'high'");
    check(failure_of([&] { texts.db.all(koine::from<city>()); }), "city::height", "column 4");
    texts.hold("NULL", "NULL");
    check(failure_of([&] { texts.db.all(koine::from<city>()); }), "city::name", "column 3");
    numbers.hold("7", "1.5");
    check(failure_of([&] { numbers.db.all(koine::from<city>()); }), "city::name", "column 3");
    CHECK(numbers.db.one(koine::from<city>().select(col<&city::height>)) == 1.5);
    numbers.hold("7", "NULL");
    CHECK(numbers.db.one(koine::from<city>().select(col<&city::height>)) == std::nullopt);
    // All of a row's are in one error.
    texts.hold("NULL", "'high'");
    auto const both = failure_of([&] { texts.db.all(koine::from<city>()); });
    check(both, "city::name", "NULL in column 3 for ");
    check(both, "city::height", "; column 4 holds ");
}

TEST_CASE("error kinds: range, for a number that the member cannot hold", "[errors]") {
    foreign_tables table("VARCHAR(20)", "DOUBLE PRECISION");
    for (char const* lanes : {"256", "-1", "9223372036854775807"}) {
        server::run(table.db, "DELETE FROM streets", std::string("INSERT INTO streets VALUES (1, 1, 's', ") + lanes + ")");
        CHECK(kind_of([&] { table.db.all(koine::from<street>()); }) == "range");
    }
    // The rows before a bad one are no part of its error.
    server::run(table.db, "DELETE FROM streets", "INSERT INTO streets VALUES (1, 1, 's', 7), (2, 1, 's', 300)");
    int rows = 0;
    CHECK(kind_of([&] { table.db.visit(koine::from<street>().order_by(koine::asc(col<&street::id>)), [&](street const&) { ++rows; }); }) == "range");
    CHECK(rows == 1);
    CHECK(table.db.count(koine::from<street>()) == 2);
}

TEST_CASE("error kinds: not_found and too_many_rows", "[errors]") {
    server::fresh here;
    auto& db = here.db;
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

}  // namespace errors
