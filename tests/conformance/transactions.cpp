// SPDX-License-Identifier: BSL-1.0
// conformance · transactions: scopes, streams, the statement cache and the observer of one connection.
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

#include <catch2/catch.hpp>

namespace transactions {

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
using database = koine::database<koine::driver::sqlite>;

struct ledger {
    database db;
    explicit ledger(koine::sqlite_options const& options = {}) : db(":memory:", options) { db.create_tables<entry>(); }
    keys all() { return db.all(koine::from<entry>().select(key).order_by(asc(key))); }
    int statements() {
        int count = 0;
        for (sqlite3_stmt* one = nullptr; (one = sqlite3_next_stmt(db.native_handle(), one)) != nullptr;) ++count;
        return count;
    }
};
template <class Act>
std::string failure_of(Act act) {
    try { act(); } catch (koine::error const& failure) { return std::string(koine::name_of(failure.kind())); }
    return "no failure";
}

TEST_CASE("a transaction commits, and gives what its closure gives") {
    ledger book;
    std::int64_t const id = book.db.transaction([](auto& inner) { return inner.insert(entry{.key = "a"}).id; });
    book.db.transaction([](auto& inner) { inner.insert(entry{.key = "b"}); });
    CHECK(id == 1);
    CHECK(book.all() == keys{"a", "b"});
    CHECK(sqlite3_get_autocommit(book.db.native_handle()) == 1);
}

TEST_CASE("an exception rolls back and goes on") {
    ledger book;
    CHECK_THROWS_AS(book.db.transaction([](auto& inner) {
        inner.insert(entry{.key = "a"});
        throw std::runtime_error("stop");
    }), std::runtime_error);
    CHECK(book.all().empty());
    CHECK(sqlite3_get_autocommit(book.db.native_handle()) == 1);
}

TEST_CASE("nested scopes are savepoints") {
    ledger book;
    book.db.transaction([](auto& outer) {
        outer.insert(entry{.key = "a"});
        try {
            outer.transaction([](auto& inner) {
                inner.insert(entry{.key = "lost"});
                inner.transaction([](auto& innermost) { innermost.insert(entry{.key = "lost too"}); });
                throw 7;
            });
        } catch (int) {}
        outer.transaction([](auto& inner) { inner.insert(entry{.key = "b"}); });
        // A failure in a scope of its own leaves the outer one sound.
        CHECK(failure_of([&] { outer.transaction([](auto& inner) { inner.insert(entry{.key = "a"}); }); }) == "unique");
        outer.insert(entry{.key = "c"});
    });
    CHECK(book.all() == keys{"a", "b", "c"});
}

TEST_CASE("a failed statement poisons its scope, even when the closure swallows the error") {
    ledger book;
    book.db.insert(entry{.key = "a"});
    std::string refusal;
    CHECK(failure_of([&] {
        book.db.transaction([&](auto& inner) {
            inner.insert(entry{.key = "b"});
            CHECK(failure_of([&] { inner.insert(entry{.key = "a"}); }) == "unique");
            try { inner.insert(entry{.key = "c"}); } catch (koine::error const& failure) {
                CHECK(failure.kind() == koine::error_kind::transaction);
                refusal = failure.what();
            }
            CHECK(failure_of([&] { inner.all(koine::from<entry>()); }) == "transaction");
            CHECK(failure_of([&] { inner.transaction([](auto&) {}); }) == "transaction");
        });
    }) == "transaction");
    CHECK(refusal.find("UNIQUE constraint failed: entries.key") != std::string::npos);
    CHECK(book.all() == keys{"a"});
    // Of two scopes the inner one alone.
    book.db.transaction([&](auto& outer) {
        outer.insert(entry{.key = "d"});
        CHECK(failure_of([&] {
            outer.transaction([](auto& inner) {
                inner.insert(entry{.key = "e"});
                try { inner.insert(entry{.key = "d"}); } catch (koine::error const&) {}
            });
        }) == "transaction");
    });
    CHECK(book.all() == keys{"a", "d"});
}

TEST_CASE("a transaction that SQLite ends by itself poisons every scope") {
    ledger book;
    sqlite3_exec(book.db.native_handle(), "CREATE TRIGGER ends BEFORE INSERT ON entries WHEN NEW.key = 'bad' BEGIN SELECT RAISE(ROLLBACK, 'ended'); END", nullptr, nullptr, nullptr);
    CHECK(failure_of([&] {
        book.db.transaction([&](auto& outer) {
            outer.insert(entry{.key = "a"});
            CHECK(failure_of([&] { outer.transaction([](auto& inner) { inner.insert(entry{.key = "bad"}); }); }) == "check");
            CHECK(failure_of([&] { outer.insert(entry{.key = "b"}); }) == "transaction");
        });
    }) == "transaction");
    CHECK(book.all().empty());
    book.db.insert(entry{.key = "c"});
    CHECK(book.all() == keys{"c"});
}

TEST_CASE("a commit that fails is rolled back") {
    ledger book;
    sqlite3_exec(book.db.native_handle(), "CREATE TABLE child (parent INTEGER REFERENCES entries DEFERRABLE INITIALLY DEFERRED)", nullptr, nullptr, nullptr);
    CHECK(failure_of([&] {
        book.db.transaction([](auto& inner) {
            inner.insert(entry{.key = "a"});
            sqlite3_exec(inner.native_handle(), "INSERT INTO child VALUES (99)", nullptr, nullptr, nullptr);
        });
    }) == "foreign_key");
    CHECK(sqlite3_get_autocommit(book.db.native_handle()) == 1);
    CHECK(book.all().empty());
}

TEST_CASE("a stream gives row after row, keeps its values, and runs alone") {
    ledger book;
    for (char const* name : {"a", "b", "c", "d"}) book.db.insert(entry{.key = name});
    auto const later_than = [&](std::string bound) { return book.db.stream(koine::from<entry>().where(key > std::string_view(bound)).order_by(asc(key))); };
    keys found;
    for (entry const& one : later_than("a")) found.push_back(one.key);
    CHECK(found == keys{"b", "c", "d"});
    {
        auto rows = book.db.stream(koine::from<entry>().where(key.in({"a", "b", "c"})).order_by(asc(key)));
        auto at = rows.begin();
        CHECK(at->key == "a");
        CHECK(failure_of([&] { book.db.all(koine::from<entry>()); }) == "busy");
        CHECK(failure_of([&] { book.db.insert(entry{.key = "x"}); }) == "busy");
        CHECK(failure_of([&] { book.db.transaction([](auto&) {}); }) == "busy");
        CHECK(failure_of([&] { static_cast<void>(book.db.stream(koine::from<entry>())); }) == "busy");
        CHECK((++at)->key == "b");
    }
    // Dropped half-way: usable, and nothing stays locked.
    CHECK(book.all().size() == 4);
    book.db.transaction([](auto& inner) {
        for (entry const& one : inner.stream(koine::from<entry>())) {
            static_cast<void>(one);
            break;
        }
        inner.insert(entry{.key = "e"});
    });
    CHECK(book.all().size() == 5);
    auto rows = book.db.stream(koine::from<entry>());
    for (entry const& one : rows) static_cast<void>(one);
    CHECK(book.all().size() == 5);
}

TEST_CASE("a query runs while another of the same text is being visited") {
    ledger book;
    for (char const* name : {"a", "b", "c"}) book.db.insert(entry{.key = name});
    auto const after = [](std::string const& than) { return koine::from<entry>().where(key > than).order_by(asc(key)); };
    keys found;
    book.db.visit(after(""), [&](entry outer) {
        book.db.visit(after(outer.key), [&](entry inner) {
            for (entry const& innermost : book.db.all(after(inner.key))) found.push_back(outer.key + inner.key + innermost.key);
        });
    });
    CHECK(found == keys{"abc"});
    CHECK(book.statements() <= 3);
}

TEST_CASE("a statement is prepared once, whatever its values") {
    ledger book;
    int const before = book.statements();
    for (int i = 0; i < 100; ++i) CHECK(!book.db.exists(koine::from<entry>().where(key == std::to_string(i) && col<&entry::amount> > i)));
    CHECK(book.statements() == before + 1);
    sqlite3_stmt* const statement = sqlite3_next_stmt(book.db.native_handle(), nullptr);
    CHECK(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_RUN, 0) == 100);
    CHECK(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_REPREPARE, 0) == 0);
}

TEST_CASE("the cache is bounded, and gives the right statement after evicting") {
    ledger book({.cached_statements = 2});
    book.db.insert(entry{.key = "a", .amount = 1});
    for (int i = 0; i < 5; ++i) {
        CHECK(book.db.count(koine::from<entry>()) == 1);
        CHECK(book.db.one(koine::from<entry>().select(col<&entry::amount>)) == 1);
        CHECK(book.db.one(koine::from<entry>().select(key)) == "a");
        CHECK(book.db.find<entry>(1)->key == "a");
        CHECK(book.statements() <= 2);
    }
    ledger none({.cached_statements = 0});
    none.db.insert(entry{.key = "a"});
    CHECK((none.all() == keys{"a"} && none.all() == keys{"a"} && none.statements() == 0));
}

TEST_CASE("a cached statement survives a change of the schema") {
    ledger book;
    book.db.insert(entry{.key = "a"});
    CHECK(book.all() == keys{"a"});
    sqlite3_exec(book.db.native_handle(), "ALTER TABLE entries ADD COLUMN more TEXT; CREATE INDEX other ON entries (amount)", nullptr, nullptr, nullptr);
    CHECK(book.all() == keys{"a"});
    book.db.insert(entry{.key = "b"});
    CHECK(book.all() == keys{"a", "b"});
}

class recorder final : public koine::observer {
public:
    struct event {
        std::string name, sql;
        std::int64_t nanoseconds, rows;
        bool failed;
    };
    std::vector<event> events;
    void finished(koine::statement_event const& one) noexcept override { events.push_back({std::string(one.name), std::string(one.sql), one.nanoseconds, one.rows, one.failed}); }
};

TEST_CASE("the observer hears of every statement, and of no value") {
    ledger book;
    recorder log;
    book.db.observe(&log);
    book.db.insert(entry{.key = "secret"});
    book.db.insert(std::vector<entry>{{.key = "b"}, {.key = "c"}});
    book.db.all(koine::from<entry>().where(key != "secret"));
    book.db.execute(koine::update<entry>().set(key = "hidden").where(key == "secret"));
    CHECK_THROWS(book.db.insert(entry{.key = "hidden"}));
    book.db.observe(nullptr);
    book.all();
    std::vector<std::string> names;
    for (recorder::event const& one : log.events) {
        names.push_back(one.name);
        CHECK((one.sql.find("secret") == std::string::npos && one.sql.find("hidden") == std::string::npos && one.nanoseconds >= 0));
    }
    REQUIRE(names == std::vector<std::string>{"insert", "insert", "insert", "all", "execute", "insert"});
    CHECK((log.events[0].rows == 1 && log.events[3].rows == 2 && log.events[4].rows == 1));
    CHECK((!log.events[4].failed && log.events[5].failed));
    CHECK(log.events[3].sql.starts_with("SELECT "));
}

TEST_CASE("a connection of somebody else's is used and left open") {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(":memory:", &handle) == SQLITE_OK);
    {
        database db{handle};
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

TEST_CASE("the observer hears of a statement that could not be prepared") {
    koine::database<koine::driver::sqlite> db{":memory:"};
    recorder watcher;
    db.observe(&watcher);
    CHECK_THROWS_AS(db.all(koine::from<entry>()), koine::error);
    REQUIRE(watcher.events.size() == 1);
    CHECK(watcher.events[0].failed);
}

}  // namespace transactions
