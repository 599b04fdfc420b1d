// SPDX-License-Identifier: BSL-1.0
// driver · mysql/connect: opens a connection.
#pragma once

#include <koine/driver/mysql/client.hpp>
#include <koine/driver/mysql/failure.hpp>
#include <koine/driver/observer.hpp>

#include <memory>

namespace koine::detail {

struct mysql_closer {
    void operator()(MYSQL* handle) const { mysql_close(handle); }
};
using mysql_handle = std::unique_ptr<MYSQL, mysql_closer>;

/// Null for a text that is empty: so the client library takes what is not given.
inline char const* text_or_null(std::string const& text) { return text.empty() ? nullptr : text.c_str(); }

inline void set_mysql_options(MYSQL* handle, mysql_options const& options) {
    auto const set_seconds = [handle](mysql_option which, int seconds) {
        unsigned const value = seconds > 0 ? static_cast<unsigned>(seconds) : 0;
        if (value > 0) ::mysql_options(handle, which, &value);
    };
    set_seconds(MYSQL_OPT_CONNECT_TIMEOUT, options.connect_timeout);
    set_seconds(MYSQL_OPT_READ_TIMEOUT, options.read_timeout);
    set_seconds(MYSQL_OPT_WRITE_TIMEOUT, options.write_timeout);
    ::mysql_options(handle, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    unsigned long const largest = 1UL << 30;  // of a row that comes; what goes is bounded by the server
    ::mysql_options(handle, MYSQL_OPT_MAX_ALLOWED_PACKET, &largest);
    unsigned const no_files = 0;  // a server could ask for any
    ::mysql_options(handle, MYSQL_OPT_LOCAL_INFILE, &no_files);
    auto const set_file = [handle](mysql_option which, std::string const& file) {
        if (!file.empty()) ::mysql_options(handle, which, file.c_str());
    };
    set_file(MYSQL_OPT_SSL_CA, options.tls_authority);
    set_file(MYSQL_OPT_SSL_CERT, options.tls_certificate);
    set_file(MYSQL_OPT_SSL_KEY, options.tls_key);
}

/// Opens a connection that counts rows found, not rows changed. Throws `error` of kind connection, timeout,
/// authentication or no_database.
inline mysql_handle connect_mysql(mysql_target const& target) {
    load_mysql_client();
    mysql_handle handle(mysql_init(nullptr));
    if (handle == nullptr) throw error(error_kind::limit, "mysql: no memory for a connection");
    connection_url const& url = target.url;
    bool const remote = target.socket.empty() && !url.host.empty();
    set_mysql_options(handle.get(), target.options);
    // What does not leave the machine is encrypted only where that is asked for.
    set_mysql_tls(handle.get(), !remote && target.options.tls == mysql_tls::preferred ? mysql_tls::disabled : target.options.tls,
                  !target.options.tls_authority.empty());
    // The client libraries would take "localhost" for a socket of theirs.
    unsigned const protocol = remote ? MYSQL_PROTOCOL_TCP : MYSQL_PROTOCOL_DEFAULT;
    ::mysql_options(handle.get(), MYSQL_OPT_PROTOCOL, &protocol);
    std::int64_t const started = monotonic_nanoseconds();
    MYSQL* const connected =
        mysql_real_connect(handle.get(), remote ? url.host.c_str() : nullptr, text_or_null(url.user), url.password.c_str(), text_or_null(url.path),
                           static_cast<unsigned>(url.port), text_or_null(target.socket), CLIENT_FOUND_ROWS);
    if (connected == nullptr) {
        error failure = mysql_failure({mysql_errno(handle.get()), mysql_sqlstate(handle.get()), mysql_error(handle.get())}, {});
        // The client library has no code of its own for it.
        std::int64_t const waited = (monotonic_nanoseconds() - started) / 1000000;
        if (failure.kind() == error_kind::connection && target.options.connect_timeout > 0 && waited >= target.options.connect_timeout * 1000LL - 100)
            failure.with_kind(error_kind::timeout);
        throw failure;
    }
    if (target.options.tls >= mysql_tls::required && mysql_get_ssl_cipher(handle.get()) == nullptr)
        throw error(error_kind::connection, "mysql: the server offers no encryption, and the connection requires it");
    return handle;
}

}  // namespace koine::detail
