// SPDX-License-Identifier: BSL-1.0
// types · bound_value: one value on its way to a placeholder, with its C++ type erased.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace koine {

/// A view of bytes; std::span would cost every user its header.
struct bytes_view {
    std::byte const* data = nullptr;
    std::size_t size = 0;
};

/// A uuid: its first eight bytes and its last, each big-endian.
struct uuid_words {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
};

namespace detail {
__extension__ typedef __int128 int128;

/// A decimal number: `unscaled` / 10^`scale`.
struct decimal_parts {
    int128 unscaled = 0;
    int scale = 0;
};
}  // namespace detail

enum class bound_kind : unsigned char {
    null,
    boolean,
    integer,
    unsigned_integer,
    real,
    text,
    bytes,
    date,        ///< in days since 1970
    time,        ///< in microseconds since midnight
    instant,     ///< in microseconds since 1970
    local_time,  ///< the same
    uuid,
    decimal,
    list,   ///< of `in`, of any length
    array,  ///< a list that is one value
    document,  ///< an object that is written as JSON when it is sent
    presence,  ///< whether a part given to `when` is there; never sent
};

struct bound_value;

/// How JSON has a uint64: some databases have no number for it.
enum class unsigned_form : unsigned char { number, hexadecimal };

/// What a value brings along that is written as JSON: a driver has the code for it only where there are such values.
struct json_writing {
    bound_value (*element)(void const* first, std::size_t index);  ///< of an array
    void (*write)(bound_value const& value, std::string& out, unsigned_form form);
};

/// A value for a placeholder. Text, bytes and lists are views; what a query owns is put in just before it runs.
struct bound_value {
    using element_reader = bound_value (*)(void const* first, std::size_t index);

    bound_kind kind = bound_kind::null;
    unsigned char scale = 0;  ///< of a decimal
    bool owned = false;  ///< the query owns what this views, in the order of its owned values
    union {
        std::int64_t integer = 0;
        std::uint64_t unsigned_integer;
        double real;
        bool boolean;
        char const* text;
        std::byte const* bytes;
        void const* elements;
    };
    std::size_t size = 0;                  ///< of text and bytes in bytes, of a list or an array in elements
    union {
        element_reader element = nullptr;  ///< of a list: gives one element
        json_writing const* json;          ///< of an array, and of a document, which `elements` points to
        std::uint64_t low;                 ///< of a uuid and a decimal: the last eight bytes
    };

    constexpr bound_value() = default;
    static constexpr bound_value of(bool value) {
        bound_value bound(bound_kind::boolean);
        bound.boolean = value;
        return bound;
    }
    static constexpr bound_value of(std::int64_t value) {
        bound_value bound(bound_kind::integer);
        bound.integer = value;
        return bound;
    }
    static constexpr bound_value moment(bound_kind which, std::int64_t count) {
        bound_value bound(which);
        bound.integer = count;
        return bound;
    }
    static constexpr bound_value of(std::uint64_t value) {
        bound_value bound(bound_kind::unsigned_integer);
        bound.unsigned_integer = value;
        return bound;
    }
    static constexpr bound_value of(uuid_words const& value) {
        bound_value bound(bound_kind::uuid);
        bound.unsigned_integer = value.high;
        bound.low = value.low;
        return bound;
    }
    static constexpr bound_value of(detail::decimal_parts const& value) {
        bound_value bound(bound_kind::decimal);
        bound.unsigned_integer = static_cast<std::uint64_t>(value.unscaled >> 64);
        bound.low = static_cast<std::uint64_t>(value.unscaled);
        bound.scale = static_cast<unsigned char>(value.scale);
        return bound;
    }
    static constexpr bound_value of(double value) {
        bound_value bound(bound_kind::real);
        bound.real = value;
        return bound;
    }
    static constexpr bound_value of(std::string_view value) {
        bound_value bound(bound_kind::text);
        bound.text = value.data();
        bound.size = value.size();
        return bound;
    }
    static constexpr bound_value of(bytes_view value) {
        bound_value bound(bound_kind::bytes);
        bound.bytes = value.data;
        bound.size = value.size;
        return bound;
    }
    static constexpr bound_value of(void const* elements, std::size_t count, element_reader reader) {
        bound_value bound(bound_kind::list);
        bound.elements = elements;
        bound.size = count;
        bound.element = reader;
        return bound;
    }
    static constexpr bound_value array(void const* elements, std::size_t count, json_writing const& writing) {
        bound_value bound(bound_kind::array);
        bound.elements = elements;
        bound.size = count;
        bound.json = &writing;
        return bound;
    }
    static constexpr bound_value document(void const* object, json_writing const& writing) {
        bound_value bound(bound_kind::document);
        bound.elements = object;
        bound.json = &writing;
        return bound;
    }
    static constexpr bound_value presence(bool present) {
        bound_value bound(bound_kind::presence);
        bound.boolean = present;
        return bound;
    }

    [[nodiscard]] constexpr bool has_elements() const { return kind == bound_kind::list || kind == bound_kind::array; }
    [[nodiscard]] bound_value element_at(std::size_t index) const { return (kind == bound_kind::array ? json->element : element)(elements, index); }
    [[nodiscard]] constexpr std::string_view as_text() const { return {text, size}; }
    [[nodiscard]] constexpr bytes_view as_bytes() const { return {bytes, size}; }
    [[nodiscard]] constexpr detail::decimal_parts as_decimal() const { return {static_cast<detail::int128>(unsigned_integer) << 64 | low, scale}; }
    [[nodiscard]] constexpr uuid_words as_uuid() const { return {unsigned_integer, low}; }

private:
    explicit constexpr bound_value(bound_kind which) : kind(which) {}
};

}  // namespace koine
