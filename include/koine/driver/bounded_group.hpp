// SPDX-License-Identifier: BSL-1.0
// driver · bounded_group: at most so many connections, opened when they are first needed and handed out one at a time.
#pragma once

#include <koine/detail/failure.hpp>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace koine::detail {

/// Many threads take and give back; what a connection does is its holder's alone.
template <class Connection>
class bounded_group {
public:
    using clock = std::chrono::steady_clock;

    struct idle_connection {
        std::unique_ptr<Connection> connection;
        clock::time_point since;
    };

    explicit bounded_group(int most) : most_(most) {}

    /// An idle connection, the one used last; an empty one where the caller may open another. Waits while all are out, and
    /// throws an error of kind timeout when that takes too long.
    idle_connection take(std::chrono::milliseconds longest) {
        std::unique_lock lock(mutex_);
        auto const free = [this] { return !idle_.empty() || out_ < most_; };
        // To wait asks for the time first, even where there is nothing to wait for.
        if (!free() && !given_back_.wait_for(lock, longest, free)) throw error(error_kind::timeout, "koine: no connection of the pool became free in time");
        ++out_;
        if (idle_.empty()) return {};
        idle_connection taken = std::move(idle_.back());
        idle_.pop_back();
        return taken;
    }
    /// Gives a connection back, or the place of one that is no more.
    void give_back(std::unique_ptr<Connection> connection) {
        {
            std::lock_guard const lock(mutex_);
            --out_;
            if (connection) idle_.push_back({std::move(connection), clock::now()});
        }
        given_back_.notify_one();
    }
    /// How many connections are open: idle, or with somebody.
    [[nodiscard]] int open() {
        std::lock_guard const lock(mutex_);
        return out_ + static_cast<int>(idle_.size());
    }

private:
    std::mutex mutex_;
    std::condition_variable given_back_;
    std::vector<idle_connection> idle_;
    int out_ = 0;
    int most_;
};

}  // namespace koine::detail
