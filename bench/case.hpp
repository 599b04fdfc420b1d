// SPDX-License-Identifier: BSL-1.0
// bench · case: one piece of work and the sides that do it, each timed only after it has given what the others gave.
#pragma once

#include <benchmark/benchmark.h>

#include <koine/descriptor/reflection.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace bench {

/// How often this thread has called operator new; main.cpp counts.
inline constinit thread_local std::int64_t allocation_count = 0;
/// How often a side is run, where the library of benchmarks shall not choose; 0: it shall.
inline std::int64_t fixed_iterations = 0;
/// Whether any side has failed.
inline bool any_failed = false;

/// The cases of one file, registered when main begins.
class cases {
public:
    explicit cases(void (*add)()) { all().push_back(add); }
    static std::vector<void (*)()>& all() {
        static std::vector<void (*)()> known;
        return known;
    }
};

// ---- results ------------------------------------------------------------------------------------------------------

constexpr std::uint64_t mix(std::uint64_t sum, std::uint64_t value) {
    sum = (sum ^ value) * 0xff51afd7ed558ccdu;
    return sum ^ sum >> 32;
}

template <class Value>
struct is_list : std::false_type {};
template <class Element>
struct is_list<std::vector<Element>> : std::true_type {};
template <class Value>
struct is_optional : std::false_type {};
template <class Element>
struct is_optional<std::optional<Element>> : std::true_type {};

/// A number over every value of a result. A list's rows count in any order: without ORDER BY a database gives them so.
template <class Value>
std::uint64_t checksum(Value const& value) {
    std::uint64_t sum = 1;
    if constexpr (std::is_floating_point_v<Value>) {
        // Databases add up in other orders, so that the last digits may differ.
        sum = mix(sum, static_cast<std::uint64_t>(static_cast<std::int64_t>(value * 1e6 + (value < 0 ? -0.5 : 0.5))));
    } else if constexpr (std::is_arithmetic_v<Value>) {
        sum = mix(sum, static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_convertible_v<Value, std::string_view>) {
        for (char const one : std::string_view(value)) sum = mix(sum, static_cast<unsigned char>(one));
    } else if constexpr (is_list<Value>::value) {
        for (auto const& element : value) sum += mix(1, checksum(element));
    } else if constexpr (is_optional<Value>::value) {
        if (value) sum = mix(sum, checksum(*value));
    } else {
        koine::detail::with_members(value, [&](auto const&... member) { ((sum = mix(sum, checksum(member))), ...); });
    }
    return sum;
}

/// What the first side of each case gave.
inline std::map<std::string, std::uint64_t>& known_checksums() {
    static std::map<std::string, std::uint64_t> known;
    return known;
}

// ---- sides --------------------------------------------------------------------------------------------------------

struct terms {
    int round_trips = 1;     ///< to a server; the report compares sides that take as many
    bool wall_time = false;  ///< a server's case: what this process spends is the lesser part
};

/// The function whose instructions are counted; callgrind knows it by its name.
template <class Run>
[[gnu::noinline]] void bench_timed_run(Run& run) {
    benchmark::DoNotOptimize(run());
}

/// What callgrind takes as a side's end.
template <class Make>
[[gnu::noinline]] void run_side(benchmark::State& state, std::string const& name, terms const& asked, Make const& make) {
    auto run = make();
    auto const clear = [&] {
        if constexpr (requires { run.clear(); }) run.clear();
    };
    clear();
    std::uint64_t sum = checksum(run());
    if constexpr (requires { run.written(); }) sum = mix(sum, checksum(run.written()));
    if (auto const [first, is_first] = known_checksums().try_emplace(name, sum); first->second != sum) {
        any_failed = true;
        return state.SkipWithError("this side's result is not that of the other sides");
    }
    std::int64_t allocations = 0;
    for (auto _ : state) {
        if constexpr (requires { run.clear(); }) {
            state.PauseTiming();
            clear();
            state.ResumeTiming();
        }
        std::int64_t const before = allocation_count;
        bench_timed_run(run);
        allocations += allocation_count - before;
    }
    state.counters["allocations"] = benchmark::Counter(static_cast<double>(allocations), benchmark::Counter::kAvgIterations);
    state.counters["round_trips"] = asked.round_trips;
    if constexpr (requires { run.bytes(); }) state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(run.bytes()));
}

/// Registers a side of a case. `make()` gives an object that is called to do the work once, and gives its result. It may
/// have `clear()`, called outside the time before each call; `written()`, what a call left in the database, which is
/// compared too; and `bytes()`, how much one call goes through.
template <class Make>
void add(std::string const& name, std::string const& side, terms const& asked, Make make) {
    auto* const registered = benchmark::RegisterBenchmark((name + "/" + side).c_str(), [name, asked, make](benchmark::State& state) {
        try {
            run_side(state, name, asked, make);
        } catch (std::exception const& failure) {
            any_failed = true;
            state.SkipWithError(failure.what());
        }
    });
    if (asked.wall_time) registered->UseRealTime();
    if (fixed_iterations > 0) registered->Iterations(fixed_iterations);
}
template <class Make>
void add(std::string const& name, std::string const& side, Make make) {
    add(name, side, terms{}, std::move(make));
}

}  // namespace bench
