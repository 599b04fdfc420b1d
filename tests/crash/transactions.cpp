// SPDX-License-Identifier: BSL-1.0
// crash · transactions: a server that is killed in the middle of a transaction, and before its COMMIT.
#include "halves.hpp"

#include <memory>
#include <optional>

namespace crash {

TEST_CASE("killed in the middle of a transaction: nothing of it is there, and its connection is lost for good") {
    halves const all;
    auto lost = std::make_unique<server::database>(where().name());
    auto idle = std::make_unique<server::database>(where().name());
    lost->transaction([](auto& inner) { insert_both(inner, 0); });
    CHECK(halves_of(*idle, 0) == 2);
    std::optional<outage> down;
    {
        auto kept = lost->prepare(koine::from<half>());
        CHECK(kind_of([&] {
            lost->transaction([&](auto& outer) {
                insert_both(outer, 1);
                outer.transaction([&](auto& inner) {
                    insert_both(inner, 2);
                    CHECK(kept.all().size() == 6);
                    down.emplace();
                    try {
                        insert_both(inner, 3);
                    } catch (koine::error const& failure) {
                        CHECK(failure.kind() == koine::error_kind::connection);
                        CHECK(!inner.alive());
                        // Once lost it stays so, whatever is asked of it.
                        CHECK(kind_of([&] { insert_both(inner, 3); }) == "connection");
                        CHECK(kind_of([&] { kept.all(); }) == "connection");
                        throw;
                    }
                });
            });
        }) == "connection");
        check_lost(*lost);
        CHECK(kind_of([&] { kept.all(); }) == "connection");
    }
    CHECK(kind_of([] { server::database{where().name()}; }) == "connection");
    idle.reset();
    down.reset();
    // It does not come back by itself: its transaction, and what was set on it, are no more.
    check_lost(*lost);
    lost.reset();
    server::database after(where().name());
    CHECK(halves_of(after, 0) == 2);
    CHECK(after.count(koine::from<half>()) == 2);
    after.transaction([](auto& inner) { insert_both(inner, 4); });
    CHECK(halves_of(after, 4) == 2);
}

/// Runs a transaction that inserts and then does as told, to be tried three times, on a connection of its own; how it
/// ends, and in how many runs. Nothing of it is there when the server is back.
template <class Act>
void check_single_run(koine::error_kind kind, Act act) {
    halves const all;
    server::database db(where().name());
    int runs = 0;
    std::optional<outage> down;
    auto const failure = conformance::failure_of([&] {
        db.transaction({.attempts = 3}, [&](auto& inner) {
            ++runs;
            insert_both(inner, 1);
            down.emplace();
            act(inner);
        });
    });
    CHECK(failure.kind() == kind);
    CHECK(runs == 1);
    check_lost(db);
    down.reset();
    server::database after(where().name());
    CHECK(after.count(koine::from<half>()) == 0);
}

TEST_CASE("killed before a COMMIT: its outcome is unknown, and it is not tried again") {
    check_single_run(koine::error_kind::unknown_commit, [](auto&) {});
}

TEST_CASE("killed in a transaction with a retry: it is not tried again without a connection") {
    check_single_run(koine::error_kind::connection, [](auto& inner) { insert_both(inner, 1); });
    // Not even after an error that another run could help.
    check_single_run(koine::error_kind::serialization, [](auto&) {
        throw koine::error(koine::error_kind::serialization, "made up").with_retryable(true);
    });
}

}  // namespace crash
