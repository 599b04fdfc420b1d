// SPDX-License-Identifier: BSL-1.0
// conformance · retries: how often a transaction is run, what its options do, and what it may not hold.
#include "accounts.hpp"

namespace retries {

using namespace accounts;
using conformance::kind_of;

[[noreturn]] void fail(bool retryable) { throw koine::error(koine::error_kind::serialization, "made up").with_retryable(retryable); }

TEST_CASE("a retry runs the outermost closure again, and nothing else", "[transactions][transactions-retry]") {
    two bank;
    int outer_runs = 0, inner_runs = 0;
    bank.one.transaction({.attempts = 4}, [&](auto& outer) {
        ++outer_runs;
        add(outer, "a", 1);
        outer.transaction([&](auto& inner) {
            add(inner, "b", 1);
            if (++inner_runs < 3) fail(true);
        });
    });
    CHECK((outer_runs == 3 && inner_runs == 3));
    CHECK((amount_of(bank.other, "a") == 11 && amount_of(bank.other, "b") == 11));
}

TEST_CASE("a retry ends when its attempts do, and helps only what it can", "[transactions][transactions-retry]") {
    two bank;
    auto const runs_of = [&](koine::transaction_options const& options, auto act) {
        int runs = 0;
        CHECK(kind_of([&] {
            bank.one.transaction(options, [&](auto& inner) {
                ++runs;
                add(inner, "a", 1);
                act(inner);
            });
        }) != "no failure");
        CHECK(!server::in_transaction(bank.one));
        return runs;
    };
    CHECK(runs_of({.attempts = 3}, [](auto&) { fail(true); }) == 3);
    CHECK(runs_of({}, [](auto&) { fail(true); }) == 1);
    CHECK(runs_of({.attempts = 3}, [](auto&) { fail(false); }) == 1);
    CHECK(runs_of({.attempts = 3}, [](auto& inner) { inner.insert(account{.name = "a"}); }) == 1);
    CHECK(amount_of(bank.one, "a") == 10);
    CHECK_THROWS_AS(bank.one.transaction({.attempts = 3}, [](auto&) { throw 7; }), int);
}

TEST_CASE("options of a transaction are honoured, or refused", "[transactions][transactions-options]") {
    two bank;
    CHECK(kind_of([&] { bank.one.transaction({.read_only = true}, [](auto& inner) { add(inner, "a", 1); }); }) == "read_only");
    CHECK(bank.one.transaction({.read_only = true}, [](auto& inner) { return amount_of(inner, "a"); }) == 10);
    add(bank.one, "a", 1);
    // An inner scope is a savepoint, and takes none.
    bank.one.transaction([&](auto& outer) {
        CHECK(kind_of([&] { outer.transaction({.isolation = koine::isolation::serializable}, [](auto&) {}); }) == "misuse");
        CHECK(kind_of([&] { outer.transaction({.read_only = true}, [](auto&) {}); }) == "misuse");
        CHECK(kind_of([&] { outer.transaction({.attempts = 2}, [](auto&) {}); }) == "misuse");
        add(outer, "a", 1);
    });
    CHECK(amount_of(bank.one, "a") == 12);
}

TEST_CASE("a transaction that reads repeatably sees what there was when it began to read", "[transactions][transactions-options]") {
    two bank;
    for (koine::isolation level : {koine::isolation::repeatable_read, koine::isolation::serializable}) {
        // A serializable reader of MySQL and MariaDB would keep the writer waiting.
        if (level == koine::isolation::serializable && (server::is_mysql || server::is_mariadb)) continue;
        std::int64_t const before = amount_of(bank.one, "a");
        bank.one.transaction({.isolation = level, .read_only = true}, [&](auto& inner) {
            CHECK(amount_of(inner, "a") == before);
            add(bank.other, "a", 5);
            CHECK(amount_of(inner, "a") == before);
        });
        CHECK(amount_of(bank.one, "a") == before + 5);
    }
    // What is committed is seen at once where that is asked for, and where the database has no less than that.
    if (server::is_sqlite) return;
    bank.one.transaction({.isolation = koine::isolation::read_committed, .read_only = true}, [&](auto& inner) {
        std::int64_t const before = amount_of(inner, "a");
        add(bank.other, "a", 5);
        CHECK(amount_of(inner, "a") == before + 5);
    });
}

struct more {
    std::int64_t id{};
};
constexpr auto describe(koine::model<more>) { return koine::table("more").primary_key<&more::id>(koine::generated); }

TEST_CASE("tables made in a transaction are part of it, or refused before anything is sent", "[transactions][transactions-ddl]") {
    two bank;
    std::string kind;
    CHECK_THROWS_AS(bank.one.transaction([&](auto& inner) {
        add(inner, "a", 1);
        kind = kind_of([&] { inner.template create_tables<more>(); });
        throw 7;
    }), int);
    CHECK(kind == (server::is_mysql || server::is_mariadb ? "misuse" : "no failure"));
    CHECK(amount_of(bank.one, "a") == 10);
    CHECK(bank.one.check<more>().size() == 1);
}

TEST_CASE("a timeout inside a transaction poisons it", "[transactions][transactions-poison]") {
    two bank(server::impatient());
    bank.one.transaction([&](auto& holder) {
        add(holder, "a", 1);
        CHECK(kind_of([&] {
            bank.other.transaction([&](auto& inner) {
                static_cast<void>(kind_of([&] { add(inner, "b", 1); }));
                CHECK(kind_of([&] { add(inner, "a", 1); }) != "no failure");
                CHECK(kind_of([&] { add(inner, "b", 1); }) == "transaction");
            });
        }) == (server::is_sqlite ? "timeout" : "transaction"));
    });
    CHECK((amount_of(bank.one, "a") == 11 && amount_of(bank.one, "b") == 10));
    add(bank.other, "b", 1);
    CHECK(amount_of(bank.one, "b") == 11);
}

}  // namespace retries
