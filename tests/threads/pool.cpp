// SPDX-License-Identifier: BSL-1.0
// threads · pool: many threads on one pool, under ThreadSanitizer.
#include "../conformance/server.hpp"

#include <koine/pool.hpp>

#include <atomic>
#include <thread>

namespace pool_of_threads {

using koine::col;
using pool = koine::pool<server::driver, server::dialect>;

struct counter {
    std::int64_t id{};
    std::string name{};
    std::int64_t value{};
};
constexpr auto describe(koine::model<counter>) {
    return koine::table("counters").primary_key<&counter::id>(koine::generated).unique<&counter::name>();
}
constexpr auto increment = [](std::string_view name) {
    return koine::update<counter>().set(col<&counter::value> = col<&counter::value> + 1).where(col<&counter::name> == name);
};

template <class Work>
void in_threads(int count, Work work) {
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) threads.emplace_back([=] { work(i); });
    for (std::thread& one : threads) one.join();
}
template <class Act>
std::string failure_of(Act act) {
    try { act(); } catch (koine::error const& failure) { return std::string(koine::name_of(failure.kind())); }
    return "no failure";
}

class counting final : public koine::observer {
public:
    std::atomic<int> statements = 0, failures = 0;
    void finished(koine::statement_event const& event) noexcept override {
        ++statements;
        failures += event.failed ? 1 : 0;
    }
};

TEST_CASE("threads: a pool serves more threads than it has connections, and loses no write") {
    server::shared_place const where;
    counting watched;
    pool shared(where.name(), {}, {.connections = 3, .wait = 60000});
    shared.observe(&watched);
    shared.create_tables<counter>();
    CHECK(shared.open_connections() == 1);
    shared.insert(counter{.name = "all"});
    std::atomic<int> wrong = 0;
    in_threads(8, [&](int thread) {
        for (int i = 0; i < 25; ++i) {
            wrong += shared.execute(increment("all")) == 1 ? 0 : 1;
            shared.transaction([&](auto& inner) {
                std::string const name = std::to_string(thread) + "." + std::to_string(i);
                inner.insert(counter{.name = name, .value = thread});
                wrong += inner.count(koine::from<counter>().where(col<&counter::name> == name)) == 1 ? 0 : 1;
            });
            wrong += shared.first(koine::from<counter>().where(col<&counter::name> == "all")) ? 0 : 1;
        }
    });
    CHECK(wrong == 0);
    CHECK(shared.one(koine::from<counter>().where(col<&counter::name> == "all")).value == 200);
    CHECK(shared.count(koine::from<counter>()) == 201);
    CHECK(shared.open_connections() <= 4);
    CHECK(watched.statements > 800);
    CHECK(watched.failures == 0);
}

TEST_CASE("threads: who waits too long for a connection is told so, and one that is free again is taken") {
    server::shared_place const where;
    pool shared(where.name(), {}, {.connections = 1, .wait = 50});
    shared.create_tables<counter>();
    {
        auto const held = shared.take();
        CHECK(failure_of([&] { shared.execute(increment("none")); }) == "timeout");
    }
    CHECK(shared.execute(increment("none")) == 0);
    std::thread waiter;
    pool patient(where.name(), {}, {.connections = 1, .wait = 60000});
    std::atomic<std::int64_t> rows = -1;
    {
        auto const held = patient.take();
        waiter = std::thread([&] { rows = patient.execute(increment("none")); });
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        CHECK(rows == -1);
    }
    waiter.join();
    CHECK(rows == 0);
}

TEST_CASE("threads: a connection comes back as a new one") {
    server::shared_place const where;
    pool shared(where.name(), {}, {.connections = 1});
    shared.create_tables<counter>();
    // Closed by nobody: neither commit nor roll-back.
    server::run(*shared.take(), "BEGIN", "INSERT INTO counters (name, value) VALUES ('lost', 1)");
    CHECK(shared.count(koine::from<counter>()) == 0);
    shared.insert(counter{.name = "kept"});
    CHECK(shared.count(koine::from<counter>()) == 1);
    CHECK(failure_of([&] {
        shared.transaction([](auto& inner) {
            inner.insert(counter{.name = "no"});
            inner.insert(counter{.name = "kept"});
        });
    }) == "unique");
    CHECK(shared.count(koine::from<counter>()) == 1);
    CHECK(shared.transaction({.read_only = true}, [](auto& inner) { return inner.count(koine::from<counter>()); }) == 1);
    CHECK(failure_of([&] { shared.transaction({.read_only = true}, [](auto& inner) { inner.insert(counter{.name = "no"}); }); }) == "read_only");
}

}  // namespace pool_of_threads
