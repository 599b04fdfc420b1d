// SPDX-License-Identifier: BSL-1.0
// conformance · sqlite/kept_rows: an insert's row where a trigger, or a table of somebody else's, does something of its own.
#include "../law.hpp"
#include "../server.hpp"

#include <cmath>

namespace sqlite_kept_rows {

using conformance::kind_of;

struct entry {
    std::int64_t id{};
    std::string key{};
    std::int64_t amount{};
    double share{};
};
constexpr auto describe(koine::model<entry>) { return koine::table("entries").primary_key<&entry::id>(koine::generated); }
struct pair {
    std::int64_t first{};
    std::string second{};
};
constexpr auto describe(koine::model<pair>) { return koine::table("pairs").primary_key<&pair::first, &pair::second>(); }
struct entry_input {
    std::int64_t id{};
    std::string key{};
    std::int64_t amount{};
    double share{};
};

/// A database with a table by this text, and rows in another so that a key of the wrong table shows.
struct ledger : server::fresh {
    explicit ledger(std::string const& table) {
        server::run(db, table);
        server::run(db, "CREATE TABLE logs (number INTEGER PRIMARY KEY, text TEXT)");
        server::run(db, "INSERT INTO logs VALUES (500, 'first')");
    }
};
constexpr char const* strict = "CREATE TABLE entries (id INTEGER PRIMARY KEY, key TEXT, amount INTEGER, share REAL) STRICT";

TEST_CASE("what a trigger does after an insert is no part of the row, and its rows do not give the key", "[writes][writes-returned]") {
    ledger book(strict);
    server::run(book.db, "CREATE TRIGGER later AFTER INSERT ON entries BEGIN INSERT INTO logs (text) VALUES (NEW.key); UPDATE entries SET key = 'later' WHERE id = NEW.id; END");
    for (std::int64_t id : {1, 2}) {
        entry const row = book.db.insert(entry{.key = "now"});
        CHECK((row.id == id && row.key == "now"));
        CHECK(book.db.find<entry>(id)->key == "later");
    }
    CHECK(server::value_of(book.db, "SELECT count(*) FROM logs WHERE text = 'now'") == "2");
}

TEST_CASE("a row that a trigger passes over is not found", "[writes][writes-returned]") {
    ledger book(strict);
    server::run(book.db, "CREATE TABLE pairs (first INTEGER, second TEXT, PRIMARY KEY (first, second)) STRICT");
    for (char const* table : {"entries", "pairs"})
        server::run(book.db, std::string("CREATE TRIGGER over_") + table + " BEFORE INSERT ON " + table + " WHEN (SELECT count(*) FROM " + table + ") > 0 BEGIN SELECT RAISE(IGNORE); END");
    CHECK(book.db.insert(entry{.key = "a"}).id == 1);
    CHECK(kind_of([&] { book.db.insert(entry{.key = "b"}); }) == "not_found");
    CHECK(book.db.insert(pair{1, "x"}).second == "x");
    CHECK(kind_of([&] { book.db.insert(pair{2, "y"}); }) == "not_found");
}

TEST_CASE("a key that SQLite does not count up comes from the table", "[writes][writes-returned][writes-generated]") {
    // INT is no INTEGER, and a table without rowids has none to count.
    for (char const* end : {"id INT PRIMARY KEY DEFAULT 77, key TEXT, amount INTEGER, share REAL)", "id INTEGER PRIMARY KEY DEFAULT 77, key TEXT, amount INTEGER, share REAL) WITHOUT ROWID"}) {
        INFO(end);
        ledger book(std::string("CREATE TABLE entries (") + end);
        CHECK(book.db.insert(entry{.key = "a"}).id == 77);
        CHECK(kind_of([&] { book.db.insert(entry{.key = "b"}); }) == "unique");
        entry_input const tree{.key = "c"};
        CHECK(book.db.erase<entry>(77));
        CHECK(book.db.insert<entry>(tree).id == 77);
    }
    ledger book("CREATE TABLE entries (id INTEGER PRIMARY KEY DESC, key TEXT, amount INTEGER, share REAL)");
    CHECK(kind_of([&] { book.db.insert(entry{.key = "a"}); }) == "mismatch");
}

TEST_CASE("a column that changes what it is given tells so", "[writes][writes-returned]") {
    for (char const* columns : {"key NUMERIC, amount INTEGER, share REAL", "key DATE, amount INTEGER, share REAL", "key TEXT, amount CHAR(9), share REAL", "key TEXT, amount INTEGER, share TEXT"}) {
        INFO(columns);
        ledger book(std::string("CREATE TABLE entries (id INTEGER PRIMARY KEY, ") + columns + ")");
        CHECK(kind_of([&] { book.db.insert(entry{.key = "12", .amount = 3, .share = 0.5}); }) == "mismatch");
    }
    for (char const* columns : {"key VARCHAR(9), amount BIGINT, share FLOAT", "key, amount, share NUMERIC", "key CLOB, amount DECIMAL, share DOUBLE PRECISION"}) {
        INFO(columns);
        ledger book(std::string("CREATE TABLE entries (id INTEGER PRIMARY KEY, ") + columns + ")");
        entry const row = book.db.insert(entry{.key = "12", .amount = 3, .share = 2.0});
        CHECK((row.id == 1 && row.key == "12" && row.amount == 3 && row.share == 2.0));
        CHECK(book.db.find<entry>(1)->key == "12");
    }
}

TEST_CASE("a zero comes back without the sign that SQLite does not keep", "[writes][writes-returned]") {
    ledger book(strict);
    entry const row = book.db.insert(entry{.key = "a", .share = -0.0});
    CHECK(std::signbit(row.share) == std::signbit(book.db.find<entry>(1)->share));
}

TEST_CASE("a view gives back what its trigger was given", "[writes][writes-returned]") {
    ledger book("CREATE VIEW pairs AS SELECT number AS first, text AS second FROM logs");
    server::run(book.db, "CREATE TRIGGER instead INSTEAD OF INSERT ON pairs BEGIN INSERT INTO logs VALUES (NEW.first, NEW.second); END");
    pair const row = book.db.insert(pair{7, "seven"});
    CHECK((row.first == 7 && row.second == "seven"));
    CHECK(server::value_of(book.db, "SELECT text FROM logs WHERE number = 7") == "seven");
}

TEST_CASE("a table of the same name in another schema is another table", "[writes][writes-returned]") {
    ledger book(strict);
    CHECK(book.db.insert(entry{.key = "12"}).id == 1);
    server::run(book.db, "CREATE TEMP TABLE entries (id INT PRIMARY KEY DEFAULT 77, key TEXT, amount INTEGER, share REAL)");
    CHECK(kind_of([&] { book.db.insert(entry{.key = "a"}); }) == "mismatch");
    CHECK(server::value_of(book.db, "SELECT key FROM temp.entries WHERE id = 77") == "a");
}

TEST_CASE("a table that was made anew is looked at anew", "[writes][writes-returned]") {
    ledger book(strict);
    CHECK(book.db.insert(entry{.key = "12"}).id == 1);
    server::run(book.db, "CREATE TABLE another (id INTEGER)");
    CHECK(book.db.insert(entry{.key = "12"}).id == 2);
    server::run(book.db, "DROP TABLE entries");
    server::run(book.db, "CREATE TABLE entries (id INTEGER PRIMARY KEY, key NUMERIC, amount INTEGER, share REAL)");
    CHECK(kind_of([&] { book.db.insert(entry{.key = "12"}); }) == "mismatch");
    CHECK(book.db.insert(entry{.key = "twelve"}).key == "twelve");
}

struct listener : koine::observer {
    std::vector<std::string> texts{};
    std::int64_t rows = 0;
    void finished(koine::statement_event const& one) noexcept override {
        texts.emplace_back(one.sql.substr(0, one.sql.find(' ')));
        rows += one.rows;
    }
};

TEST_CASE("an observer is told of one statement a row", "[writes][writes-returned]") {
    for (char const* key : {"TEXT", "NUMERIC"}) {
        ledger book(std::string("CREATE TABLE entries (id INTEGER PRIMARY KEY, key ") + key + ", amount INTEGER, share REAL)");
        listener told;
        book.db.observe(&told);
        book.db.insert(entry{.key = "a"});
        book.db.insert(entry{.key = "b"});
        CHECK(told.texts == std::vector<std::string>{"INSERT", "INSERT"});
        CHECK(told.rows == 2);
    }
}

}  // namespace sqlite_kept_rows
