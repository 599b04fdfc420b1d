// SPDX-License-Identifier: BSL-1.0
// program · kinds: what a description says of a column's type is what reading a value of it does.
#include "law.hpp"
#include "server.hpp"

#include <utility>

namespace kinds {

using koine::storage;

constexpr char const* columns[] = {
#if defined(KOINE_TEST_SERVER_POSTGRES)
    "true", "1::smallint", "1::integer", "1::bigint", "1::oid", "1::real", "1::double precision", "1::numeric", "1::numeric(10, 2)", "'1'::text", "'1'::varchar(9)", "'1'::char(3)", "'1'::name",
    "'\\x01'::bytea", "DATE '2001-01-01'", "TIME '01:01'", "TIMESTAMP '2001-01-01 01:01'", "TIMESTAMPTZ '2001-01-01 01:01+00'", "'00000000-0000-0000-0000-000000000001'::uuid", "'1'::jsonb", "'1'::json", "ARRAY[1]"
#elif defined(KOINE_TEST_SERVER_SQLITE)
    "CAST(1 AS INTEGER)"
#else
    "1 = 1", "CAST(1 AS SIGNED)", "CAST(1 AS UNSIGNED)", "1e0", "CAST(1 AS DECIMAL(10, 2))", "'1'", "CAST('1' AS CHAR(3))", "CAST(X'00000000000000000000000000000001' AS BINARY(16))", "X'01'", "DATE '2001-01-01'",
    "TIME '01:01:01'", "TIMESTAMP '2001-01-01 01:01:01'", "JSON_ARRAY(1)"
#endif
};

/// A value is long enough for a uuid where it is sixteen bytes.
template <storage Kind>
void check_kind(server::database::driver_type::connection::statement const& row, auto const& described, int column) {
    koine::stored<Kind> value{};
    bool const gives = described.gives(column, Kind);
    bool const reads = row.cell(column).template read<Kind>(value);
    INFO(columns[column] << ", kind " << static_cast<int>(Kind));
    if (Kind == storage::uuid && gives && !reads) CHECK(row.cell(column).template read<storage::bytes>(*std::make_unique<koine::bytes_view>()));
    else CHECK(gives == reads);
}

TEST_CASE("a column is described as what it can be read as") {
    server::fresh own;
    std::string sql = "SELECT ";
    for (char const* const one : columns) sql.append(sql.size() > 7 ? ", " : "").append(one);
    if (server::is_sqlite) {
        server::run(own.db, "CREATE TABLE kinds (whole INTEGER)", "INSERT INTO kinds VALUES (1)");
        sql = "SELECT whole FROM kinds";
    }
    auto& connection = own.db.connection();
    auto const described = connection.describe(sql);
    auto row = connection.prepare(sql, true);
    REQUIRE(described.columns() == static_cast<int>(std::size(columns)));
    REQUIRE(row.step());
    for (int column = 0; column < described.columns(); ++column)
        [&]<int... Kind>(std::integer_sequence<int, Kind...>) {
            (check_kind<static_cast<storage>(Kind)>(row, described, column), ...);
            check_kind<koine::decimal_storage(10, 2)>(row, described, column);
            check_kind<koine::list_storage(storage::int64)>(row, described, column);
        }(std::make_integer_sequence<int, static_cast<int>(storage::decimals)>{});
}

#if defined(KOINE_TEST_SERVER_SQLITE)
TEST_CASE("what a description says of SQLite's declared types is their affinity, and nothing of an expression") {
    server::fresh own;
    server::run(own.db, "CREATE TABLE declared (a VARCHAR(20), b UNSIGNED BIG INT, c DOUBLE PRECISION, d BLOB, e DATETIME, f)");
    auto const described = own.db.connection().describe("SELECT a, b, c, d, e, f, a || b FROM declared");
    auto const given = [&](int column, storage kind) { return described.gives(column, kind); };
    CHECK((given(0, storage::text) && given(0, storage::date) && !given(0, storage::int64) && !given(0, storage::bytes)));
    CHECK((given(1, storage::int64) && given(1, storage::boolean) && given(1, storage::float64) && !given(1, storage::text) && !given(1, storage::uint64)));
    CHECK((given(2, storage::float32) && !given(2, storage::int32)));
    CHECK((given(3, storage::bytes) && given(3, storage::uuid) && given(3, storage::uint64) && !given(3, storage::text)));
    for (int column : {4, 5, 6}) CHECK((given(column, storage::text) && given(column, storage::int64) && given(column, storage::bytes)));
}
#endif

}  // namespace kinds
