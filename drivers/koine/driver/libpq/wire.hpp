// SPDX-License-Identifier: BSL-1.0
// driver · libpq/wire: the types that are exact in binary, and numbers as PostgreSQL sends them: big-endian.
#pragma once

#include <koine/types/bound_value.hpp>

#include <bit>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace koine::detail {

/// The types that are read and written in binary; a result with any other comes as text.
enum class libpq_type : unsigned char { other, boolean, int16, int32, int64, oid, float32, float64, numeric, text, character, jsonb, bytes, date, time, timestamp, timestamptz, uuid, records, array };

/// By the number of a type in pg_type; those below 10000 are the same in every server.
constexpr libpq_type libpq_type_of(unsigned oid) {
    switch (oid) {
    case 16: return libpq_type::boolean;
    case 17: return libpq_type::bytes;
    case 18: return libpq_type::character;
    case 20: return libpq_type::int64;
    case 21: return libpq_type::int16;
    case 23: return libpq_type::int32;
    case 26: return libpq_type::oid;
    case 700: return libpq_type::float32;
    case 701: return libpq_type::float64;
    case 1082: return libpq_type::date;
    case 1083: return libpq_type::time;
    case 1114: return libpq_type::timestamp;
    case 1184: return libpq_type::timestamptz;
    case 1700: return libpq_type::numeric;
    case 2950: return libpq_type::uuid;
    case 2287: return libpq_type::records;
    case 3802: return libpq_type::jsonb;
    case 1000:  // of boolean
    case 1005:  // of smallint
    case 1007:  // of integer
    case 1009:  // of text
    case 1015:  // of varchar
    case 1016:  // of bigint
    case 1021:  // of real
    case 1022:  // of double precision
    case 1231: return libpq_type::array;  // of numeric
    case 19:    // name
    case 25:    // text
    case 114:   // json
    case 705:   // unknown
    case 1042:  // char(n)
    case 1043: return libpq_type::text;  // varchar
    default: return libpq_type::other;
    }
}

/// The type whose values a date or time is; the server counts from the year 2000.
constexpr libpq_type libpq_moment(bound_kind kind) {
    switch (kind) {
    case bound_kind::date: return libpq_type::date;
    case bound_kind::time: return libpq_type::time;
    case bound_kind::instant: return libpq_type::timestamptz;
    case bound_kind::local_time: return libpq_type::timestamp;
    default: return libpq_type::other;
    }
}
constexpr std::int64_t libpq_epoch(bound_kind kind) {
    return kind == bound_kind::date ? 10'957 : kind == bound_kind::time ? 0 : 946'684'800'000'000;
}

constexpr bool is_whole(libpq_type type) {
    return type == libpq_type::int16 || type == libpq_type::int32 || type == libpq_type::int64 || type == libpq_type::oid;
}

/// The type of an array's elements; 0 where it is no array of a type that we write in binary.
constexpr unsigned libpq_element_of(unsigned array) {
    switch (array) {
    case 1000: return 16;
    case 1001: return 17;
    case 1005: return 21;
    case 1007: return 23;
    case 1009: return 25;
    case 1014: return 1042;
    case 1015: return 1043;
    case 1016: return 20;
    case 1021: return 700;
    case 1022: return 701;
    case 1028: return 26;
    case 1115: return 1114;
    case 1182: return 1082;
    case 1183: return 1083;
    case 1185: return 1184;
    case 1231: return 1700;
    case 2951: return 2950;
    default: return 0;
    }
}

constexpr char const* name_of(libpq_type type) {
    switch (type) {
    case libpq_type::boolean: return "a boolean";
    case libpq_type::int16: return "a smallint";
    case libpq_type::int32: return "an integer";
    case libpq_type::int64: return "a bigint";
    case libpq_type::oid: return "an oid";
    case libpq_type::float32: return "a real";
    case libpq_type::float64: return "a double precision";
    case libpq_type::numeric: return "a numeric";
    case libpq_type::text:
    case libpq_type::character: return "a text";
    case libpq_type::jsonb: return "a jsonb";
    case libpq_type::bytes: return "a bytea";
    case libpq_type::date: return "a date";
    case libpq_type::time: return "a time";
    case libpq_type::timestamp: return "a timestamp";
    case libpq_type::timestamptz: return "a timestamptz";
    case libpq_type::uuid: return "a uuid";
    case libpq_type::records: return "an array of rows";
    case libpq_type::array: return "an array";
    case libpq_type::other: break;
    }
    return "a value of another type";
}

constexpr std::uint16_t swap_bytes(std::uint16_t value) { return __builtin_bswap16(value); }
constexpr std::uint32_t swap_bytes(std::uint32_t value) { return __builtin_bswap32(value); }
constexpr std::uint64_t swap_bytes(std::uint64_t value) { return __builtin_bswap64(value); }

template <class Unsigned>
Unsigned load_big_endian(char const* from) {
    Unsigned value;
    std::memcpy(&value, from, sizeof(value));
    if constexpr (std::endian::native == std::endian::little) value = swap_bytes(value);
    return value;
}
/// Gives how many bytes were written.
template <class Unsigned>
int store_big_endian(Unsigned value, char* to) {
    if constexpr (std::endian::native == std::endian::little) value = swap_bytes(value);
    std::memcpy(to, &value, sizeof(value));
    return static_cast<int>(sizeof(value));
}

}  // namespace koine::detail
