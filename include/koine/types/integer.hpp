// SPDX-License-Identifier: BSL-1.0
// types · integer: all widths, signed and unsigned; only uint64 has a storage kind of its own.
#pragma once

#include <koine/types/type.hpp>

#include <limits>
#include <utility>

namespace koine {

namespace detail {
/// An integer type that is a number: not bool, and not one of the character types.
template <class Type>
concept number_integer = std::is_integral_v<Type> && !std::is_same_v<Type, bool> && !std::is_same_v<Type, char> &&
                         !std::is_same_v<Type, wchar_t> && !std::is_same_v<Type, char8_t> &&
                         !std::is_same_v<Type, char16_t> && !std::is_same_v<Type, char32_t>;

template <class Integer>
constexpr storage integer_storage() {
    if (std::is_unsigned_v<Integer> && sizeof(Integer) == 8) return storage::uint64;
    constexpr std::size_t bytes = sizeof(Integer) * (std::is_unsigned_v<Integer> ? 2 : 1);
    return bytes <= 2 ? storage::int16 : bytes <= 4 ? storage::int32 : storage::int64;
}
}  // namespace detail

template <detail::number_integer Integer>
struct type<Integer> {
    static constexpr storage kind = detail::integer_storage<Integer>();
    static constexpr bound_value encode(Integer value) { return bound_value::of(static_cast<stored<kind>>(value)); }
    static constexpr bool decode(stored<kind> value, Integer& out) {
        if (!std::in_range<Integer>(value)) return false;
        return out = static_cast<Integer>(value), true;
    }
};

}  // namespace koine
