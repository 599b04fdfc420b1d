// SPDX-License-Identifier: BSL-1.0
// driver · libpq/connect: opens a connection within a time limit, with the settings that decoding depends on.
#pragma once

#include <koine/driver/libpq/failure.hpp>
#include <koine/driver/observer.hpp>

#include <cerrno>
#include <cstdlib>
#include <memory>

#include <poll.h>

namespace koine {

/// How a PostgreSQL server is connected to, and what its session is like.
struct libpq_options {
    int connect_timeout = 10;      ///< in seconds, for all hosts of the URL together; one that the URL says goes first
    int statement_timeout = 0;     ///< how long a statement may run, in milliseconds; 0: as the server is configured
    int lock_timeout = 0;          ///< how long a statement may wait for a lock, in milliseconds; 0: as the server is configured
    int cached_statements = 128;
    bool named_statements = true;  ///< false for a proxy that gives each transaction another server connection
};

namespace detail {

/// Settings of the session as startup options, which are what RESET ALL goes back to.
inline constexpr std::string_view libpq_settings =
    "-c TimeZone=UTC -c DateStyle=ISO,YMD -c IntervalStyle=iso_8601 -c extra_float_digits=3 -c bytea_output=hex -c standard_conforming_strings=on";
/// The same for a session that somebody else began.
inline constexpr char const* libpq_set_settings =
    "SET client_encoding = 'UTF8'; SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'iso_8601'; SET extra_float_digits = 3; "
    "SET bytea_output = 'hex'; SET standard_conforming_strings = on";
/// Those that a transaction-pooling proxy carries from one server connection to the next.
inline constexpr char const* libpq_set_carried =
    "SET client_encoding = 'UTF8'; SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET standard_conforming_strings = on";

/// What a connection string says about an option; empty where nothing.
inline std::string libpq_said(PQconninfoOption const* said, std::string_view keyword) {
    for (; said->keyword != nullptr; ++said)
        if (said->keyword == keyword && said->val != nullptr) return said->val;
    return {};
}

/// The failure of an attempt to connect. The client tells no SQLSTATE of it, but in verbose messages: `FATAL:  28P01: …`.
[[nodiscard]] inline error libpq_connect_error(PGconn* connection) {
    std::string_view message(PQerrorMessage(connection));
    auto const is_state = [message](std::size_t at) {
        if (at + 10 > message.size() || message.substr(at, 3) != ":  " || message.substr(at + 8, 2) != ": ") return false;
        for (char const c : message.substr(at + 3, 5))
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) return false;
        return true;
    };
    // Of several attempts the last says it.
    std::size_t at = message.rfind(":  ");
    while (at != std::string_view::npos && !is_state(at)) at = at == 0 ? std::string_view::npos : message.rfind(":  ", at - 1);
    if (at == std::string_view::npos) {
        error_kind const kind = PQconnectionNeedsPassword(connection) != 0 ? error_kind::authentication : error_kind::connection;
        return {kind, std::string("postgres: ").append(message.substr(0, message.find('\n')))};
    }
    std::string_view const state = message.substr(at + 3, 5);
    message.remove_prefix(at + 10);
    error_kind kind = libpq_error_kind(state, false);
    if (kind == error_kind::other || kind == error_kind::syntax) kind = error_kind::connection;
    error failure(kind, std::string("postgres: ").append(message.substr(0, message.find('\n'))));
    return failure.with_sqlstate(state), failure;
}

/// Goes through the steps of connecting until the deadline: libpq's own limit is for its blocking calls only.
inline void libpq_await(PGconn* connection, int seconds) {
    std::int64_t const deadline = monotonic_nanoseconds() + seconds * std::int64_t{1000000000};
    PostgresPollingStatusType step = PQstatus(connection) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (step != PGRES_POLLING_OK) {
        if (step == PGRES_POLLING_FAILED) throw libpq_connect_error(connection);
        std::int64_t const left = (deadline - monotonic_nanoseconds()) / 1000000;
        if (left <= 0) throw error(error_kind::timeout, "postgres: the server does not answer in time");
        pollfd socket{PQsocket(connection), static_cast<short>(step == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        int const ready = ::poll(&socket, 1, static_cast<int>(left));
        if (ready > 0) step = PQconnectPoll(connection);
        else if (ready < 0 && errno != EINTR) throw error(error_kind::connection, "postgres: waiting for the server failed");
    }
}

/// Whether the settings hold that were startup options: a proxy may have dropped them.
inline bool libpq_took_options(PGconn* connection) {
    auto const holds = [connection](char const* setting, std::string_view value) {
        char const* const told = PQparameterStatus(connection, setting);
        return told != nullptr && told == value;
    };
    return holds("TimeZone", "UTC") && holds("DateStyle", "ISO, YMD") && holds("IntervalStyle", "iso_8601");
}

struct libpq_freer {
    void operator()(PGconn* connection) const { PQfinish(connection); }
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using libpq_handle = std::unique_ptr<PGconn, libpq_freer>;

inline libpq_handle libpq_connect(std::string_view url, libpq_options const& options) {
    std::string const text(url);
    // Its message is not passed on: it quotes the string, and with it a password.
    std::unique_ptr<PQconninfoOption, libpq_freer> const said(PQconninfoParse(text.c_str(), nullptr));
    if (said == nullptr) throw error(error_kind::url, "postgres: this is neither a postgresql:// URL nor a list of key=value");

    std::string session = libpq_said(said.get(), "options");
    if (char const* const configured = std::getenv("PGOPTIONS"); session.empty() && configured != nullptr) session = configured;
    if (options.named_statements) {
        session.append(session.empty() ? "" : " ").append(libpq_settings);
        if (options.statement_timeout > 0) session.append(" -c statement_timeout=").append(digits_of(options.statement_timeout));
        if (options.lock_timeout > 0) session.append(" -c lock_timeout=").append(digits_of(options.lock_timeout));
    }
    std::string const limit = libpq_said(said.get(), "connect_timeout");
    int const seconds = limit.empty() ? options.connect_timeout : std::atoi(limit.c_str());

    // What comes later goes before what the string says.
    char const* const keywords[] = {"dbname", "client_encoding", session.empty() ? nullptr : "options", nullptr};
    char const* const values[] = {text.c_str(), "UTF8", session.c_str(), nullptr};
    libpq_handle connection(PQconnectStartParams(keywords, values, 1));
    if (connection == nullptr) throw error(error_kind::limit, "postgres: there is no memory for a connection");
    PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE);
    libpq_await(connection.get(), seconds);
    PQsetErrorVerbosity(connection.get(), PQERRORS_DEFAULT);
    PQsetNoticeReceiver(connection.get(), [](void*, PGresult const*) {}, nullptr);
    return connection;
}

}  // namespace detail
}  // namespace koine
