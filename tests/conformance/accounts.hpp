// SPDX-License-Identifier: BSL-1.0
// conformance · accounts: what several connections move money between.
#pragma once

#include "law.hpp"
#include "server.hpp"

namespace accounts {

struct account {
    std::int64_t id{};
    std::string name{};
    std::int64_t amount{};
};
constexpr auto describe(koine::model<account>) { return koine::table("accounts").primary_key<&account::id>(koine::generated).unique<&account::name>(); }

/// With a second key, which an upsert may meet too.
struct tagged {
    std::int64_t id{};
    std::string name{};
    std::string tag{};
    std::int64_t amount{};
};
constexpr auto describe(koine::model<tagged>) { return koine::table("tagged").primary_key<&tagged::id>(koine::generated).unique<&tagged::name>().unique<&tagged::tag>(); }

constexpr auto name = koine::col<&account::name>;
constexpr auto amount = koine::col<&account::amount>;

template <class Session>
void add(Session& db, char const* to, std::int64_t more) { db.execute(koine::update<account>().set(amount = amount + more).where(name == to)); }
template <class Session>
std::int64_t amount_of(Session& db, char const* of) { return db.one(koine::from<account>().where(name == of).select(amount)); }

/// Two connections to one place, in which a and b have 10 each.
struct two {
    server::shared_place where;
    server::database one, other;
    explicit two(server::driver::options const& options = {}) : one(where.name(), options), other(where.name(), options) {
        one.create_tables<account, tagged>();
        one.insert(std::vector<account>{{.name = "a", .amount = 10}, {.name = "b", .amount = 10}});
    }
};

}  // namespace accounts
