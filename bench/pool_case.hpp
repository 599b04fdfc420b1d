// SPDX-License-Identifier: BSL-1.0
// bench · pool_case: look-ups by some threads at once, through a pool and through connections of their own.
#pragma once

#include "distance.hpp"

#include <koine/pool.hpp>

#include <future>
#include <memory>

namespace bench {

inline constexpr int most_threads = 4;

/// So many look-ups, shared among threads that begin together: `look_up(thread, key)`. Threads are begun anew each time,
/// which is little beside thousands of look-ups.
template <class LookUp>
std::int64_t look_up_together(int threads, std::int64_t look_ups, LookUp const& look_up) {
    auto const share = [&](int thread) {
        std::int64_t sum = 0;
        for (std::int64_t i = thread; i < look_ups; i += threads) {
            std::optional<library::user> const row = look_up(thread, i % size().users + 1);
            if (row) sum += row->id + row->age + static_cast<std::int64_t>(row->name.size());
        }
        return sum;
    };
    std::vector<std::future<std::int64_t>> others;
    for (int i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, share, i));
    std::int64_t sum = share(0);
    for (std::future<std::int64_t>& one : others) sum += one.get();
    return sum;
}

/// Koine's side: `name` is what its connections are opened by.
template <class Driver, class Dialect>
auto look_up_by_pool(std::string const& name, int threads, std::int64_t look_ups) {
    auto pool = std::make_shared<koine::pool<Driver, Dialect>>(name, typename Driver::options{}, koine::pool_options{.connections = threads});
    return [pool, threads, look_ups] {
        return look_up_together(threads, look_ups, [&](int, std::int64_t key) { return pool->template find<library::user>(key); });
    };
}

/// The floor: each of `own` is a thread's, and finds a row by its key.
template <class Connection>
auto look_up_by_own(std::vector<Connection> own, std::int64_t look_ups) {
    auto shared = std::make_shared<std::vector<Connection>>(std::move(own));
    return [shared, look_ups] {
        return look_up_together(static_cast<int>(shared->size()), look_ups, [&](int thread, std::int64_t key) { return (*shared)[static_cast<std::size_t>(thread)](key); });
    };
}

inline std::string pool_case(int threads) { return "pool/threads:" + std::to_string(threads); }

/// Both sides on a server: `look_ups` by all threads together.
template <class Server, class Driver, class Dialect, class Connect>
void add_pool_of_server(Connect const& connect) {
    constexpr std::int64_t look_ups = 1000;
    for (int threads = 1; threads <= most_threads; ++threads) {
        int const round_trips = static_cast<int>(look_ups) / threads;
        add_at_all_distances(pool_case(threads), "koine", round_trips, [threads](distance const& at) { return look_up_by_pool<Driver, Dialect>(Server::get().name(at), threads, look_ups); });
        add_at_all_distances(pool_case(threads), "raw:own_connections", round_trips, [threads, connect](distance const& at) {
            std::vector<decltype(connect(at))> own;
            for (int i = 0; i < threads; ++i) own.push_back(connect(at));
            return look_up_by_own(std::move(own), look_ups);
        });
    }
}

}  // namespace bench
