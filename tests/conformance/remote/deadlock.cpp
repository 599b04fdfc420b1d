// SPDX-License-Identifier: BSL-1.0
// conformance · remote/deadlock: two transactions that wait for each other.
#include "../accounts.hpp"

#include <barrier>
#include <thread>

namespace deadlock {

using namespace accounts;
using conformance::failure_of;
using conformance::kind_of;

/// Runs two transactions, each of which wants what the other has; what each ends in.
template <class Act>
void cross(two& bank, Act act) {
    std::thread second([&] { act(bank.other, "b", "a", 1); });
    act(bank.one, "a", "b", 0);
    second.join();
}

TEST_CASE("error kinds: deadlock, of one of two", "[errors][transactions][transactions-ended]") {
    two bank;
    std::barrier both(2);
    std::vector<koine::error> ended(2, koine::error(koine::error_kind::other, ""));
    cross(bank, [&](server::database& db, char const* first, char const* then, std::size_t who) {
        ended[who] = failure_of([&] {
            db.transaction([&](auto& inner) {
                add(inner, first, 1);
                both.arrive_and_wait();
                add(inner, then, 1);
            });
        });
    });
    if (ended[0].kind() != koine::error_kind::deadlock) std::swap(ended[0], ended[1]);
    CHECK(std::string(koine::name_of(ended[0].kind())) == "deadlock");
    CHECK(ended[0].retryable());
    CHECK(ended[0].sqlstate() == (server::is_postgres ? "40P01" : "40001"));
    CHECK(std::string(ended[1].what()) == "no failure");
    CHECK((!server::in_transaction(bank.one) && !server::in_transaction(bank.other)));
    CHECK((amount_of(bank.one, "a") == 11 && amount_of(bank.one, "b") == 11));
}

TEST_CASE("a deadlock in an inner scope ends the outer ones where the server does", "[transactions][transactions-ended]") {
    two bank;
    std::barrier both(2);
    std::string after[2];
    cross(bank, [&](server::database& db, char const* first, char const* then, std::size_t who) {
        static_cast<void>(kind_of([&] {
            db.transaction([&](auto& outer) {
                add(outer, first, 1);
                both.arrive_and_wait();
                std::string const inner_ended = kind_of([&] { outer.transaction([&](auto& inner) { add(inner, then, 1); }); });
                if (inner_ended == "deadlock") after[who] = kind_of([&] { add(outer, first, 1); });
            });
        }));
    });
    // PostgreSQL undoes the savepoint alone.
    CHECK(after[0] + after[1] == (server::is_postgres ? "no failure" : "transaction"));
    CHECK((!server::in_transaction(bank.one) && !server::in_transaction(bank.other)));
    CHECK(amount_of(bank.one, "a") + amount_of(bank.one, "b") == (server::is_postgres ? 24 : 22));
}

TEST_CASE("a retry gets over a deadlock", "[transactions][transactions-retry]") {
    two bank;
    std::barrier both(2);
    std::string ended[2];
    int runs[2]{};
    cross(bank, [&](server::database& db, char const* first, char const* then, std::size_t who) {
        ended[who] = kind_of([&] {
            db.transaction({.attempts = 5}, [&](auto& inner) {
                add(inner, first, 1);
                if (++runs[who] == 1) both.arrive_and_wait();
                add(inner, then, 1);
            });
        });
    });
    CHECK((ended[0] == "no failure" && ended[1] == "no failure" && runs[0] + runs[1] >= 3));
    CHECK((amount_of(bank.one, "a") == 12 && amount_of(bank.one, "b") == 12));
}

}  // namespace deadlock
