// SPDX-License-Identifier: BSL-1.0
// conformance · together: what two connections do to each other: locks, upserts of one key, and ends put to statements.
#include "accounts.hpp"

#include <barrier>
#include <chrono>
#include <thread>

namespace together {

using namespace accounts;
using conformance::failure_of;
using conformance::kind_of;
using koine::col;

TEST_CASE("error kinds: timeout, when another connection holds the lock", "[errors][transactions]") {
    two bank(server::impatient());
    bank.one.transaction([&](auto& inner) {
        add(inner, "a", 1);
        auto const failure = failure_of([&] { add(bank.other, "a", 100); });
        CHECK(failure.kind() == koine::error_kind::timeout);
        CHECK(failure.retryable());
        CHECK(failure.sql().starts_with("UPDATE"));
        // Readers see what is committed, and do not wait.
        CHECK(amount_of(bank.other, "a") == 10);
    });
    add(bank.other, "a", 1000);
    CHECK(amount_of(bank.one, "a") == 1011);
}

/// Upserts a key that is missing by two connections at once; how many of the failures there were.
template <class Model, class Query>
int upsert_together(two& bank, int rounds, Query query) {
    int failures[2]{};
    std::barrier both(2);
    auto const work = [&](server::database& db, int who) {
        for (int round = 0; round < rounds; ++round) {
            both.arrive_and_wait();
            auto const failure = failure_of([&] { db.execute(query(std::to_string(round), who + 1)); });
            if (failure.what() == std::string("no failure")) continue;
            if (++failures[who] == 1) std::printf("round %d of %s: %s\n", round, std::string(koine::name_of(failure.kind())).c_str(), failure.what());
        }
    };
    std::thread second(work, std::ref(bank.other), 1);
    work(bank.one, 0);
    second.join();
    CHECK(bank.one.count(koine::from<Model>().where(col<&Model::amount> == 1 || col<&Model::amount> == 2)) == rounds);
    return failures[0] + failures[1];
}

TEST_CASE("two upserts of one missing key at once both succeed, 1000 times", "[writes][writes-upsert-together]") {
    two bank;
    CHECK(upsert_together<account>(bank, 1000, [](std::string const& key, std::int64_t who) { return koine::upsert(account{.name = key, .amount = who}).on<&account::name>().set<&account::amount>(); }) == 0);
}

TEST_CASE("two upserts of one missing key at once both succeed, where another key may be met", "[writes][writes-upsert-together]") {
    two bank;
    CHECK(upsert_together<tagged>(bank, 1000, [](std::string const& key, std::int64_t who) { return koine::upsert(tagged{.name = key, .tag = key, .amount = who}).on<&tagged::name>().set<&tagged::amount>(); }) == 0);
}

TEST_CASE("two upserts of one missing key at once, that skip the second", "[writes][writes-upsert-together]") {
    two bank;
    CHECK(upsert_together<account>(bank, 300, [](std::string const& key, std::int64_t who) { return koine::upsert(account{.name = key, .amount = who}).on<&account::name>(); }) == 0);
}

/// A table of 2,000 rows, and a query that multiplies it with itself until somebody ends it.
struct endless : server::fresh {
    explicit endless(server::driver::options const& options = {}) : fresh(options) {
        db.create_tables<account>();
        std::vector<account> rows(2000);
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = {.name = std::to_string(i), .amount = static_cast<std::int64_t>(i)};
        db.insert(rows);
    }
    std::int64_t run() {
        static constexpr auto second = koine::alias<account, "second">;
        static constexpr auto third = koine::alias<account, "third">;
        return db.one(koine::from<account>()
                          .join(second, koine::on(second.col<&account::amount> >= 0))
                          .join(third, koine::on(third.col<&account::amount> * second.col<&account::amount> * amount >= 0))
                          .select(koine::count()));
    }
};

TEST_CASE("error kinds: timeout, when a statement takes too long", "[errors]") {
    endless table({.statement_timeout = 300});
    auto const began = std::chrono::steady_clock::now();
    auto const failure = failure_of([&] { table.run(); });
    CHECK(failure.kind() == koine::error_kind::timeout);
    CHECK(failure.sql().starts_with("SELECT "));
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
    CHECK(table.db.count(koine::from<account>()) == 2000);
}

TEST_CASE("error kinds: cancelled, when another thread ends a statement", "[errors]") {
    endless table;
    auto const canceller = table.db.canceller();
    std::thread impatient([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        canceller.cancel();
    });
    auto const failure = failure_of([&] { table.run(); });
    impatient.join();
    CHECK(failure.kind() == koine::error_kind::cancelled);
    CHECK(failure.sql().starts_with("SELECT "));
    CHECK(!failure.retryable());
    CHECK(table.db.count(koine::from<account>()) == 2000);
}

}  // namespace together
