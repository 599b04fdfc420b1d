// SPDX-License-Identifier: BSL-1.0
// driver · mysql/list_json: a bound list as a JSON text, as the dialect's JSON_TABLE reads it.
#pragma once

#include <koine/detail/failure.hpp>
#include <koine/types/decimal_form.hpp>
#include <koine/types/json_form.hpp>
#include <koine/types/moment.hpp>
#include <koine/types/uuid_form.hpp>

namespace koine::detail {

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_not_finite() {
    throw error(error_kind::range, "koine: MySQL and MariaDB hold neither NaN nor infinities");
}

inline void append_hexadecimal(std::string& out, unsigned char byte) {
    out.push_back("0123456789ABCDEF"[byte >> 4]);
    out.push_back("0123456789ABCDEF"[byte & 15]);
}

inline void append_json_value(std::string& out, bound_value const& value) {
    switch (value.kind) {
    case bound_kind::boolean: out.push_back(value.boolean ? '1' : '0'); return;
    case bound_kind::integer: return append_json_number(out, value.integer);
    case bound_kind::unsigned_integer: return append_json_number(out, value.unsigned_integer);
    case bound_kind::real: return append_json_real(out, value.real);
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
        append_json_value(out, list.element_at(i));
    }
    out.push_back(']');
}

}  // namespace koine::detail
