// SPDX-License-Identifier: BSL-1.0
// conformance · transactions: scopes, streams, the statement cache and the observer of one connection.
#include "law.hpp"
#include "server.hpp"

namespace transactions {

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
    explicit ledger(server::driver::options const& options = {}) : fresh(options) { db.create_tables<entry>(); }
    keys all() { return db.all(koine::from<entry>().select(key).order_by(asc(key))); }
    [[nodiscard]] int statements() const { return server::statements(db); }
};

TEST_CASE("a transaction commits, and gives what its closure gives", "[transactions][transactions-scopes]") {
    ledger book;
    std::int64_t const id = book.db.transaction([](auto& inner) { return inner.insert(entry{.key = "a"}).id; });
    book.db.transaction([](auto& inner) { inner.insert(entry{.key = "b"}); });
    CHECK(id == 1);
    CHECK(book.all() == keys{"a", "b"});
    CHECK(!server::in_transaction(book.db));
}

TEST_CASE("an exception rolls back and goes on", "[transactions][transactions-scopes]") {
    ledger book;
    CHECK_THROWS_AS(book.db.transaction([](auto& inner) {
        inner.insert(entry{.key = "a"});
        throw std::runtime_error("stop");
    }), std::runtime_error);
    CHECK(book.all().empty());
    CHECK(!server::in_transaction(book.db));
}

TEST_CASE("nested scopes are savepoints", "[transactions][transactions-scopes]") {
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
        CHECK(kind_of([&] { outer.transaction([](auto& inner) { inner.insert(entry{.key = "a"}); }); }) == "unique");
        outer.insert(entry{.key = "c"});
    });
    CHECK(book.all() == keys{"a", "b", "c"});
}

TEST_CASE("in a transaction that somebody else began, scopes are savepoints, and its end is theirs", "[transactions][transactions-scopes]") {
    ledger book;
    for (char const* end : {"ROLLBACK", "COMMIT"}) {
        server::run(book.db, "BEGIN");
        book.db.transaction([](auto& outer) {
            outer.insert(entry{.key = "a"});
            outer.transaction([](auto& inner) { inner.insert(std::vector<entry>{{.key = "b"}, {.key = "c"}}); });
        });
        CHECK_THROWS_AS(book.db.transaction([](auto& inner) {
            inner.insert(entry{.key = "lost"});
            throw 7;
        }), int);
        CHECK(book.db.execute(koine::upsert(entry{.key = "a", .amount = 2}).on<&entry::key>().set<&entry::amount>()) == 1);
        CHECK(kind_of([&] { book.db.transaction({.read_only = true}, [](auto&) {}); }) == "misuse");
        CHECK(server::in_transaction(book.db));
        CHECK(book.all() == keys{"a", "b", "c"});
        server::run(book.db, end);
        CHECK(!server::in_transaction(book.db));
    }
    CHECK(book.all() == keys{"a", "b", "c"});
}

TEST_CASE("a failed statement poisons its scope, even when the closure swallows the error", "[transactions][transactions-poison]") {
    ledger book;
    book.db.insert(entry{.key = "a"});
    std::string refusal, cause;
    CHECK(kind_of([&] {
        book.db.transaction([&](auto& inner) {
            inner.insert(entry{.key = "b"});
            auto const first = conformance::failure_of([&] { inner.insert(entry{.key = "a"}); });
            CHECK(first.kind() == koine::error_kind::unique);
            cause = first.what();
            try { inner.insert(entry{.key = "c"}); } catch (koine::error const& failure) {
                CHECK(failure.kind() == koine::error_kind::transaction);
                refusal = failure.what();
            }
            CHECK(kind_of([&] { inner.all(koine::from<entry>()); }) == "transaction");
            CHECK(kind_of([&] { inner.transaction([](auto&) {}); }) == "transaction");
        });
    }) == "transaction");
    CHECK(refusal.find("can only be rolled back, because a statement in it failed: ") != std::string::npos);
    CHECK(refusal.find(cause) != std::string::npos);
    CHECK(book.all() == keys{"a"});
    // Of two scopes the inner one alone.
    book.db.transaction([&](auto& outer) {
        outer.insert(entry{.key = "d"});
        CHECK(kind_of([&] {
            outer.transaction([](auto& inner) {
                inner.insert(entry{.key = "e"});
                try { inner.insert(entry{.key = "d"}); } catch (koine::error const&) {}
            });
        }) == "transaction");
    });
    CHECK(book.all() == keys{"a", "d"});
}

TEST_CASE("a stream gives row after row, keeps its values, and runs alone", "[streams][streams-values][streams-alone][streams-dropped]") {
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
        CHECK(kind_of([&] { book.db.all(koine::from<entry>()); }) == "busy");
        CHECK(kind_of([&] { book.db.insert(entry{.key = "x"}); }) == "busy");
        CHECK(kind_of([&] { book.db.transaction([](auto&) {}); }) == "busy");
        CHECK(kind_of([&] { static_cast<void>(book.db.stream(koine::from<entry>())); }) == "busy");
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

TEST_CASE("a statement is prepared once, whatever its values", "[streams][streams-cached]") {
    ledger book;
    int const before = book.statements();
    for (int i = 0; i < 100; ++i) CHECK(!book.db.exists(koine::from<entry>().where(key == std::to_string(i) && col<&entry::amount> > i)));
    CHECK(book.statements() == before + 1);
}

TEST_CASE("the cache is bounded, and gives the right statement after evicting", "[streams][streams-cached]") {
    ledger book({.cached_statements = 2});
    book.db.insert(entry{.key = "a", .amount = 1});
    for (int i = 0; i < 5; ++i) {
        CHECK(book.db.count(koine::from<entry>()) == 1);
        CHECK(book.db.one(koine::from<entry>().select(col<&entry::amount>)) == 1);
        CHECK(book.db.one(koine::from<entry>().select(key)) == "a");
        CHECK(book.db.find<entry>(1)->key == "a");
        CHECK(book.statements() <= 2 + server::freed_later);
    }
    ledger none({.cached_statements = 0});
    none.db.insert(entry{.key = "a"});
    CHECK((none.all() == keys{"a"} && none.all() == keys{"a"} && none.statements() == 0));
}

TEST_CASE("a cached statement survives a change of the schema", "[streams][streams-cached]") {
    ledger book;
    book.db.insert(entry{.key = "a"});
    CHECK(book.all() == keys{"a"});
    server::run(book.db, "ALTER TABLE entries ADD COLUMN more TEXT", "CREATE INDEX other ON entries (amount)");
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

TEST_CASE("the observer hears of every statement, and of no value", "[errors]") {
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
    auto const rows = [&](std::string const& name) {
        std::int64_t all = 0;
        for (recorder::event const& one : log.events) all += one.name == name ? one.rows : 0;
        return all;
    };
    for (recorder::event const& one : log.events)
        CHECK((one.sql.find("secret") == std::string::npos && one.sql.find("hidden") == std::string::npos && one.nanoseconds >= 0));
    // A row, and a range, may go in by one statement or by several.
    REQUIRE(log.events.size() >= 5);
    CHECK((log.events.front().name == "insert" && log.events.back().name == "insert"));
    CHECK((rows("insert") >= 3 && rows("all") == 2 && rows("execute") == 1));
    for (recorder::event const& one : log.events) CHECK(one.failed == (&one == &log.events.back()));
    CHECK(log.events[log.events.size() - 3].sql.starts_with("SELECT "));
}

TEST_CASE("the observer hears of a statement that could not be prepared", "[errors]") {
    server::fresh here;
    auto& db = here.db;
    recorder watcher;
    db.observe(&watcher);
    CHECK_THROWS_AS(db.all(koine::from<entry>()), koine::error);
    REQUIRE(watcher.events.size() == 1);
    CHECK(watcher.events[0].failed);
}

}  // namespace transactions
