// SPDX-License-Identifier: BSL-1.0
// driver · libpq/result: a result of libpq, owned.
#pragma once

#include <libpq-fe.h>

#include <utility>

namespace koine::detail {

/// Owns a result of libpq.
class libpq_result {
public:
    libpq_result() = default;
    explicit libpq_result(PGresult* result) : result_(result) {}
    libpq_result(libpq_result&& other) noexcept : result_(std::exchange(other.result_, nullptr)) {}
    libpq_result& operator=(libpq_result&& other) noexcept {
        return std::swap(result_, other.result_), *this;
    }
    ~libpq_result() {
        if (result_ != nullptr) PQclear(result_);
    }

    void clear() {
        if (result_ != nullptr) PQclear(std::exchange(result_, nullptr));
    }
    [[nodiscard]] PGresult* get() const { return result_; }
    [[nodiscard]] ExecStatusType status() const { return PQresultStatus(result_); }
    [[nodiscard]] bool succeeded() const {
        ExecStatusType const found = status();
        return found == PGRES_TUPLES_OK || found == PGRES_COMMAND_OK || found == PGRES_EMPTY_QUERY;
    }

private:
    PGresult* result_ = nullptr;
};

}  // namespace koine::detail
