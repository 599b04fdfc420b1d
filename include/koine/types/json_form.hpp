// SPDX-License-Identifier: BSL-1.0
// types · json_form: texts, numbers and lists of them as JSON.
#pragma once

#include <koine/detail/failure.hpp>
#include <koine/types/bound_value.hpp>

#include <charconv>
#include <string>

namespace koine::detail {

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_json_real() { throw error(error_kind::range, "koine: JSON holds neither NaN nor infinities"); }

template <class Number, class... Format>
void append_json_number(std::string& out, Number number, Format... format) {
    char digits[40];
    out.append(digits, std::to_chars(digits, digits + sizeof(digits), number, format...).ptr);
}
/// With an exponent it is a double for every reader; the shortest form that reads back is exact.
inline void append_json_real(std::string& out, double value) {
    if (!__builtin_isfinite(value)) fail_json_real();
    append_json_number(out, value, std::chars_format::scientific);
}

inline void append_json_text(std::string& out, std::string_view text) {
    out.push_back('"');
    for (char const byte : text) {
        auto const code = static_cast<unsigned char>(byte);
        if (code < 0x20) {
            out.append("\\u00").push_back("0123456789ABCDEF"[code >> 4]);
            out.push_back("0123456789ABCDEF"[code & 15]);
        } else {
            if (byte == '"' || byte == '\\') out.push_back('\\');
            out.push_back(byte);
        }
    }
    out.push_back('"');
}

/// Eight bytes, as hexadecimal text: where a database has no number for them.
inline void append_json_hexadecimal(std::string& out, std::uint64_t value) {
    out.push_back('"');
    for (int shift = 60; shift >= 0; shift -= 4) out.push_back("0123456789ABCDEF"[value >> shift & 15]);
    out.push_back('"');
}

/// Appends a bound array.
inline void append_json_array(bound_value const& array, std::string& out, unsigned_form form) {
    out.push_back('[');
    for (std::size_t i = 0; i < array.size; ++i) {
        if (i > 0) out.push_back(',');
        bound_value const element = array.element_at(i);
        switch (element.kind) {
        case bound_kind::boolean: out.append(element.boolean ? "true" : "false"); break;
        case bound_kind::integer: append_json_number(out, element.integer); break;
        case bound_kind::unsigned_integer:
            if (form == unsigned_form::number) append_json_number(out, element.unsigned_integer);
            else append_json_hexadecimal(out, element.unsigned_integer);
            break;
        case bound_kind::real: append_json_real(out, element.real); break;
        case bound_kind::text: append_json_text(out, element.as_text()); break;
        default: out.append("null");
        }
    }
    out.push_back(']');
}

}  // namespace koine::detail
