// SPDX-License-Identifier: BSL-1.0
// driver · mysql/options: how a connection is opened, and where to: options and the parts of its URL.
#pragma once

#include <koine/driver/url.hpp>

namespace koine {

/// Whether a connection is encrypted, and how far the server must prove who it is.
enum class mysql_tls : unsigned char {
    disabled,
    preferred,        ///< where the server offers it
    required,
    verify_ca,        ///< the server's certificate is of a known authority
    verify_identity,  ///< and names the host
};

/// How a connection to MySQL or MariaDB is opened. Parameters of the URL come before these.
struct mysql_options {
    int connect_timeout = 10;         ///< in seconds
    int read_timeout = 0;             ///< for each answer of the server, in seconds; the connection is lost then; 0: none
    int write_timeout = 0;            ///< for each packet that is sent, in seconds; 0: none
    int statement_timeout = 0;        ///< in milliseconds; MySQL heeds it for SELECT only; 0: the server's
    int lock_timeout = 0;             ///< for locks of rows and of tables, in seconds; 0: the server's
    int cached_statements = 128;
    mysql_tls tls = mysql_tls::preferred;
    std::string tls_authority{};      ///< a file of certificates that the server's must descend from
    std::string tls_certificate{};    ///< the client's own, a file
    std::string tls_key{};            ///< of the client's certificate, a file
};

namespace detail {

/// Everything that opening a connection takes; a second one can be opened by it.
struct mysql_target {
    connection_url url;
    std::string socket;
    mysql_options options;
};

inline mysql_tls mysql_tls_of(std::string_view word) {
    constexpr std::string_view words[] = {"disabled", "preferred", "required", "verify-ca", "verify-identity"};
    for (unsigned i = 0; i < 5; ++i)
        if (words[i] == word) return static_cast<mysql_tls>(i);
    fail_url("has an ssl-mode other than disabled, preferred, required, verify-ca and verify-identity");
}

inline mysql_target mysql_target_of(std::string_view name, mysql_options const& options) {
    mysql_target target{parse_url(name), {}, options};
    if (target.url.scheme != "mysql" && target.url.scheme != "mariadb") fail_url("has a scheme other than mysql and mariadb");
    for (url_parameter const& parameter : target.url.parameters) {
        if (parameter.name == "ssl-mode") target.options.tls = mysql_tls_of(parameter.value);
        else if (parameter.name == "ssl-ca") target.options.tls_authority = parameter.value;
        else if (parameter.name == "ssl-cert") target.options.tls_certificate = parameter.value;
        else if (parameter.name == "ssl-key") target.options.tls_key = parameter.value;
        else if (parameter.name == "socket") target.socket = parameter.value;
        else fail_url(spell({"has the unknown parameter ", parameter.name}));
    }
    return target;
}

}  // namespace detail
}  // namespace koine
