// SPDX-License-Identifier: BSL-1.0
// conformance · postgres/session: deferred constraints, serialization, settings, stale statements, adoption.
#include "../accounts.hpp"

#include <koine/pool.hpp>

namespace postgres_session {

using namespace accounts;
using conformance::failure_of;
using conformance::kind_of;
using koine::col;

TEST_CASE("a commit that fails is rolled back", "[transactions][transactions-scopes]") {
    two bank;
    server::run(bank.one, "CREATE TABLE child (parent bigint REFERENCES accounts DEFERRABLE INITIALLY DEFERRED)");
    auto const failure = failure_of([&] {
        bank.one.transaction([](auto& inner) {
            add(inner, "a", 1);
            server::run(inner, "INSERT INTO child VALUES (99)");
        });
    });
    CHECK((failure.kind() == koine::error_kind::foreign_key && failure.constraint() == "child_parent_fkey"));
    CHECK(!server::in_transaction(bank.one));
    CHECK(amount_of(bank.one, "a") == 10);
}

TEST_CASE("error kinds: serialization, and a retry gets over it", "[errors][transactions][transactions-retry]") {
    two bank;
    int runs = 0;
    auto const write = [&](int attempts) {
        bank.one.transaction({.isolation = koine::isolation::repeatable_read, .attempts = attempts}, [&](auto& inner) {
            std::int64_t const seen = amount_of(inner, "a");
            if (++runs == 1) add(bank.other, "a", 100);
            inner.execute(koine::update<account>().set(amount = seen + 1).where(name == "a"));
        });
    };
    auto const failure = failure_of([&] { write(1); });
    CHECK((failure.kind() == koine::error_kind::serialization && failure.retryable() && failure.sqlstate() == "40001"));
    runs = 0;
    write(3);
    CHECK(runs == 2);
    CHECK(amount_of(bank.one, "a") == 211);
}

struct blob {
    std::int64_t id{};
    std::optional<std::int64_t> parent_id{};
    std::vector<std::byte> bytes{};
    double real{};
};
constexpr auto describe(koine::model<blob>) { return koine::table("blobs").primary_key<&blob::id>(koine::generated).belongs_to<"parent", blob, &blob::parent_id>().has_many<"children", blob, "parent">(); }
struct inner_blob { std::vector<std::byte> bytes; double real{}; };
struct outer_blob { std::vector<std::byte> bytes; double real{}; std::vector<inner_blob> children; };

TEST_CASE("pitfalls 18 and 75: bytes and doubles, when the settings of the session were changed behind", "[include][connection]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<blob>();
    std::vector<std::byte> all(256);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::byte>(i);
    blob const parent = db.insert(blob{.bytes = all, .real = 0.1 + 0.2});
    db.insert(blob{.parent_id = parent.id, .bytes = all, .real = 0.1 + 0.2});
    auto const check = [&] {
        auto const found = db.one(koine::from<blob>().select<outer_blob>().where(col<&blob::id> == parent.id));
        CHECK((found.bytes == all && found.real == 0.1 + 0.2 && found.children.at(0).bytes == all));
        return found.children[0].real == 0.1 + 0.2;
    };
    server::run(db, "SET bytea_output = escape", "SET DateStyle = 'German'", "SET TimeZone = 'Asia/Tokyo'", "SET IntervalStyle = sql_standard");
    CHECK(check());
    server::run(db, "SET extra_float_digits = 0");
    check();
    server::run(db, "SET search_path = pg_catalog", "BEGIN");
    CHECK(db.make_anew());
    CHECK(!server::in_transaction(db));
    for (auto const& [setting, value] : {std::pair{"bytea_output", "hex"}, {"DateStyle", "ISO, YMD"}, {"TimeZone", "UTC"}, {"extra_float_digits", "3"}, {"search_path", here.where.schema().c_str()}})
        CHECK(server::value_of(db, std::string("SHOW ") + setting) == value);
    CHECK(check());
}

TEST_CASE("a statement that the server forgot, or whose columns changed, is prepared anew once", "[streams][streams-cached]") {
    two bank;
    auto& db = bank.one;
    CHECK(amount_of(db, "a") == 10);
    server::run(db, "DEALLOCATE ALL");
    CHECK(amount_of(db, "a") == 10);
    server::run(db, "ALTER TABLE accounts ALTER COLUMN amount TYPE integer");
    CHECK(amount_of(db, "a") == 10);
    server::run(db, "DEALLOCATE ALL");
    add(db, "a", 1);
    std::int64_t rows = 0;
    server::run(db, "ALTER TABLE accounts ALTER COLUMN amount TYPE bigint");
    for (account const& one : db.stream(koine::from<account>())) rows += one.amount;
    CHECK(rows == 21);
    // Not where a transaction has failed by it already.
    CHECK(amount_of(db, "a") == 11);
    auto const failure = failure_of([&] {
        db.transaction([&](auto& inner) {
            server::run(inner, "DEALLOCATE ALL");
            amount_of(inner, "a");
        });
    });
    INFO(failure.what());
    CHECK(amount_of(db, "a") == 11);
}

TEST_CASE("a pool undoes what SQL of the user's left behind, and asks the server for nothing else", "[connection]") {
    server::place const where;
    koine::pool<server::driver> pool(where.name(), {}, {.connections = 1});
    pool.create_tables<account>();
    pool.insert(account{.name = "a"});
    auto const setting = koine::from<account>().select(koine::raw<std::string, "current_setting('work_mem')">());
    std::string const before = pool.one(setting);
    CHECK(pool.one(koine::from<account>().select(koine::raw<std::string, "set_config('work_mem', '77MB', false)">())) == "77MB");
    CHECK(pool.one(setting) == before);
    // With the connection's work: a look-up by the pool is one statement, as the server counts them.
    pool.find<account>(1);
    auto const last = pool.take();
    std::string const pid = std::to_string(PQbackendPID(last->native_handle()));
    server::database other(where.name());
    CHECK(server::value_of(other, "SELECT query LIKE 'SELECT%accounts%' FROM pg_stat_activity WHERE pid = " + pid) == "t");
}

TEST_CASE("statements sent together are prepared anew where the server forgot them", "[errors]") {
    server::fresh db;
    db.db.create_tables<account>();
    db.db.insert(account{.name = "a"});
    auto const added = [](std::int64_t more) { return koine::update<account>().set(amount = amount + more).where(name == "a"); };
    auto const all = [&](auto& in) { return in.batch(added(1), added(2)); };
    CHECK(all(db.db) == std::array<std::int64_t, 2>{1, 1});
    server::run(db.db, "DEALLOCATE ALL");
    CHECK(all(db.db) == std::array<std::int64_t, 2>{1, 1});
    CHECK(all(db.db) == std::array<std::int64_t, 2>{1, 1});
    CHECK(amount_of(db.db, "a") == 9);
}

TEST_CASE("a connection of somebody else's is used and left open", "[connection]") {
    server::place const where;
    PGconn* const handle = PQconnectdb(where.name().c_str());
    REQUIRE(PQstatus(handle) == CONNECTION_OK);
    {
        server::database db{handle};
        db.create_tables<account>();
        db.insert(account{.name = "a"});
        CHECK(db.native_handle() == handle);
        // Within a transaction that is not ours, statements run in it.
        server::run(db, "BEGIN");
        db.insert(account{.name = "b"});
        server::run(db, "ROLLBACK");
        CHECK(db.count(koine::from<account>()) == 1);
    }
    CHECK(server::value_of(handle, "SELECT name FROM accounts") == "a");
    PQfinish(handle);
}

/// Another server that speaks the protocol.
struct other_dialect : koine::dialect::postgres<15> {
    static constexpr std::string_view scheme = "cockroachdb";
};

TEST_CASE("a server is spoken to in the dialect of its own name only", "[connection]") {
    server::place const where;
    auto const failure = failure_of([&] { koine::database<koine::driver::libpq, other_dialect>{where.name()}; });
    CHECK(failure.kind() == koine::error_kind::server);
    CHECK(std::string(failure.what()).starts_with("koine: the server is PostgreSQL "));
    CHECK(std::string(failure.what()).ends_with(", and is spoken to in the dialect cockroachdb"));
}

}  // namespace postgres_session
