// SPDX-License-Identifier: BSL-1.0
// driver · mysql/statement: a prepared statement, its values and its rows, which are never stored.
#pragma once

#include <koine/driver/mysql/parameters.hpp>
#include <koine/driver/mysql/result.hpp>
#include <koine/driver/mysql/session.hpp>

#include <utility>

namespace koine::detail {

class mysql_statement {
public:
    mysql_statement() = default;
    mysql_statement(mysql_session& session, std::string_view sql) : session_(&session), sql_(sql) {
        session.require_ready(sql);
        // Sent all the same, it would cost the connection.
        if (sql.size() + 64 > session.maximum_packet)
            throw error(error_kind::limit, "koine: a statement's text is longer than the server's max_allowed_packet");
        handle_ = prepare();
        parameters_.resize(mysql_stmt_param_count(handle_));
    }
    mysql_statement(mysql_statement&& other) noexcept
        : handle_(std::exchange(other.handle_, nullptr)), session_(other.session_), sql_(std::move(other.sql_)), parameters_(std::move(other.parameters_)),
          result_(std::move(other.result_)), fetched_(other.fetched_), running_(other.running_) {}
    mysql_statement& operator=(mysql_statement&& other) noexcept {
        std::swap(handle_, other.handle_);
        std::swap(session_, other.session_);
        std::swap(sql_, other.sql_);
        std::swap(parameters_, other.parameters_);
        std::swap(result_, other.result_);
        std::swap(fetched_, other.fetched_);
        std::swap(running_, other.running_);
        return *this;
    }
    ~mysql_statement() {
        reset();
        if (handle_ != nullptr) session_->close(handle_);
    }

    /// Takes views; what they view must live until the statement is reset.
    void bind(int position, bound_value const& value) {
        try {
            parameters_.set(static_cast<std::size_t>(position) - 1, value);
        } catch (error& failure) {
            failure.with_sql(sql_);
            throw;
        }
    }
    /// Rows come one by one anyway.
    static void one_by_one() {}
    /// Goes to the next row; false after the last.
    bool step() {
        if (!is_open()) {
            if (running_) [[unlikely]] fail_ended();
            if (!run()) return false;
        }
        int const code = mysql_stmt_fetch(handle_);
        if (code == 0) [[likely]] return ++fetched_, true;
        if (code == MYSQL_DATA_TRUNCATED) {
            if (!result_.complete(handle_)) fail();
            return ++fetched_, true;
        }
        if (code != MYSQL_NO_DATA) fail();
        finish();
        return false;
    }
    /// Reads what is left of the rows, and makes the statement ready for its next run.
    void reset() noexcept {
        parameters_.forget();
        if (is_open()) let_go();
        running_ = false;
    }

    /// MariaDB tells the columns of an INSERT … RETURNING, and of a procedure, only when it runs.
    [[nodiscard]] int column_count() const {
        unsigned const count = mysql_stmt_field_count(handle_);
        return count == 0 ? -1 : static_cast<int>(count);
    }
    [[nodiscard]] MYSQL_FIELD const& field(int column) const { return mysql_fields(handle_)[column]; }
    [[nodiscard]] mysql_cell cell(int column) const { return mysql_cell(result_[static_cast<std::size_t>(column)]); }
    /// Always: only behind the last row does the server tell that it cut one, and every row must be read anyway.
    [[nodiscard]] static bool runs_to_end() { return true; }
    [[nodiscard]] std::string_view sql() const { return sql_; }

private:
    [[nodiscard]] bool is_open() const { return handle_ != nullptr && session_->reading == handle_; }
    [[nodiscard]] MYSQL_STMT* prepare() {
        MYSQL_STMT* const handle = mysql_stmt_init(session_->handle);
        if (handle == nullptr) session_->fail(sql_);
        if (mysql_stmt_prepare(handle, sql_.data(), static_cast<unsigned long>(sql_.size())) != 0) session_->fail_to_prepare(handle, sql_);
        return handle;
    }
    /// MySQL keeps the type that it derived from the first values, and would take a later text for a number.
    [[gnu::cold, gnu::noinline]] void prepare_anew() {
        MYSQL_STMT* const handle = prepare();
        session_->close(std::exchange(handle_, handle));
        parameters_.keep_types();
        result_ = {};
    }
    /// Runs the statement; whether there are rows to fetch.
    bool run() {
        session_->require_ready(sql_);
        fetched_ = 0;
        if (parameters_.retyped()) [[unlikely]] prepare_anew();
        if (parameters_.size() > 0) bind_parameters();
        if (mysql_stmt_execute(handle_) != 0) fail();
        if (mysql_stmt_field_count(handle_) == 0) {
            session_->changes = static_cast<std::int64_t>(mysql_stmt_affected_rows(handle_));
            return false;
        }
        session_->reading = handle_;
        running_ = true;
        if (!result_.bind_to(handle_)) fail();
        return true;
    }
    void bind_parameters() {
        try {
            if (!parameters_.bind_to(handle_, session_->maximum_packet)) fail();
        } catch (error& failure) {
            failure.with_sql(sql_);
            throw;
        }
    }
    /// Behind the last row: results that were cut, which the servers report as warnings only, are errors.
    void finish() {
        running_ = false;
        session_->changes = fetched_;
        bool const warned = mysql_result_warnings(session_->handle) > 0;
        session_->reading = nullptr;
        skip_results();
        if (warned) [[unlikely]] session_->require_whole(sql_);
    }
    /// A procedure gives several results; behind them the client library has forgotten where the values go.
    void skip_results() noexcept {
        while (mysql_stmt_next_result(handle_) == 0) {
            mysql_stmt_free_result(handle_);
            result_ = {};
        }
    }
    [[gnu::noinline]] void let_go() noexcept {
        session_->reading = nullptr;
        mysql_stmt_free_result(handle_);
        skip_results();
        session_->note_loss();
    }
    [[noreturn, gnu::cold, gnu::noinline]] void fail_ended() const {
        throw error(error_kind::transaction, "mysql: the rows ended with the transaction that they were read in").with_sql(sql_);
    }
    [[noreturn, gnu::cold, gnu::noinline]] void fail() {
        running_ = false;
        session_->reading = nullptr;
        session_->fail(handle_, sql_);
    }

    MYSQL_STMT* handle_ = nullptr;
    mysql_session* session_ = nullptr;
    std::string sql_;
    mysql_parameters parameters_;
    mysql_result result_;
    std::int64_t fetched_ = 0;
    bool running_ = false;  ///< rows were given, and the last was not seen yet
};

}  // namespace koine::detail
