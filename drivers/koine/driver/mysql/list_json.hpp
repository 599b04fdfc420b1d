// SPDX-License-Identifier: BSL-1.0
// driver · mysql/list_json: a bound list as a JSON text, as the dialect's JSON_TABLE reads it.
#pragma once

#include <koine/detail/failure.hpp>
#include <koine/types/decimal_form.hpp>
#include <koine/types/moment.hpp>
#include <koine/types/uuid_form.hpp>

#include <charconv>

namespace koine::detail {

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_not_finite() {
    throw error(error_kind::range, "koine: MySQL and MariaDB hold neither NaN nor infinities");
}

template <class Number, class... Format>
void append_number(std::string& out, Number number, Format... format) {
    char digits[40];
    out.append(digits, std::to_chars(digits, digits + sizeof(digits), number, format...).ptr);
}

inline void append_hexadecimal(std::string& out, unsigned char byte) {
    out.push_back("0123456789ABCDEF"[byte >> 4]);
    out.push_back("0123456789ABCDEF"[byte & 15]);
}

inline void append_json_text(std::string& out, std::string_view text) {
    out.push_back('"');
    for (char byte : text) {
        if (static_cast<unsigned char>(byte) < 0x20) {
            out.append("\\u00");
            append_hexadecimal(out, static_cast<unsigned char>(byte));
        } else {
            if (byte == '"' || byte == '\\') out.push_back('\\');
            out.push_back(byte);
        }
    }
    out.push_back('"');
}

inline void append_json_value(std::string& out, bound_value const& value) {
    switch (value.kind) {
    case bound_kind::boolean: out.push_back(value.boolean ? '1' : '0'); return;
    case bound_kind::integer: return append_number(out, value.integer);
    case bound_kind::unsigned_integer: return append_number(out, value.unsigned_integer);
    case bound_kind::real:
        if (!__builtin_isfinite(value.real)) fail_not_finite();
        // With an exponent it is a double for every reader; the shortest form that reads back is exact.
        return append_number(out, value.real, std::chars_format::scientific);
    case bound_kind::text: return append_json_text(out, value.as_text());
    case bound_kind::bytes:
        out.push_back('"');
        for (std::size_t i = 0; i < value.size; ++i) append_hexadecimal(out, static_cast<unsigned char>(value.bytes[i]));
        out.push_back('"');
        return;
    case bound_kind::date:
    case bound_kind::time:
    case bound_kind::instant:
    case bound_kind::local_time: return append_json_text(out, moment_text(value).view());
    case bound_kind::decimal: return append_json_text(out, decimal_text(value.as_decimal()).view());
    case bound_kind::uuid: {
        char bytes[16];
        store_uuid(value.as_uuid(), bytes);
        return append_json_value(out, bound_value::of(bytes_view{reinterpret_cast<std::byte const*>(bytes), sizeof(bytes)}));
    }
    default: out.append("null");
    }
}

inline void append_json_list(std::string& out, bound_value const& list) {
    out.push_back('[');
    for (std::size_t i = 0; i < list.size; ++i) {
        if (i > 0) out.push_back(',');
        append_json_value(out, list.element(list.elements, i));
    }
    out.push_back(']');
}

}  // namespace koine::detail
