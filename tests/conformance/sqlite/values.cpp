// SPDX-License-Identifier: BSL-1.0
// conformance · sqlite/values: a column may hold a value of any type, and JSON has subtypes.
#include "../law.hpp"
#include "../server.hpp"

namespace sqlite_values {

using conformance::failure_of;
using conformance::kind_of;
using koine::asc;
using koine::col;

struct city;
struct street;
struct whole_city;

struct country {
    std::int64_t id{};
    std::string name{};
};
constexpr auto describe(koine::model<country>) {
    return koine::table("countries").primary_key<&country::id>(koine::generated).unique<&country::name>().has_many<"cities", city, "country">().has_many<"whole_cities", whole_city, "country">();
}
struct city {
    std::int64_t id{};
    std::int64_t country_id{};
    std::string name{};
    std::optional<double> height{};
};
constexpr auto describe(koine::model<city>) {
    return koine::table("cities").primary_key<&city::id>(koine::generated).belongs_to<"country", country, &city::country_id>(koine::on_delete::cascade).index<&city::name>().has_many<"streets", street, "city">();
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

struct named { std::string name; };
struct city_streets { std::string name; std::vector<named> streets; };
struct country_streets { std::string name; std::vector<city_streets> cities; };
struct country_cities { std::vector<named> cities; };

/// A table of somebody else's, which holds what the model does not expect.
struct foreign_table : server::fresh {
    foreign_table(char const* height, char const* name) {
        server::run(db, "CREATE TABLE cities (id INTEGER PRIMARY KEY, country_id, name, height); CREATE TABLE streets (id, city_id, name, lanes); CREATE TABLE countries (id, name)");
        server::run(db, (std::string("INSERT INTO cities VALUES (1, 1, ") + name + ", " + height + "); INSERT INTO countries VALUES (1, 'c')"));
    }
    koine::error failure() {
        return failure_of([this] { db.all(koine::from<city>()); });
    }
};

TEST_CASE("error kinds: mismatch, of a value whose type is not its column's", "[errors]") {
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

TEST_CASE("error kinds: range, of a value whose type is its own", "[errors]") {
    foreign_table table("1.5", "'n'");
    for (char const* lanes : {"256", "-1", "9223372036854775807"}) {
        server::run(table.db, (std::string("DELETE FROM streets; INSERT INTO streets VALUES (1, 1, 's', ") + lanes + ")"));
        CHECK(kind_of([&] { table.db.all(koine::from<street>()); }) == "range");
    }
}

TEST_CASE("a mismatch carries the statement's text", "[errors]") {
    CHECK(foreign_table("1.5", "NULL").failure().sql().starts_with("SELECT "));
}

TEST_CASE("a row's mismatches are all in one error, each with its column", "[errors]") {
    auto const failure = foreign_table("'high'", "NULL").failure();
    CHECK(failure.kind() == koine::error_kind::mismatch);
    CHECK(std::string(failure.what()).starts_with("koine: NULL in column 3 for "));
    CHECK(std::string(failure.what()).find("; column 4 holds a TEXT, which is no value of ") != std::string::npos);
    foreign_table table("1.5", "'n'");
    auto const of_street = [&](char const* values) {
        server::run(table.db, (std::string("DELETE FROM streets; INSERT INTO streets VALUES (1, 1, ") + values + ")"));
        return failure_of([&] { table.db.all(koine::from<street>()); });
    };
    // With a range a mismatch is said, whichever comes first; a range alone is one.
    auto const both = of_street("x'00', 256");
    CHECK(both.kind() == koine::error_kind::mismatch);
    CHECK(std::string(both.what()).find("column 3 holds a BLOB") != std::string::npos);
    CHECK(std::string(both.what()).find("; the value of column 4 is out of the range of ") != std::string::npos);
    CHECK(of_street("'s', 256").kind() == koine::error_kind::range);
    server::run(table.db, "DROP TABLE streets; CREATE TABLE streets (id, city_id, name, lanes); INSERT INTO streets VALUES (1, 'x', 's', 7)");
    CHECK(failure_of([&] { table.db.all(koine::from<street>()); }).kind() == koine::error_kind::mismatch);
    // The rows before a bad one are no part of its error.
    server::run(table.db, "DELETE FROM streets; INSERT INTO streets VALUES (1, 1, 's', 7), (2, 1, 's', 300)");
    int rows = 0;
    CHECK(kind_of([&] { table.db.visit(koine::from<street>(), [&](street const&) { ++rows; }); }) == "range");
    CHECK(rows == 1);
}

/// The table of cities, as somebody describes it who expects whole numbers.
struct whole_city {
    std::int64_t id{};
    std::int64_t country_id{};
    std::int32_t height{};
};
constexpr auto describe(koine::model<whole_city>) { return koine::table("cities").primary_key<&whole_city::id>(koine::generated).belongs_to<"country", country, &whole_city::country_id>(); }
struct whole { std::int32_t height{}; };
struct country_heights { std::vector<whole> whole_cities; };

TEST_CASE("pitfall 5: 1.5 in a column of integers", "[include][errors]") {
    using koine::error_kind;
    auto const rows = koine::from<country>().select<country_heights>();
    // As JSON a number that is none of its member's is no JSON of its member's either.
    for (auto const& [value, nested] : {std::pair{"1.5", error_kind::malformed}, {"2.0", error_kind::malformed}, {"'3'", error_kind::malformed}, {"1e300", error_kind::malformed}, {"NULL", error_kind::mismatch}}) {
        INFO(value);
        foreign_table table(value, "'n'");
        auto const plain = failure_of([&] { table.db.all(koine::from<whole_city>()); });
        CHECK((plain.kind() == error_kind::mismatch && plain.sql().starts_with("SELECT ")));
        auto const json = failure_of([&] { table.db.all(rows.lists_by<koine::strategy::json>()); });
        CHECK((json.kind() == nested && json.sql().starts_with("SELECT ")));
        if (nested == error_kind::malformed) CHECK_THROWS_AS(table.db.all(rows.lists_by<koine::strategy::json>()), koine::json_error);
        auto const packed = failure_of([&] { table.db.all(rows.lists_by<koine::strategy::packed>()); });
        CHECK((packed.kind() == error_kind::mismatch && packed.sql().starts_with("SELECT ")));
        CHECK(std::string(packed.what()).find("whole::height") != std::string::npos);
    }
    // SQLite itself has no JSON for a BLOB.
    foreign_table table("x'34'", "'n'");
    CHECK_THROWS_AS(table.db.all(rows.lists_by<koine::strategy::json>()), koine::error);
    CHECK(kind_of([&] { table.db.all(rows.lists_by<koine::strategy::packed>()); }) == "mismatch");
}

TEST_CASE("pitfall 50: lists nest as JSON, not as strings of JSON, in every SQLite", "[include]") {
    server::fresh here;
    here.db.create_tables<country, city, street>();
    server::run(here.db, "INSERT INTO countries VALUES (1, 'c')", "INSERT INTO cities VALUES (1, 1, 'n', 1)", "INSERT INTO streets VALUES (1, 1, 's', 2)");
    constexpr auto query = koine::from<country>().select<country_streets>().lists_by<koine::strategy::json>();
    std::string const text(koine::sql_text<server::dialect>(query));
    for (char const* path : {"$", "$[0]", "$[0][1]", "$[0][1][0]"})
        CHECK(server::value_of(here.db, "SELECT json_type(list, '" + std::string(path) + "') FROM (SELECT NULL AS name, NULL AS list WHERE 0 UNION ALL " + text + ") WHERE name = 'c'") == "array");
}

TEST_CASE("tables are STRICT", "[numbers][numbers-strict]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<country, city, street>();
    server::run(db, "INSERT INTO countries VALUES (1, 'c')", "INSERT INTO cities VALUES (1, 1, 'n', 1)", "INSERT INTO streets VALUES (1, 1, 's', 2)");
    for (char const* change : {"UPDATE streets SET lanes = 1.5", "UPDATE streets SET lanes = 'text'", "UPDATE streets SET name = x'00'", "UPDATE cities SET height = 'high'"}) {
        INFO(change);
        CHECK(server::refusal_of(db, change).starts_with("cannot store "));
    }
}

TEST_CASE("pitfall 33: invalid UTF-8 of somebody else's is kept in a row and in a packed list and refused in JSON, never changed", "[include][text-kept]") {
    for (char const* given : {"ff", "61c3", "eda080", "c0af"}) {
        server::fresh here;
        auto& db = here.db;
        db.create_tables<country, city>();
        server::run(db, "INSERT INTO countries VALUES (1, 'c')", std::string("INSERT INTO cities VALUES (1, 1, CAST(x'") + given + "' AS TEXT), 1)");
        CHECK(db.one(koine::from<city>().select(koine::raw<std::string, "lower(hex({}))">(col<&city::name>))) == given);
        CHECK(db.one(koine::from<city>()).name.size() == std::string(given).size() / 2);
        auto const nested = koine::from<country>().select<country_cities>();
        CHECK(kind_of([&] { db.all(nested.lists_by<koine::strategy::json>()); }) == "malformed");
        CHECK(db.one(nested.lists_by<koine::strategy::packed>()).cities.at(0).name == db.one(koine::from<city>()).name);
    }
}

}  // namespace sqlite_values
