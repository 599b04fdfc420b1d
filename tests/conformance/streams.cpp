// SPDX-License-Identifier: BSL-1.0
// conformance · streams: a million rows in the memory of ten thousand, and every way to give up half-way.
#include "accounts.hpp"

#include <cstdio>
#include <cstring>
#include <memory>

namespace streams {

using namespace accounts;
using conformance::kind_of;
using koine::col;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool counts_memory = false;  // what is freed is kept for a while
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool counts_memory = false;
#else
constexpr bool counts_memory = true;
#endif
#else
constexpr bool counts_memory = true;
#endif

/// The most memory that the process has had since this was last called, in kilobytes.
long peak_memory() {
    long kilobytes = 0;
    char line[256];
    std::FILE* const status = std::fopen("/proc/self/status", "r");
    while (std::fgets(line, sizeof line, status) != nullptr)
        if (std::strncmp(line, "VmHWM:", 6) == 0) std::sscanf(line + 6, "%ld", &kilobytes);
    std::fclose(status);
    std::FILE* const restart = std::fopen("/proc/self/clear_refs", "w");
    if (restart != nullptr) std::fputs("5", restart), std::fclose(restart);
    return kilobytes;
}

/// A thousand accounts; each with every other are a million rows.
struct thousand : server::fresh {
    thousand() {
        db.create_tables<account>();
        std::vector<account> rows(1000);
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = {.name = "account " + std::to_string(i), .amount = static_cast<std::int64_t>(i)};
        db.insert(rows);
    }
};
constexpr auto other = koine::alias<account, "other">;
struct pair_of { std::string name; std::int64_t amount{}; };

auto pairs_below(std::int64_t amount_of_other) {
    return koine::from<account>().select<pair_of>().join(other, koine::on(other.col<&account::amount> < amount_of_other));
}

TEST_CASE("a million rows are streamed, and visited, in constant memory", "[streams][streams-values]") {
    thousand all;
    auto const streamed = [&](std::int64_t others) {
        std::int64_t rows = 0, sum = 0;
        peak_memory();
        for (pair_of const& one : all.db.stream(pairs_below(others))) ++rows, sum += one.amount;
        CHECK((rows == others * 1000 && sum == others * 499'500));
        return peak_memory();
    };
    auto const visited = [&](std::int64_t others) {
        std::int64_t rows = 0, sum = 0;
        peak_memory();
        all.db.visit(pairs_below(others), [&](pair_of const& one) { ++rows, sum += one.amount; });
        CHECK((rows == others * 1000 && sum == others * 499'500));
        return peak_memory();
    };
    long const few = streamed(10), many = streamed(1000);
    CHECK((many - few < 4096 || !counts_memory));
    long const few_visited = visited(10), many_visited = visited(1000);
    CHECK((many_visited - few_visited < 4096 || !counts_memory));
}

TEST_CASE("a stream of a million rows is given up after one, in a transaction and outside", "[streams][streams-dropped]") {
    thousand all;
    for (int again = 0; again < 3; ++again) {
        for (pair_of const& one : all.db.stream(pairs_below(1000))) {
            CHECK(one.name.starts_with("account "));
            break;
        }
        CHECK(all.db.count(koine::from<account>()) == 1000);
    }
    all.db.transaction([](auto& inner) {
        inner.execute(koine::update<account>().set(amount = -1).where(name == "account 7"));
        for (pair_of const& one : inner.stream(pairs_below(5))) {
            static_cast<void>(one);
            break;
        }
        inner.insert(account{.name = "more"});
    });
    CHECK(amount_of(all.db, "account 7") == -1);
    CHECK(all.db.count(koine::from<account>()) == 1001);
    // One that was never begun.
    { [[maybe_unused]] auto const never = all.db.stream(pairs_below(1000)); }
    CHECK(all.db.count(koine::from<account>()) == 1001);
    CHECK(all.db.first(pairs_below(1000)).has_value());
    CHECK(kind_of([&] { all.db.one(pairs_below(1000)); }) == "too_many_rows");
    CHECK(all.db.count(koine::from<account>()) == 1001);
}

TEST_CASE("a stream keeps the values that its query only borrowed", "[streams][streams-values]") {
    thousand all;
    std::string wanted = "account 11";
    std::vector<std::string> list{"account 5", "account 6"};
    auto const begin = [&] {
        std::string const gone = "account 12";
        return std::unique_ptr<decltype(all.db.stream(koine::from<account>().where(name == std::string_view() || name.in(std::vector<std::string>{}) || name == std::string_view())))>(
            new auto(all.db.stream(koine::from<account>().where(name == std::string_view(wanted) || name.in(std::vector<std::string>(list)) || name == std::string_view(gone)))));
    };
    auto rows = begin();
    wanted = "something else";
    list.clear();
    std::int64_t sum = 0;
    for (account const& one : *rows) sum += one.amount;
    CHECK(sum == 5 + 6 + 11 + 12);
}

}  // namespace streams
