// SPDX-License-Identifier: BSL-1.0
// detail · failure: what can go wrong at run time, as one exception tree.
#pragma once

#include <koine/detail/spell.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace koine {

/// The portable kind of a failure; a driver maps its native codes to it.
enum class error_kind : unsigned char {
    unique,         ///< a key exists already
    foreign_key,    ///< a referenced row is missing, or a row is still referenced
    not_null,       ///< NULL for a column that refuses it
    check,          ///< a CHECK constraint does not hold
    serialization,  ///< the transaction lost against another one; a retry can help
    deadlock,       ///< chosen as the victim of a deadlock; a retry can help
    timeout,        ///< a lock, a statement or a server took too long
    cancelled,      ///< another thread ended the statement
    connection,     ///< no connection, or it broke
    authentication, ///< the server refuses the user or the password
    no_database,    ///< the server has no database of that name
    server,         ///< a server too old for the dialect, or of another flavour
    url,            ///< a connection string that is none
    unknown_commit, ///< the connection broke while a commit ran: it may have happened or not
    syntax,         ///< the server refuses the text, or does not know a name in it
    mismatch,       ///< rows, or the live schema, are not what the C++ types say
    not_found,      ///< a row that must be there is not
    too_many_rows,  ///< more rows than the call allows
    range,          ///< a value that the column or the C++ type cannot hold
    nul_byte,       ///< a NUL in a text for a database that cannot keep one
    encoding,       ///< a text that is not UTF-8
    read_only,      ///< a write to what may only be read
    busy,           ///< the connection is in the middle of something else
    transaction,    ///< the transaction can only be rolled back
    misuse,         ///< a call that Koine refuses before anything is sent
    limit,          ///< a limit of the database: too big, too deep, out of memory, disk full
    cursor,         ///< a page's token that is none, or of another order
    malformed,      ///< JSON that is not JSON, or a damaged database
    other,
};

/// The name of a kind, as its enumerator is spelled.
constexpr std::string_view name_of(error_kind kind) noexcept {
    constexpr std::string_view names[] = {
        "unique",         "foreign_key", "not_null",      "check",     "serialization", "deadlock",    "timeout",
        "cancelled",      "connection",  "authentication", "no_database", "server",      "url",         "unknown_commit",
        "syntax",         "mismatch",    "not_found",     "too_many_rows", "range",      "nul_byte",    "encoding",
        "read_only",      "busy",        "transaction",   "misuse",    "limit",         "cursor",      "malformed",   "other"};
    return names[static_cast<unsigned>(kind)];
}

/// Any failure that Koine reports; carries the statement's text, never a bound value.
class error : public std::runtime_error {
public:
    error(error_kind kind, std::string const& message) : std::runtime_error(message), kind_(kind) {}

    [[nodiscard]] error_kind kind() const noexcept { return kind_; }
    /// The SQL text of the statement that failed; empty where none was involved.
    [[nodiscard]] std::string_view sql() const noexcept { return sql_.what(); }
    /// The client library's own code (SQLite: the extended result code); 0 where there is none.
    [[nodiscard]] int native_code() const noexcept { return native_code_; }
    /// The five characters of SQLSTATE; empty on SQLite, which has none.
    [[nodiscard]] std::string_view sqlstate() const noexcept { return sqlstate_.what(); }
    /// The constraint, or on SQLite the columns, that the server names; empty where it names none.
    [[nodiscard]] std::string_view constraint() const noexcept { return constraint_.what(); }
    /// Whether running the whole transaction again can succeed.
    [[nodiscard]] bool retryable() const noexcept { return retryable_; }

    error& with_kind(error_kind kind) { return kind_ = kind, *this; }
    error& with_sql(std::string_view text) { return sql_ = shared_text(text), *this; }
    error& with_native_code(int code) { return native_code_ = code, *this; }
    error& with_sqlstate(std::string_view state) { return sqlstate_ = shared_text(state), *this; }
    error& with_constraint(std::string_view name) { return constraint_ = shared_text(name), *this; }
    error& with_retryable(bool retryable) { return retryable_ = retryable, *this; }

private:
    /// The standard's exceptions share their text, so that copying one cannot fail; neither can copying this.
    using shared = std::runtime_error;
    [[gnu::cold, gnu::noinline]] static shared shared_text(std::string_view text) { return shared(std::string(text)); }

    error_kind kind_;
    bool retryable_ = false;
    int native_code_ = 0;
    shared sql_{""};
    shared sqlstate_{""};
    shared constraint_{""};
};

/// JSON from the database that is not what the shape says.
class json_error : public error {
public:
    json_error(std::string_view message, std::size_t position)
        : error(error_kind::malformed,
                detail::spell({"koine: ", message, " at byte ", detail::digits_of(static_cast<long long>(position)), " of the JSON"})),
          position_(position) {}

    /// Where in the JSON text, counted in bytes from 0.
    [[nodiscard]] std::size_t position() const noexcept { return position_; }

private:
    std::size_t position_;
};

}  // namespace koine
