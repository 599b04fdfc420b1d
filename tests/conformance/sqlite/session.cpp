// SPDX-License-Identifier: BSL-1.0
// conformance · sqlite/session: transactions that SQLite ends by itself, its statements, a connection of somebody else's.
#include "../law.hpp"
#include "../server.hpp"

namespace sqlite_session {

using conformance::kind_of;
using koine::asc;
using koine::col;

struct entry {
    std::int64_t id{};
    std::string key{};
    std::int64_t amount{};
};
constexpr auto describe(koine::model<entry>) {
    return koine::table("entries").primary_key<&entry::id>(koine::generated).unique<&entry::key>();
}
constexpr auto key = col<&entry::key>;
using keys = std::vector<std::string>;

struct ledger : server::fresh {
    ledger() { db.create_tables<entry>(); }
    keys all() { return db.all(koine::from<entry>().select(key).order_by(asc(key))); }
};

TEST_CASE("a transaction that SQLite ends by itself poisons every scope", "[transactions][transactions-ended]") {
    ledger book;
    server::run(book.db, "CREATE TRIGGER ends BEFORE INSERT ON entries WHEN NEW.key = 'bad' BEGIN SELECT RAISE(ROLLBACK, 'ended'); END");
    CHECK(kind_of([&] {
        book.db.transaction([&](auto& outer) {
            outer.insert(entry{.key = "a"});
            CHECK(kind_of([&] { outer.transaction([](auto& inner) { inner.insert(entry{.key = "bad"}); }); }) == "check");
            CHECK(kind_of([&] { outer.insert(entry{.key = "b"}); }) == "transaction");
        });
    }) == "transaction");
    CHECK(book.all().empty());
    book.db.insert(entry{.key = "c"});
    CHECK(book.all() == keys{"c"});
}

TEST_CASE("a commit that fails is rolled back", "[transactions][transactions-scopes]") {
    ledger book;
    server::run(book.db, "CREATE TABLE child (parent INTEGER REFERENCES entries DEFERRABLE INITIALLY DEFERRED)");
    CHECK(kind_of([&] {
        book.db.transaction([](auto& inner) {
            inner.insert(entry{.key = "a"});
            server::run(inner, "INSERT INTO child VALUES (99)");
        });
    }) == "foreign_key");
    CHECK(!server::in_transaction(book.db));
    CHECK(book.all().empty());
}

TEST_CASE("a connection of somebody else's is used and left open", "[connection]") {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(":memory:", &handle) == SQLITE_OK);
    {
        server::database db{handle};
        db.create_tables<entry>();
        db.insert(entry{.key = "a"});
        CHECK(db.native_handle() == handle);
        // Within a transaction that is not ours, statements run in it.
        sqlite3_exec(handle, "BEGIN", nullptr, nullptr, nullptr);
        db.insert(entry{.key = "b"});
        sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
        CHECK(db.count(koine::from<entry>().where(key.in({"a", "b"}))) == 1);
    }
    CHECK(sqlite3_exec(handle, "SELECT * FROM entries", nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(sqlite3_close(handle) == SQLITE_OK);
}

TEST_CASE("a cached statement is run as often as it is asked for, and prepared once", "[streams][streams-cached]") {
    ledger book;
    int const before = server::statements(book.db);
    for (int i = 0; i < 100; ++i) CHECK(!book.db.exists(koine::from<entry>().where(key == std::to_string(i) && col<&entry::amount> > i)));
    CHECK(server::statements(book.db) == before + 1);
    sqlite3_stmt* const statement = sqlite3_next_stmt(book.db.native_handle(), nullptr);
    CHECK(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_RUN, 0) == 100);
    CHECK(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_REPREPARE, 0) == 0);
}

}  // namespace sqlite_session
