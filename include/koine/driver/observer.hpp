// SPDX-License-Identifier: BSL-1.0
// driver · observer: is told of every statement that ran; never of a value.
#pragma once

#include <cstdint>
#include <ctime>
#include <string_view>

namespace koine {

/// A statement that ran, or failed.
struct statement_event {
    std::string_view name;            ///< the verb that sent it
    std::string_view sql;
    std::int64_t nanoseconds = 0;     ///< from binding to the last row
    std::int64_t rows = 0;            ///< read, or changed
    bool failed = false;
};

/// Derive from this and hand it to `observe()`. It must not use the connection, and what it throws ends the program.
class observer {
public:
    virtual void finished(statement_event const& event) noexcept = 0;

protected:
    ~observer() = default;
};

namespace detail {

inline std::int64_t monotonic_nanoseconds() {
    std::timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1000000000 + now.tv_nsec;
}

}  // namespace detail
}  // namespace koine
