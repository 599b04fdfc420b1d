// SPDX-License-Identifier: BSL-1.0
// crash · pool: a pool whose server is killed, and comes back.
#include "halves.hpp"

#include <koine/pool.hpp>

#include <optional>

namespace crash {

struct pool_of_three : koine::pool<server::driver, server::dialect> {
    explicit pool_of_three(int unchecked_idle) : pool(where().name(), {}, {.connections = 3, .wait = 2000, .unchecked_idle = unchecked_idle}) {
        // All of them are open and idle.
        auto const one = take(), other = take(), third = take();
    }
    /// Writes as often as that, and counts the failures; each is one of the connection.
    int failures_in(int attempts) {
        int failures = 0;
        for (int i = 0; i < attempts; ++i) {
            std::string const kind = kind_of([&] { transaction([](auto& inner) { insert_both(inner, 1); }); });
            if (kind == "no failure") continue;
            CHECK(kind == "connection");
            ++failures;
        }
        return failures;
    }
};

TEST_CASE("killed under a pool: it recovers by itself when the server is back") {
    halves const all;
    constexpr int never = 3'600'000;
    pool_of_three unaware(never), careful(0), trying(never), holding(never);
    std::optional<outage> down;
    CHECK(kind_of([&] {
        holding.transaction({.attempts = 3}, [&](auto& inner) {
            insert_both(inner, 2);
            down.emplace();
            insert_both(inner, 2);
        });
    }) == "connection");
    // What is dead is let go, and no place in the pool with it.
    CHECK(trying.failures_in(10) == 10);
    CHECK(trying.open_connections() == 0);
    {
        auto const held = holding.take();
        CHECK(kind_of([&] { halves_of(*held, 1); }) == "connection");
        down.reset();
        CHECK(kind_of([&] { halves_of(*held, 1); }) == "connection");
    }
    CHECK(trying.failures_in(3) == 0);
    CHECK(careful.failures_in(3) == 0);
    // At most those that were idle all the time.
    int const of_holding = holding.failures_in(4), of_unaware = unaware.failures_in(5);
    CHECK((of_holding <= 1 && of_unaware <= 3));
    CHECK(holding.failures_in(3) + unaware.failures_in(3) == 0);
    server::database after(where().name());
    CHECK(halves_of(after, 1) == 2 * (21 - of_holding - of_unaware));
    CHECK(halves_of(after, 2) == 0);
}

}  // namespace crash
