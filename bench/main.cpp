// SPDX-License-Identifier: BSL-1.0
// bench · main: of every program: registers the cases, counts allocations, and fails where a side has failed.
#include "case.hpp"
#include "data.hpp"

#include <cstdio>
#include <new>

void* operator new(std::size_t size) {
    ++bench::allocation_count;
    if (void* const made = std::malloc(size == 0 ? 1 : size)) return made;
    throw std::bad_alloc();
}
void operator delete(void* gone) noexcept { std::free(gone); }
void operator delete(void* gone, std::size_t) noexcept { std::free(gone); }

int main(int count, char** arguments) {
    try {
        // For callgrind, which counts exactly and is slow.
        if (std::getenv("KOINE_BENCH_ITERATIONS") != nullptr) bench::fixed_iterations = bench::number_from_environment("KOINE_BENCH_ITERATIONS", 0);
        benchmark::Initialize(&count, arguments);
        if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
        for (auto const add : bench::cases::all()) add();
        benchmark::RunSpecifiedBenchmarks();
    } catch (std::exception const& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    return bench::any_failed ? 1 : 0;
}
