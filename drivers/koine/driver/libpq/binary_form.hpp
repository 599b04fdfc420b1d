// SPDX-License-Identifier: BSL-1.0
// driver · libpq/binary_form: values and lists in binary, where their type has a form of it that is exact.
#pragma once

#include <koine/driver/libpq/numeric.hpp>
#include <koine/driver/libpq/text_form.hpp>

namespace koine::detail {

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_range(libpq_type type, std::string_view sql) {
    throw error(error_kind::range, spell({"koine: a number is out of the range of its parameter, ", name_of(type)})).with_sql(sql);
}

/// Writes a whole number; gives its length, or -1 where the type takes it as text.
inline int store_whole(libpq_type type, std::int64_t number, char* to, std::string_view sql) {
    auto const require = [&](std::int64_t lowest, std::int64_t highest) {
        if (number < lowest || number > highest) [[unlikely]] fail_range(type, sql);
    };
    switch (type) {
    case libpq_type::int64: return store_big_endian(static_cast<std::uint64_t>(number), to);
    case libpq_type::int32: return require(-2147483648LL, 2147483647LL), store_big_endian(static_cast<std::uint32_t>(number), to);
    case libpq_type::int16: return require(-32768, 32767), store_big_endian(static_cast<std::uint16_t>(number), to);
    case libpq_type::oid: return require(0, 4294967295LL), store_big_endian(static_cast<std::uint32_t>(number), to);
    case libpq_type::numeric: {
        auto const bits = static_cast<std::uint64_t>(number);
        return store_numeric(number < 0 ? 0 - bits : bits, number < 0, to);
    }
    default: return -1;
    }
}

inline int store_unsigned(libpq_type type, std::uint64_t number, char* to, std::string_view sql) {
    if (type == libpq_type::numeric) return store_numeric(number, false, to);
    if (number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return store_whole(type, static_cast<std::int64_t>(number), to, sql);
    if (is_whole(type)) fail_range(type, sql);
    return -1;
}

inline int store_real(libpq_type type, double value, char* to, std::string_view sql) {
    if (type == libpq_type::float64) return store_big_endian(std::bit_cast<std::uint64_t>(value), to);
    if (type == libpq_type::float32) {
        if (__builtin_isfinite(value) && __builtin_fabs(value) > static_cast<double>(std::numeric_limits<float>::max())) [[unlikely]] fail_range(type, sql);
        return store_big_endian(std::bit_cast<std::uint32_t>(static_cast<float>(value)), to);
    }
    // As text a whole double may have an exponent, which no integer takes; one with a fraction is the server's to refuse.
    if (!is_whole(type) || value != __builtin_trunc(value)) return -1;
    if (value >= 0x1p63 || value < -0x1p63) fail_range(type, sql);
    return store_whole(type, static_cast<std::int64_t>(value), to, sql);
}

inline int store_moment(libpq_type type, bound_value const& value, char* to) {
    if (type != libpq_moment(value.kind)) return -1;
    std::int64_t const count = value.integer - libpq_epoch(value.kind);
    if (value.kind == bound_kind::date) return store_big_endian(static_cast<std::uint32_t>(count), to);
    return store_big_endian(static_cast<std::uint64_t>(count), to);
}

/// Writes a value that is no text and no bytes; needs room for 18 bytes. Gives its length, or -1 where the type takes it as text.
inline int store_binary(libpq_type type, bound_value const& value, char* to, std::string_view sql) {
    switch (value.kind) {
    case bound_kind::boolean: return type == libpq_type::boolean ? (*to = value.boolean ? 1 : 0, 1) : -1;
    case bound_kind::integer: return store_whole(type, value.integer, to, sql);
    case bound_kind::unsigned_integer: return store_unsigned(type, value.unsigned_integer, to, sql);
    case bound_kind::real: return store_real(type, value.real, to, sql);
    case bound_kind::date:
    case bound_kind::time:
    case bound_kind::instant:
    case bound_kind::local_time: return store_moment(type, value, to);
    case bound_kind::uuid: return type == libpq_type::uuid ? (store_uuid(value.as_uuid(), to), 16) : -1;
    default: return -1;
    }
}

/// Whether a text or bytes are, as they are, the binary form of a type.
constexpr bool is_binary_already(libpq_type type, bound_kind kind) {
    return (kind == bound_kind::text && type == libpq_type::text) || (kind == bound_kind::bytes && type == libpq_type::bytes);
}

inline void append_word(std::string& out, std::uint32_t word) {
    char bytes[4];
    store_big_endian(word, bytes);
    out.append(bytes, 4);
}

/// Appends an array in binary; false where an element has no such form.
inline bool append_array(std::string& out, unsigned element_oid, bound_value const& list, std::string_view sql) {
    libpq_type const type = libpq_type_of(element_oid);
    append_word(out, list.size == 0 ? 0 : 1);  // dimensions
    append_word(out, 0);                       // whether there are NULLs, which is known at the end
    append_word(out, element_oid);
    if (list.size == 0) return true;
    append_word(out, static_cast<std::uint32_t>(list.size));
    append_word(out, 1);                       // the first index
    for (std::size_t i = 0; i < list.size; ++i) {
        bound_value const element = list.element_at(i);
        if (element.kind == bound_kind::null) {
            append_word(out, 0xffffffff);
            out[7] = 1;
        } else if (is_binary_already(type, element.kind)) {
            if (element.kind == bound_kind::text) refuse_nul(element, sql);
            append_word(out, static_cast<std::uint32_t>(element.size));
            if (element.size > 0) out.append(element.text, element.size);
        } else {
            char bytes[18];
            int const length = store_binary(type, element, bytes, sql);
            if (length < 0) return false;
            append_word(out, static_cast<std::uint32_t>(length));
            out.append(bytes, static_cast<std::size_t>(length));
        }
    }
    return true;
}

}  // namespace koine::detail
