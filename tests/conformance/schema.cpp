// SPDX-License-Identifier: BSL-1.0
// conformance · schema: tables are made where they are missing, and compared where they are not.
#include "geography.hpp"

namespace schema {

using namespace geography;

TEST_CASE("create_tables creates in the order of foreign keys, once", "[writes][writes-create]") {
    server::fresh here;
    auto& db = here.db;
    CHECK(db.check<street, city, country>().size() == 3);
    db.create_tables<street, country, city>();
    db.create_tables<city, street, country>();
    CHECK(db.check<street, city, country>().empty());
    std::int64_t const land = db.insert(country{.name = "c"}).id;
    db.insert(street{.city_id = db.insert(city{.country_id = land, .name = "v"}).id, .name = "s"});
    db.create_tables<city, street, country>();
    CHECK(db.count(koine::from<street>()) == 1);
    // Missing ones only.
    server::run(db, "DROP TABLE streets");
    db.create_tables<city, street, country>();
    CHECK(db.check<street, city, country>().empty());
}

TEST_CASE("create_tables reports every difference in one error, and changes nothing", "[writes][writes-create]") {
    server::fresh here;
    auto& db = here.db;
    std::string const integer = server::is_sqlite ? "INTEGER" : "BIGINT", real = server::is_sqlite ? "REAL" : "DOUBLE PRECISION";
    server::run(db, "CREATE TABLE countries (id " + integer + " PRIMARY KEY, name " + integer + " NOT NULL)",
                "CREATE TABLE cities (id " + integer + " PRIMARY KEY, country_id " + integer + " NOT NULL, height " + real + " NOT NULL, extra " + integer + " NOT NULL, FOREIGN KEY (country_id) REFERENCES countries (id))");
    auto const failure = conformance::failure_of([&] { db.create_tables<country, city, street>(); });
    CHECK(failure.kind() == koine::error_kind::mismatch);
    std::string const message = failure.what();
    INFO(message);
    std::vector<std::string> expected{"countries: column name is ", "countries: the unique key on (name)", "cities: column name is missing", "cities: column height may not be NULL",
                                      "cities: column extra is unknown", "cities: the index on (name)", "cities: the foreign key (country_id) to countries"};
    // MySQL and MariaDB make the index of a foreign key by themselves.
    if (server::is_sqlite || server::is_postgres) expected.emplace_back("cities: the index on (country_id)");
    for (std::string const& one : expected) CHECK(message.find(one) != std::string::npos);
    CHECK(db.check<country, city>().size() == expected.size());
    CHECK(db.check<street>().size() == 1);
    CHECK(server::value_of(db, "SELECT count(*) FROM cities") == "0");
}

struct everything {
    std::int64_t id{};
    bool flag{};
    std::int8_t tiny{};
    std::uint16_t small{};
    std::int32_t medium{};
    std::uint64_t large{};
    float single{};
    double real{};
    std::string text{};
    std::string keyed{};
    std::vector<std::byte> bytes{};
    std::optional<double> maybe{};
};
constexpr auto describe(koine::model<everything>) {
    return koine::table("everything").primary_key<&everything::id>(koine::generated).unique<&everything::keyed, &everything::tiny>().index<&everything::large>();
}

TEST_CASE("a table of every kind is what its model says", "[writes][writes-create]") {
    server::fresh here;
    here.db.create_tables<everything>();
    CHECK(here.db.check<everything>() == std::vector<std::string>{});
    here.db.create_tables<everything>();
}

TEST_CASE("belongs_to declares an index, unless a key begins with its columns", "[writes][writes-index]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<country, city>();
    CHECK(db.check<city>().empty());
    std::string const on_cities = server::is_sqlite || server::is_postgres ? "" : " ON cities";
    server::run(db, "CREATE INDEX longer ON cities (country_id, name)", "DROP INDEX cities_country_id_idx" + on_cities);
    CHECK(db.check<city>().empty());
    std::vector<std::string> expected{"table cities: the index on (country_id) is missing"};
    // MySQL and MariaDB keep no foreign key without one.
    if (!server::is_sqlite && !server::is_postgres) {
        CHECK(server::refusal_of(db, "DROP INDEX longer ON cities").find("foreign key") != std::string::npos);
        server::run(db, "ALTER TABLE cities DROP FOREIGN KEY cities_country_id_fkey");
        expected.emplace_back("table cities: the foreign key (country_id) to countries is missing or differs");
    }
    server::run(db, "DROP INDEX longer" + on_cities);
    CHECK(db.check<city>() == expected);
}

struct volume {
    std::int64_t id{};
    std::int64_t shelf{};
    std::int64_t place{};
};
constexpr auto describe(koine::model<volume>) {
    return koine::table("volumes").primary_key<&volume::id>(koine::generated).index<&volume::shelf, &volume::place>("by_place");
}

TEST_CASE("an index is missing where none begins with its columns", "[writes][writes-create]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<volume>();
    CHECK(db.check<volume>().empty());
    std::string const drop = server::is_sqlite || server::is_postgres ? "DROP INDEX by_place" : "DROP INDEX by_place ON volumes";
    std::vector<std::string> const missing{"table volumes: the index on (shelf, place) is missing"};
    server::run(db, drop);
    CHECK(db.check<volume>() == missing);
    auto const failure = conformance::failure_of([&] { db.create_tables<volume>(); });
    CHECK(failure.kind() == koine::error_kind::mismatch);
    CHECK(std::string(failure.what()).find(missing[0]) != std::string::npos);
    auto const check = [&](char const* index, bool serves) {
        INFO(index);
        server::run(db, index);
        CHECK(db.check<volume>() == (serves ? std::vector<std::string>{} : missing));
        CHECK(conformance::kind_of([&] { db.create_tables<volume>(); }) == (serves ? "no failure" : "mismatch"));
        server::run(db, drop);
    };
    check("CREATE INDEX by_place ON volumes (shelf, place)", true);
    check("CREATE INDEX by_place ON volumes (shelf, place, id)", true);
    check("CREATE UNIQUE INDEX by_place ON volumes (shelf, place)", true);
    check("CREATE UNIQUE INDEX by_place ON volumes (shelf, place, id)", true);
    check("CREATE INDEX by_place ON volumes (shelf)", false);
    check("CREATE INDEX by_place ON volumes (place, shelf)", false);
    check("CREATE INDEX by_place ON volumes (id, shelf, place)", false);
    check("CREATE INDEX by_place ON volumes (shelf, id, place)", false);
    if (!server::is_mariadb) check("CREATE INDEX by_place ON volumes (shelf, (place + 1))", false);
    if (server::is_sqlite || server::is_postgres) check("CREATE INDEX by_place ON volumes (shelf, place) WHERE place > 1", false);
}

}  // namespace schema
