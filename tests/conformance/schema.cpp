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
    // Two names of one index are two rows of a plan; what matters is that it is there, and missed when it is not.
    if (server::is_sqlite || server::is_postgres) {
        server::run(db, "DROP INDEX cities_country_id_idx");
        CHECK(db.check<city>() == std::vector<std::string>{"table cities: the index on (country_id) is missing"});
    }
}

}  // namespace schema
