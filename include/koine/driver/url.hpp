// SPDX-License-Identifier: BSL-1.0
// driver · url: takes a connection's URL apart (RFC 3986). What it holds is never repeated in a message.
#pragma once

#include <koine/detail/failure.hpp>

#include <vector>

namespace koine::detail {

struct url_parameter {
    std::string name;
    std::string value;
};

/// `scheme://user:password@host:port/path?name=value&…`, percent-decoded; what is absent is empty.
struct connection_url {
    std::string scheme;
    std::string user;
    std::string password;
    std::string host;  ///< an IPv6 address without its brackets
    int port = 0;      ///< 0: none is given
    std::string path;  ///< the database
    std::vector<url_parameter> parameters;
};

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_url(std::string_view sentence) {
    throw error(error_kind::url, spell({"koine: the connection's URL ", sentence}));
}

/// Removes what stands before a mark, and the mark, from `rest`; where there is none, all of it.
inline std::string_view cut_at(std::string_view& rest, char mark) {
    std::size_t const at = rest.find(mark);
    std::string_view const cut = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
    return cut;
}

constexpr int hexadecimal_digit(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    char const lower = static_cast<char>(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

inline std::string decode_percent(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char byte = text[i];
        if (byte == '%') {
            int const high = i + 2 < text.size() ? hexadecimal_digit(text[i + 1]) : -1;
            int const low = i + 2 < text.size() ? hexadecimal_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0) fail_url("has a % that two hexadecimal digits do not follow; a % itself is %25");
            byte = static_cast<char>(high * 16 + low);
            if (byte == '\0') fail_url("has a %00, which no part of it can hold");
            i += 2;
        } else if (static_cast<unsigned char>(byte) <= ' ' || byte == '\x7f') {
            fail_url("has a space or a control character, which must be percent-encoded");
        }
        decoded.push_back(byte);
    }
    return decoded;
}

inline int port_of(std::string_view digits) {
    int port = 0;
    for (char digit : digits) {
        if (digit < '0' || digit > '9') fail_url("has a port that is no number");
        port = port * 10 + (digit - '0');
        if (port > 65535) fail_url("has a port beyond 65535");
    }
    if (!digits.empty() && port == 0) fail_url("has the port 0");
    return port;
}

inline void parse_authority(std::string_view authority, connection_url& url) {
    // No host holds an @, so that one in the password is no riddle.
    if (std::size_t const at = authority.rfind('@'); at != std::string_view::npos) {
        std::string_view password = authority.substr(0, at);
        url.user = decode_percent(cut_at(password, ':'));
        url.password = decode_percent(password);
        authority.remove_prefix(at + 1);
    }
    if (authority.starts_with('[')) {
        std::size_t const end = authority.find(']');
        if (end == std::string_view::npos) fail_url("has a [ without its ]");
        url.host = decode_percent(authority.substr(1, end - 1));
        authority.remove_prefix(end + 1);
        if (!authority.empty() && authority.front() != ':') fail_url("has something other than a port behind the address in brackets");
        if (!authority.empty()) authority.remove_prefix(1);
    } else {
        url.host = decode_percent(cut_at(authority, ':'));
        if (authority.find(':') != std::string_view::npos) fail_url("has more than one colon in its host; an IPv6 address stands in brackets");
    }
    url.port = port_of(authority);
}

/// Takes a URL apart. Throws `error` of kind url for what is none.
inline connection_url parse_url(std::string_view text) {
    connection_url url;
    std::size_t const colon = text.find("://");
    if (colon == std::string_view::npos || colon == 0) fail_url("does not begin with scheme://");
    for (char letter : text.substr(0, colon)) {
        bool const word = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
        if (!word && letter != '+' && letter != '-' && letter != '.') fail_url("has a scheme that is none");
        url.scheme.push_back(letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter);
    }
    text.remove_prefix(colon + 3);
    if (text.find('#') != std::string_view::npos) fail_url("has a #, which must be written %23");

    std::size_t const question = text.find('?');
    std::string_view parameters = question == std::string_view::npos ? std::string_view{} : text.substr(question + 1);
    text = text.substr(0, question);
    parse_authority(cut_at(text, '/'), url);
    // A / in a password would end the host, and leave the rest of the password for the path.
    if (text.find_first_of("/@") != std::string_view::npos) fail_url("has a / or an @ in its path; in a password or a name they are %2F and %40");
    url.path = decode_percent(text);
    while (!parameters.empty()) {
        std::string_view one = cut_at(parameters, '&');
        if (one.find('=') == std::string_view::npos) fail_url("has a parameter without a value");
        std::string_view const name = cut_at(one, '=');
        url.parameters.push_back({decode_percent(name), decode_percent(one)});
    }
    return url;
}

}  // namespace koine::detail
