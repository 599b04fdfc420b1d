// SPDX-License-Identifier: BSL-1.0
// driver · libpq/link: what a connection and its statements share: the handle, and what it is in the middle of.
#pragma once

#include <koine/driver/libpq/canceller.hpp>
#include <koine/driver/libpq/failure.hpp>
#include <koine/driver/libpq/result.hpp>

#include <cstdint>
#include <cstdlib>
#include <vector>

namespace koine::detail {

/// Does not own the handle: one that was adopted is somebody else's.
class libpq_link {
public:
    libpq_link() = default;
    libpq_link(libpq_link const&) = delete;
    libpq_link& operator=(libpq_link const&) = delete;

    PGconn* handle = nullptr;
    std::int64_t changes = 0;
    std::atomic<bool> cancelled{false};  ///< our own canceller was used

    [[nodiscard]] bool alive() const { return PQstatus(handle) == CONNECTION_OK; }
    [[nodiscard]] bool in_transaction() const {
        PGTransactionStatusType const status = PQtransactionStatus(handle);
        return status == PQTRANS_ACTIVE ? in_transaction_before_ : status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
    }
    /// To be called before anything is sent; what is sent on a lost connection fails by itself.
    void require_idle(std::string_view sql) {
        if (busy_with_ != nullptr) [[unlikely]] fail_busy(sql);
        if (cancelled.load(std::memory_order_relaxed)) [[unlikely]] cancelled = false;
    }
    void require_ready(std::string_view sql) {
        if (!alive()) [[unlikely]] fail({}, sql);
        require_idle(sql);
    }
    /// Until it is done, nothing else can run. The server does not say meanwhile whether it is in a transaction.
    void occupy(void const* owner, char const* with, bool in_transaction) {
        owner_ = owner;
        busy_with_ = with;
        in_transaction_before_ = in_transaction;
    }
    [[nodiscard]] bool occupied_by(void const* owner) const { return owner_ == owner; }
    void release() {
        owner_ = nullptr;
        busy_with_ = nullptr;
    }
    /// Ends what the connection is in the middle of: with a request to cancel it, or by reading what is left.
    void give_up(bool cancels) noexcept {
        if (owner_ == nullptr) return;
        if (cancels) libpq_canceller(handle).request();
        drain();
        release();
    }

    /// Throws unless a result is one of success, with the connection ready again.
    void require_success(libpq_result const& result, std::string_view sql) {
        if (!result.succeeded()) [[unlikely]] fail(result, sql);
    }
    [[noreturn, gnu::cold, gnu::noinline]] void fail(libpq_result const& result, std::string_view sql) {
        ExecStatusType const status = result.status();
        drain();
        if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH)
            throw error(error_kind::misuse, "postgres: COPY is run as a statement").with_sql(sql);
        throw libpq_error(handle, result.get(), sql, cancelled.exchange(false));
    }
    /// Takes the end of a statement whose result is here; a constraint that was deferred can still fail it.
    void finish(std::string_view sql) {
        while (PGresult* const more = PQgetResult(handle)) require_success(libpq_result(more), sql);
    }
    [[noreturn, gnu::cold, gnu::noinline]] void fail_busy(std::string_view sql) const {
        throw error(error_kind::busy, spell({"postgres: the connection is in the middle of ", busy_with_})).with_sql(sql);
    }
    /// Runs one statement or several, without values.
    libpq_result run(char const* sql) {
        require_ready(sql);
        libpq_result result(PQexec(handle, sql));
        require_success(result, sql);
        return result;
    }
    void count_changes(libpq_result const& result) { changes = std::strtoll(PQcmdTuples(result.get()), nullptr, 10); }

    /// Takes and forgets what the server still sends.
    void drain() noexcept {
        while (PGresult* const result = PQgetResult(handle)) {
            ExecStatusType const status = PQresultStatus(result);
            PQclear(result);
            if (status == PGRES_COPY_IN || status == PGRES_COPY_BOTH) PQputCopyEnd(handle, "given up");
            if (status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH)
                for (char* row = nullptr; PQgetCopyData(handle, &row, 0) > 0;) PQfreemem(row);
            if (!alive()) return;
        }
    }

    // ---- names of prepared statements
    /// On a connection that others prepare statements on too, names begin with the time, so that none is met twice.
    void begin_names_at(std::uint64_t number) { last_name_ = number; }
    /// A name that no other statement has; `use_name` says that the server knows it.
    std::uint64_t next_name() {
        // So that forgetting it, in a destructor, has room.
        if (std::size_t const all = forgotten_.size() + names_in_use_ + 1; forgotten_.capacity() < all) forgotten_.reserve(all * 2);
        return ++last_name_;
    }
    void use_name() noexcept { ++names_in_use_; }
    void forget_name(std::uint64_t name) noexcept {
        --names_in_use_;
        forgotten_.push_back(name);
    }
    /// Names of statements that nobody uses any more.
    [[nodiscard]] std::vector<std::uint64_t>& forgotten_names() { return forgotten_; }

private:
    void const* owner_ = nullptr;
    char const* busy_with_ = nullptr;
    bool in_transaction_before_ = false;
    std::uint64_t last_name_ = 0;
    std::size_t names_in_use_ = 0;
    std::vector<std::uint64_t> forgotten_;
};

}  // namespace koine::detail
