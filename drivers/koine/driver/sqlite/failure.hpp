// SPDX-License-Identifier: BSL-1.0
// driver · sqlite/failure: SQLite's result codes as portable kinds (sqlite.org/rescode.html).
#pragma once

#include <koine/detail/failure.hpp>

#include <sqlite3.h>

namespace koine::detail {

constexpr error_kind sqlite_error_kind(int extended, std::string_view message) {
    // One code for a text that SQLite refuses and for a sum that leaves the range; one for a RESTRICT and for a user's trigger.
    if (extended == SQLITE_ERROR && message == "integer overflow") return error_kind::range;
    if (extended == SQLITE_CONSTRAINT_TRIGGER && message != "FOREIGN KEY constraint failed") return error_kind::check;
    switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: return error_kind::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
    case SQLITE_CONSTRAINT_TRIGGER: return error_kind::foreign_key;
    case SQLITE_CONSTRAINT_NOTNULL: return error_kind::not_null;
    case SQLITE_CONSTRAINT_DATATYPE: return error_kind::range;
    case SQLITE_BUSY_SNAPSHOT: return error_kind::serialization;
    default: break;
    }
    switch (extended & 0xff) {
    case SQLITE_CONSTRAINT: return error_kind::check;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return error_kind::timeout;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_AUTH:
    case SQLITE_PROTOCOL: return error_kind::connection;
    case SQLITE_ERROR:
    case SQLITE_SCHEMA: return error_kind::syntax;
    case SQLITE_MISMATCH:
    case SQLITE_RANGE: return error_kind::mismatch;
    case SQLITE_READONLY: return error_kind::read_only;
    case SQLITE_NOMEM:
    case SQLITE_FULL:
    case SQLITE_TOOBIG: return error_kind::limit;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return error_kind::malformed;
    case SQLITE_INTERRUPT: return error_kind::cancelled;
    default: return error_kind::other;
    }
}

/// What SQLite names after the colon of a constraint's message: a constraint's name, or `table.column, …`.
inline std::string_view sqlite_constraint(std::string_view message, int extended) {
    if ((extended & 0xff) != SQLITE_CONSTRAINT) return {};
    std::size_t const colon = message.find("failed: ");
    return colon == std::string_view::npos ? std::string_view{} : message.substr(colon + 8);
}

/// The error of a call that just failed on a connection; its message is SQLite's own, which holds no value.
[[nodiscard]] inline error sqlite_error(sqlite3* connection, int code, std::string_view sql) {
    int const extended = connection != nullptr ? sqlite3_extended_errcode(connection) : code;
    int const native = (extended & 0xff) == (code & 0xff) ? extended : code;
    char const* const message = connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    error_kind const kind = sqlite_error_kind(native, message);
    error failure(kind, std::string("sqlite: ").append(message));
    failure.with_sql(sql).with_native_code(native).with_constraint(sqlite_constraint(message, native));
    failure.with_retryable(kind == error_kind::timeout || kind == error_kind::serialization);
    return failure;
}

}  // namespace koine::detail
