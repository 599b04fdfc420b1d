// SPDX-License-Identifier: BSL-1.0
// conformance · remote/lost: a session that the server ends, in every state that it may be in.
#include "../accounts.hpp"

namespace lost {

using namespace accounts;
using conformance::failure_of;
using conformance::kind_of;

/// Every call on a connection that is lost says so, at once.
void check_lost(server::database& db) {
    CHECK(!db.alive());
    CHECK(!db.answers());
    CHECK(kind_of([&] { amount_of(db, "a"); }) == "connection");
    CHECK(kind_of([&] { db.insert(account{.name = "x"}); }) == "connection");
    CHECK(kind_of([&] { static_cast<void>(db.stream(koine::from<account>())); }) == "connection");
    int runs = 0;
    CHECK(kind_of([&] { db.transaction({.attempts = 3}, [&](auto&) { ++runs; }); }) == "connection");
    CHECK(runs == 0);
    CHECK(!db.make_anew());
}

TEST_CASE("a session that is ended while idle is an error of kind connection, once and for all", "[errors]") {
    two bank;
    CHECK(amount_of(bank.one, "a") == 10);
    server::end_session(bank.one);
    auto const failure = failure_of([&] { amount_of(bank.one, "a"); });
    CHECK(failure.kind() == koine::error_kind::connection);
    CHECK(std::string(failure.what()).find("test:test") == std::string::npos);
    check_lost(bank.one);
    CHECK(amount_of(bank.other, "a") == 10);
}

TEST_CASE("a session that is ended in a transaction has done nothing", "[errors][transactions]") {
    two bank;
    int runs = 0;
    CHECK(kind_of([&] {
        bank.one.transaction({.attempts = 3}, [&](auto& outer) {
            ++runs;
            add(outer, "a", 1);
            outer.transaction([&](auto& inner) {
                add(inner, "a", 1);
                server::end_session(bank.one);
                CHECK(kind_of([&] { add(inner, "a", 1); }) == "connection");
                CHECK(kind_of([&] { add(inner, "a", 1); }) != "no failure");
            });
        });
    }) != "no failure");
    CHECK(runs == 1);
    check_lost(bank.one);
    CHECK(amount_of(bank.other, "a") == 10);
}

TEST_CASE("a session that is ended before a COMMIT leaves it unknown, and is not tried again", "[errors][transactions][transactions-unknown]") {
    two bank;
    int runs = 0;
    auto const failure = failure_of([&] {
        bank.one.transaction({.attempts = 3}, [&](auto& inner) {
            ++runs;
            add(inner, "a", 1);
            server::end_session(bank.one);
        });
    });
    CHECK(failure.kind() == koine::error_kind::unknown_commit);
    CHECK(!failure.retryable());
    CHECK(runs == 1);
    check_lost(bank.one);
    CHECK(amount_of(bank.other, "a") == 10);
}

TEST_CASE("a session that is ended in the middle of a stream is an error of kind connection", "[errors][streams]") {
    two bank;
    std::vector<account> rows(2000);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = {.name = std::to_string(i), .amount = static_cast<std::int64_t>(i)};
    bank.other.insert(rows);
    static constexpr auto second = koine::alias<account, "second">;
    std::int64_t read = 0;
    auto const failure = failure_of([&] {
        for (account const& one : bank.one.stream(koine::from<account>().join(second, koine::on(second.col<&account::amount> >= 0)))) {
            static_cast<void>(one);
            if (++read == 1000) server::end_session(bank.one);
        }
    });
    CHECK(failure.kind() == koine::error_kind::connection);
    CHECK((read >= 1000 && read < 2002 * 2002));
    check_lost(bank.one);
    CHECK(amount_of(bank.other, "a") == 10);
}

TEST_CASE("error kinds of connecting", "[errors]") {
    auto const kind_at = [](std::string const& name) {
        auto const failure = failure_of([&] { server::database{name}; });
        INFO(name << ": " << failure.what());
        CHECK(std::string(failure.what()).find("hidden") == std::string::npos);
        CHECK(failure.what() != std::string("no failure"));
        return std::string(koine::name_of(failure.kind()));
    };
    CHECK(kind_at(server::malformed_name()) == "url");
    CHECK(kind_at(server::name_of_nobody()) == "authentication");
    CHECK(kind_at(server::name_of_no_database()) == "no_database");
    CHECK(kind_at(server::name_of_no_server()) == "connection");
}

}  // namespace lost
