// SPDX-License-Identifier: BSL-1.0
// driver · mysql/session: what the statements of a connection share with it: the handle, the server's limits, failures.
#pragma once

#include <koine/driver/mysql/client.hpp>
#include <koine/driver/mysql/failure.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace koine::detail {

class mysql_session {
public:
    MYSQL* handle = nullptr;
    std::size_t maximum_packet = 0;  ///< in bytes, of one packet that is sent; the server's
    std::int64_t changes = 0;
    MYSQL_STMT* reading = nullptr;   ///< the statement whose rows are on their way
    bool mariadb = false;
    bool lost = false;

    mysql_session() = default;
    mysql_session(mysql_session const&) = delete;
    mysql_session& operator=(mysql_session const&) = delete;
    ~mysql_session() { close_orphans(); }

    /// Throws where nothing can be sent now. The client libraries would throw away the rows that are on their way.
    void require_ready(std::string_view sql = {}) {
        if (lost) [[unlikely]] throw error(error_kind::connection, "mysql: the connection was lost").with_sql(sql);
        if (reading != nullptr) [[unlikely]] throw error(error_kind::busy, "mysql: the rows of another statement are on their way").with_sql(sql);
        if (!orphans_.empty()) [[unlikely]] close_orphans();
    }
    /// Closes a statement, later if the rows of another are on their way.
    void close(MYSQL_STMT* statement) {
        if (reading == nullptr) mysql_stmt_close(statement);
        else orphans_.push_back(statement);
    }
    /// Ends the rows that are on their way, with the transaction that they are read in.
    void end_rows() {
        if (reading == nullptr) return;
        mysql_stmt_free_result(std::exchange(reading, nullptr));
        note_loss();
    }
    [[nodiscard]] bool in_transaction() const { return !lost && (handle->server_status & SERVER_STATUS_IN_TRANS) != 0; }

    /// Runs a statement through the text protocol, and lets go of what it answers.
    void execute(std::string_view sql) {
        require_ready(sql);
        if (mysql_real_query(handle, sql.data(), static_cast<unsigned long>(sql.size())) != 0) fail(sql);
        for (;;) {
            if (MYSQL_RES* const rows = mysql_store_result(handle); rows != nullptr) mysql_free_result(rows);
            else if (mysql_errno(handle) != 0) fail(sql);
            else changes = static_cast<std::int64_t>(mysql_affected_rows(handle));
            int const next = mysql_next_result(handle);
            if (next > 0) fail(sql);
            if (next < 0) return;
        }
    }

    /// After a statement with warnings: throws where a value of the result was cut, which is no error to the server.
    [[gnu::cold, gnu::noinline]] void require_whole(std::string_view sql) {
        constexpr std::string_view ask = "SHOW WARNINGS";
        if (mysql_real_query(handle, ask.data(), ask.size()) != 0) fail(sql);
        MYSQL_RES* const rows = mysql_store_result(handle);
        if (rows == nullptr) fail(sql);
        unsigned cut = 0;
        while (MYSQL_ROW const row = mysql_fetch_row(rows))
            for (unsigned code : {1260U, 1301U})
                if (std::string_view(row[1]) == std::string_view(digits_of(code))) cut = code;
        mysql_free_result(rows);
        if (cut == 0) return;
        throw error(error_kind::limit, cut == 1260 ? "mysql: the server cut a list at group_concat_max_len or max_allowed_packet"
                                                   : "mysql: the server cut a value at max_allowed_packet")
            .with_sql(sql).with_native_code(static_cast<int>(cut));
    }
    /// After a call whose failure is not told.
    void note_loss() noexcept { lost = lost || mysql_kind_of_code(mysql_errno(handle)) == error_kind::connection; }

    /// Throws what the last call on the connection reported.
    [[noreturn, gnu::cold, gnu::noinline]] void fail(std::string_view sql) {
        raise(mysql_failure({mysql_errno(handle), mysql_sqlstate(handle), mysql_error(handle), false, mariadb}, sql));
    }
    [[noreturn, gnu::cold, gnu::noinline]] void fail(MYSQL_STMT* statement, std::string_view sql) {
        error const failure = mysql_failure(report_of(statement), sql);
        // Rows that nobody will read would be in the way of the next statement.
        mysql_stmt_free_result(statement);
        raise(failure);
    }
    [[noreturn, gnu::cold, gnu::noinline]] void fail_to_prepare(MYSQL_STMT* statement, std::string_view sql) {
        error const failure = mysql_failure(report_of(statement), sql);
        mysql_stmt_close(statement);
        raise(failure);
    }

private:
    [[nodiscard]] mysql_report report_of(MYSQL_STMT* statement) const {
        bool const bound = mysql_stmt_param_count(statement) > 0;
        if (went_with_reset(statement)) return {CR_STMT_CLOSED, "HY000", "the statement went with a reset of its connection", bound, mariadb};
        if (unsigned const code = mysql_stmt_errno(statement); code != 0)
            return {code, mysql_stmt_sqlstate(statement), mysql_stmt_error(statement), bound, mariadb};
        // What fails between two rows Connector/C notes with the connection.
        return {mysql_errno(handle), mysql_sqlstate(handle), mysql_error(handle), bound, mariadb};
    }
    void close_orphans() {
        for (MYSQL_STMT* const statement : orphans_) mysql_stmt_close(statement);
        orphans_.clear();
    }
    [[noreturn]] void raise(error const& failure) {
        // The server closes the connection behind a packet that is too large.
        lost = lost || failure.kind() == error_kind::connection || failure.native_code() == 1153;
        note_rollback(failure.kind());
        throw failure;
    }
    /// An error brings no news of the transaction, which these may have ended; an empty statement does.
    void note_rollback(error_kind kind) {
        if (!in_transaction()) return;
        if (kind != error_kind::deadlock && kind != error_kind::timeout && kind != error_kind::serialization && kind != error_kind::limit) return;
        constexpr std::string_view nothing = "DO 0";
        if (mysql_real_query(handle, nothing.data(), nothing.size()) != 0) note_loss();
    }

    std::vector<MYSQL_STMT*> orphans_;
};

}  // namespace koine::detail
