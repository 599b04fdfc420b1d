// SPDX-License-Identifier: BSL-1.0
// driver · mysql/client: the client library, Oracle's libmysqlclient or MariaDB's Connector/C, and where the two differ.
#pragma once

#include <koine/driver/mysql/options.hpp>

#include <mysql.h>

#include <errmsg.h>

#include <type_traits>

namespace koine::detail {

/// `bool`, or the `my_bool` of older clients.
using mysql_flag = std::remove_pointer_t<decltype(MYSQL_BIND::is_null)>;

/// The columns of a statement's result as the server last described them. The client's own function for it allocates.
inline MYSQL_FIELD const* mysql_fields(MYSQL_STMT const* statement) { return statement->fields; }

/// The first call into a client library is not safe among threads.
inline void load_mysql_client() {
    static int const failed = mysql_library_init(0, nullptr, nullptr);
    if (failed != 0) throw error(error_kind::limit, "mysql: the client library could not be started");
}

#if defined(MARIADB_BASE_VERSION) || defined(MARIADB_PACKAGE_VERSION)

/// Right after the last row of a result that is not stored: Connector/C 3.3 leaves the count in the packet, which is an EOF
/// as long as the two sides did not agree on another one.
inline unsigned mysql_result_warnings(MYSQL* handle) {
    constexpr unsigned long without_eof = 1UL << 24;
    unsigned char const* const packet = handle->net.read_pos;
    bool const left = (handle->client_flag & without_eof) == 0 && packet != nullptr && packet[0] == 0xfe;
    return left ? packet[1] | static_cast<unsigned>(packet[2]) << 8 : mysql_warning_count(handle);
}

/// Whether a statement went with a reset of its connection; Connector/C would say that the connection is lost.
inline bool went_with_reset(MYSQL_STMT const* statement) { return statement->mysql == nullptr; }

/// A connection that comes back by itself has lost its session.
inline void forbid_reconnect(MYSQL* handle) {
    mysql_flag const no = false;
    ::mysql_options(handle, MYSQL_OPT_RECONNECT, &no);
}

/// Connector/C 3.3 checks a certificate against the authority that is given, and its name only where it is told to; later
/// ones leave out both or none, and check the name where the authority would do.
inline void set_mysql_tls(MYSQL* handle, mysql_tls mode, bool with_authority) {
    bool const nameless = MARIADB_PACKAGE_VERSION_ID < 30400 && with_authority && mode == mysql_tls::verify_ca;
    mysql_flag const wanted = mode != mysql_tls::disabled;
    mysql_flag const verified = mode >= mysql_tls::verify_ca && !nameless;
    ::mysql_options(handle, MYSQL_OPT_SSL_ENFORCE, &wanted);
    ::mysql_options(handle, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verified);
}

#else

inline unsigned mysql_result_warnings(MYSQL* handle) { return mysql_warning_count(handle); }
inline bool went_with_reset(MYSQL_STMT const*) { return false; }
/// The option would print a warning, even to switch it off.
inline void forbid_reconnect(MYSQL* handle) { handle->reconnect = false; }

inline void set_mysql_tls(MYSQL* handle, mysql_tls mode, bool /*with_authority*/) {
    constexpr unsigned modes[] = {SSL_MODE_DISABLED, SSL_MODE_PREFERRED, SSL_MODE_REQUIRED, SSL_MODE_VERIFY_CA, SSL_MODE_VERIFY_IDENTITY};
    unsigned const wanted = modes[static_cast<unsigned>(mode)];
    ::mysql_options(handle, MYSQL_OPT_SSL_MODE, &wanted);
    // Without encryption a password of caching_sha2_password needs the server's key; Connector/C asks for it by itself.
    bool const fetch_key = mode <= mysql_tls::preferred;
    ::mysql_options(handle, MYSQL_OPT_GET_SERVER_PUBLIC_KEY, &fetch_key);
}

#endif

}  // namespace koine::detail
