// SPDX-License-Identifier: BSL-1.0
// crash · commits: a server that is killed while several threads commit one transaction after the other.
#include "halves.hpp"

#include <future>
#include <map>
#include <memory>
#include <string>
#include <thread>

namespace crash {

/// How the transaction of each number ended: the kind of its error, or that there was none.
using outcomes = std::map<std::int64_t, std::string>;

constexpr std::int64_t most = 100'000;

/// Until one fails.
outcomes commit_from(std::int64_t first, std::unique_ptr<server::database> db) {
    outcomes all;
    for (std::int64_t one = first; one < first + most; ++one) {
        std::string const ended = kind_of([&] { db->transaction([&](auto& inner) { insert_both(inner, one); }); });
        all.emplace(one, ended);
        if (ended != "no failure") break;
    }
    return all;
}

/// Whether a transaction that ended so may have left so many rows.
bool is_right(std::string const& ended, std::int64_t rows) {
    if (ended == "no failure") return rows == 2;
    if (ended == "connection") return rows == 0;
    return ended == "unknown_commit" && (rows == 0 || rows == 2);
}

TEST_CASE("killed in the middle of commits: both rows of a transaction are there or none, and what was committed is") {
    constexpr int rounds = 5, workers = 4;
    halves const all;
    outcomes ended;
    for (int round = 0; round < rounds; ++round) {
        durable const restarted;
        std::vector<std::future<outcomes>> working;
        for (int worker = 0; worker < workers; ++worker)
            working.push_back(std::async(std::launch::async, commit_from, (round * workers + worker) * most, std::make_unique<server::database>(where().name())));
        // How far they come meanwhile is chance.
        std::this_thread::sleep_for(std::chrono::milliseconds(20 + 25 * round));
        outage const down;
        for (auto& one : working) {
            outcomes const its = one.get();
            CHECK(its.rbegin()->second != "no failure");
            ended.insert(its.begin(), its.end());
        }
    }
    std::map<std::int64_t, std::int64_t> rows;
    server::database after(where().name());
    for (half const& one : after.stream(koine::from<half>())) ++rows[one.number];
    std::string wrong;
    for (auto const& [of, how] : ended)
        if (!is_right(how, rows[of])) wrong += std::to_string(of) + ": " + how + ", " + std::to_string(rows[of]) + " rows; ";
    CHECK(wrong == "");
    CHECK(ended.size() > rounds * workers);
    // No number but those.
    CHECK(rows.size() == ended.size());
}

}  // namespace crash
