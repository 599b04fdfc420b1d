// SPDX-License-Identifier: BSL-1.0
// driver · sqlite/time_limit: how long a statement may run, and how another thread ends it.
#pragma once

#include <koine/driver/observer.hpp>

#include <sqlite3.h>

namespace koine {

/// Ends what a connection has running, from any thread, while the connection lives.
class sqlite_canceller {
public:
    explicit sqlite_canceller(sqlite3* connection) : connection_(connection) {}
    void cancel() const { sqlite3_interrupt(connection_); }

private:
    sqlite3* connection_;
};

namespace detail {

/// Asked by SQLite every few thousand instructions; it must not move while its connection lives.
class sqlite_time_limit {
public:
    sqlite_time_limit(sqlite3* connection, int milliseconds) : allowed_(std::int64_t{milliseconds} * 1000000) {
        sqlite3_progress_handler(connection, 4000, [](void* self) { return static_cast<sqlite_time_limit*>(self)->over() ? 1 : 0; }, this);
    }
    sqlite_time_limit(sqlite_time_limit const&) = delete;
    sqlite_time_limit& operator=(sqlite_time_limit const&) = delete;

    void start() {
        expired_ = false;
        deadline_ = monotonic_nanoseconds() + allowed_;
    }
    void stop() { deadline_ = 0; }
    /// Whether the statement that was interrupted ran too long.
    [[nodiscard]] bool expired() const { return expired_; }

private:
    bool over() {
        if (deadline_ != 0 && monotonic_nanoseconds() > deadline_) expired_ = true;
        return expired_;
    }

    std::int64_t allowed_;
    std::int64_t deadline_ = 0;
    bool expired_ = false;
};

}  // namespace detail
}  // namespace koine
