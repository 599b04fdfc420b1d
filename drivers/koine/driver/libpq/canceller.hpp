// SPDX-License-Identifier: BSL-1.0
// driver · libpq/canceller: ends what a connection runs, from another thread.
#pragma once

#include <koine/detail/failure.hpp>

#include <atomic>

#include <libpq-fe.h>

namespace koine::detail {

/// Asks the server to end what a connection runs, over a connection of its own.
class libpq_canceller {
public:
    /// `asked` is told before the server is.
    explicit libpq_canceller(PGconn* connection, std::atomic<bool>* asked = nullptr) : asked_(asked) {
#ifdef LIBPQ_HAS_ASYNC_CANCEL
        handle_ = PQcancelCreate(connection);
#else
        handle_ = PQgetCancel(connection);
#endif
    }
    libpq_canceller(libpq_canceller&& other) noexcept : asked_(other.asked_), handle_(std::exchange(other.handle_, nullptr)) {}
    libpq_canceller& operator=(libpq_canceller&& other) noexcept {
        std::swap(asked_, other.asked_);
        return std::swap(handle_, other.handle_), *this;
    }
#ifdef LIBPQ_HAS_ASYNC_CANCEL
    ~libpq_canceller() { PQcancelFinish(handle_); }
    /// Whether the server took the request.
    bool request() const noexcept {
        bool const took = PQcancelBlocking(handle_) != 0;
        if (took) PQcancelReset(handle_);
        return took;
    }
#else
    ~libpq_canceller() { PQfreeCancel(handle_); }
    /// Whether the server took the request.
    bool request() const noexcept {
        char reason[256];
        return handle_ != nullptr && PQcancel(handle_, reason, sizeof(reason)) != 0;
    }
#endif

    /// From any thread, while the connection lives.
    void cancel() const {
        if (asked_ != nullptr) asked_->store(true);
        if (!request()) throw error(error_kind::connection, "postgres: the server takes no request to cancel");
    }

private:
    std::atomic<bool>* asked_;
#ifdef LIBPQ_HAS_ASYNC_CANCEL
    PGcancelConn* handle_;
#else
    PGcancel* handle_;
#endif
};

}  // namespace koine::detail
