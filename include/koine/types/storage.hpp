// SPDX-License-Identifier: BSL-1.0
// types · storage: the kinds of value that dialects spell and drivers bind.
#pragma once

namespace koine {

/// How a value is kept in a database. A C++ type picks one; dialects name its column type, drivers bind it.
enum class storage : unsigned short {
    boolean,
    int16,
    int32,
    int64,
    uint64,   ///< SQLite: eight bytes, big-endian, so that equality, order and keys hold
    float32,
    float64,
    text,     ///< UTF-8, any length, NUL included where the database can keep it
    bytes,
    date,        ///< of the Gregorian calendar, years 1 to 9999
    time,        ///< of a day, in microseconds
    instant,     ///< a point of time, in microseconds, in UTC
    local_time,  ///< a date and a time of day in no zone
    uuid,        ///< sixteen bytes, in whose order they are
    json,        ///< a JSON text
    decimals,    ///< from here on: exact numbers, each precision and scale a kind of its own
};

/// The kind of exact numbers of so many digits, `scale` of them behind the point.
constexpr storage decimal_storage(int precision, int scale) { return static_cast<storage>(static_cast<int>(storage::decimals) + precision * 64 + scale); }
/// The kind of lists whose elements are of a kind.
constexpr storage list_storage(storage element) { return static_cast<storage>(static_cast<int>(element) | 0x8000); }
constexpr bool is_list(storage kind) { return static_cast<int>(kind) >= 0x8000; }
constexpr storage element_of(storage list) { return static_cast<storage>(static_cast<int>(list) & 0x7fff); }

/// Whether databases without arrays keep it as JSON.
constexpr bool is_json_form(storage kind) { return is_list(kind) || kind == storage::json; }

constexpr bool is_decimal(storage kind) { return kind > storage::decimals && !is_list(kind); }
constexpr int precision_of(storage kind) { return (static_cast<int>(kind) - static_cast<int>(storage::decimals)) / 64; }
constexpr int scale_of(storage kind) { return (static_cast<int>(kind) - static_cast<int>(storage::decimals)) % 64; }

constexpr bool is_integer(storage kind) {
    return kind == storage::int16 || kind == storage::int32 || kind == storage::int64 || kind == storage::uint64;
}
constexpr bool is_floating(storage kind) { return kind == storage::float32 || kind == storage::float64; }
constexpr bool is_moment(storage kind) { return kind >= storage::date && kind <= storage::local_time; }

}  // namespace koine
