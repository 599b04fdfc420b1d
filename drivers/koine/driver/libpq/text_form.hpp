// SPDX-License-Identifier: BSL-1.0
// driver · libpq/text_form: values and lists as the text that PostgreSQL's input functions read, and bytes back from it.
#pragma once

#include <koine/detail/failure.hpp>
#include <koine/types/decimal_form.hpp>
#include <koine/types/moment.hpp>
#include <koine/types/uuid_form.hpp>

#include <charconv>
#include <cstring>
#include <string>

namespace koine::detail {

/// Throws where a text holds a NUL, which PostgreSQL cannot keep.
inline void refuse_nul(bound_value const& value, std::string_view sql) {
    if (value.size > 0 && std::memchr(value.text, 0, value.size) != nullptr) [[unlikely]]
        throw error(error_kind::nul_byte, "koine: PostgreSQL cannot hold a NUL in a text").with_sql(sql);
}

template <class Number>
void append_number(std::string& out, Number value) {
    char digits[32];
    out.append(digits, std::to_chars(digits, digits + sizeof(digits), value).ptr);
}

inline void append_hexadecimal(std::string& out, bytes_view bytes) {
    constexpr char digits[] = "0123456789abcdef";
    out.append("\\x");
    std::size_t at = out.size();
    out.resize(at + bytes.size * 2);
    for (std::size_t i = 0; i < bytes.size; ++i) {
        auto const byte = static_cast<unsigned>(bytes.data[i]);
        out[at++] = digits[byte >> 4];
        out[at++] = digits[byte & 15];
    }
}

/// Appends a value that is neither NULL nor a list; a double so that it comes back the same.
inline void append_text_form(std::string& out, bound_value const& value, std::string_view sql) {
    switch (value.kind) {
    case bound_kind::boolean: out.push_back(value.boolean ? 't' : 'f'); break;
    case bound_kind::integer: append_number(out, value.integer); break;
    case bound_kind::unsigned_integer: append_number(out, value.unsigned_integer); break;
    case bound_kind::real:
        if (__builtin_isnan(value.real)) out.append("NaN");
        else if (__builtin_isinf(value.real)) out.append(value.real < 0 ? "-Infinity" : "Infinity");
        else append_number(out, value.real);
        break;
    case bound_kind::text:
        refuse_nul(value, sql);
        if (value.size > 0) out.append(value.text, value.size);
        break;
    case bound_kind::bytes: append_hexadecimal(out, value.as_bytes()); break;
    case bound_kind::date:
    case bound_kind::time:
    case bound_kind::local_time: out.append(moment_text(value).view()); break;
    case bound_kind::instant: out.append(moment_text(value).view()).append("+00"); break;
    case bound_kind::decimal: out.append(decimal_text(value.as_decimal()).view()); break;
    case bound_kind::uuid: out.append(uuid_text(value.as_uuid()).view()); break;
    case bound_kind::document: value.json->write(value, out, unsigned_form::number); break;
    case bound_kind::null:
    case bound_kind::list:
    case bound_kind::array:
    case bound_kind::presence: break;
    }
}

/// Puts a backslash before each quote and backslash from a place on to the end.
inline void escape_from(std::size_t from, std::string& out) {
    auto const special = [](char c) { return c == '"' || c == '\\'; };
    std::size_t read = out.size(), added = 0;
    for (std::size_t i = from; i < read; ++i) added += special(out[i]) ? 1 : 0;
    out.resize(read + added);
    for (std::size_t write = out.size(); write != read;) {
        char const c = out[--read];
        out[--write] = c;
        if (special(c)) out[--write] = '\\';
    }
}

/// Appends an array literal. Every element but NULL is quoted, so that neither `null` nor a comma means anything.
inline void append_array_literal(std::string& out, bound_value const& list, std::string_view sql) {
    out.push_back('{');
    for (std::size_t i = 0; i < list.size; ++i) {
        if (i > 0) out.push_back(',');
        bound_value const element = list.element_at(i);
        if (element.kind == bound_kind::null) {
            out.append("NULL");
            continue;
        }
        out.push_back('"');
        std::size_t const from = out.size();
        append_text_form(out, element, sql);
        escape_from(from, out);
        out.push_back('"');
    }
    out.push_back('}');
}

constexpr unsigned bytea_digit(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10); }

/// The bytes of a bytea's text, in either of the forms that the setting bytea_output knows.
inline void read_bytes(std::string_view text, std::string& out) {
    out.clear();
    if (text.starts_with("\\x")) {
        for (std::size_t i = 2; i + 1 < text.size(); i += 2) out.push_back(static_cast<char>(bytea_digit(text[i]) << 4 | bytea_digit(text[i + 1])));
        return;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out.push_back(text[i]);
        } else if (text[i + 1] == '\\') {
            out.push_back(text[++i]);
        } else if (i + 3 < text.size()) {
            out.push_back(static_cast<char>((text[i + 1] - '0') << 6 | (text[i + 2] - '0') << 3 | (text[i + 3] - '0')));
            i += 3;
        }
    }
}

}  // namespace koine::detail
