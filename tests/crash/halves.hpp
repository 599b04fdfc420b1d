// SPDX-License-Identifier: BSL-1.0
// crash · halves: rows that go in two by two, so that half of a transaction is seen.
#pragma once

#include "outage.hpp"

#include <chrono>

namespace crash {

using conformance::kind_of;

struct half {
    std::int64_t id{};
    std::int64_t number{};
};
constexpr auto describe(koine::model<half>) { return koine::table("halves").primary_key<&half::id>(koine::generated); }
constexpr auto number = koine::col<&half::number>;

template <class Session>
void insert_both(Session& db, std::int64_t of) {
    db.insert(half{.number = of});
    db.insert(half{.number = of});
}
template <class Session>
std::int64_t halves_of(Session& db, std::int64_t of) { return db.count(koine::from<half>().where(number == of)); }

/// The table, empty at first.
struct halves : durable {
    halves() {
        db.create_tables<half>();
        db.execute(koine::erase_all<half>());
    }
};

/// Every call says that the connection is lost, and none waits for anything.
inline void check_lost(server::database& db) {
    auto const began = std::chrono::steady_clock::now();
    CHECK(kind_of([&] { halves_of(db, 1); }) == "connection");
    CHECK(!db.alive());
    CHECK(!db.answers());
    CHECK(kind_of([&] { db.insert(half{.number = 1}); }) == "connection");
    CHECK(kind_of([&] { db.insert(std::vector<half>(3)); }) == "connection");
    CHECK(kind_of([&] { db.batch(koine::erase<half>().where(number == 1), koine::erase<half>().where(number == 2)); }) == "connection");
    CHECK(kind_of([&] { for (half const& one : db.stream(koine::from<half>())) static_cast<void>(one); }) == "connection");
    CHECK(kind_of([&] { db.prepare(koine::from<half>()).all(); }) == "connection");
    CHECK(kind_of([&] { static_cast<void>(db.check<half>()); }) == "connection");
    int runs = 0;
    CHECK(kind_of([&] { db.transaction({.attempts = 3}, [&](auto&) { ++runs; }); }) == "connection");
    CHECK(runs == 0);
    CHECK(!db.make_anew());
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
}

}  // namespace crash
