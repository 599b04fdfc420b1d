// SPDX-License-Identifier: BSL-1.0
// types · decimal_form: decimal numbers as a whole number of 128 bits and a scale, and as text.
#pragma once

#include <koine/types/bound_value.hpp>

namespace koine::detail {

inline constexpr int maximum_digits = 38;

constexpr int128 power_of_ten(int exponent) {
    int128 power = 1;
    while (exponent-- > 0) power *= 10;
    return power;
}
constexpr bool has_digits(int128 number, int digits) { return number < power_of_ten(digits) && -number < power_of_ten(digits); }

/// With as many digits behind the point as are not zero: one value has one such text.
constexpr decimal_parts without_zeros(decimal_parts parts) {
    for (; parts.scale > 0 && parts.unscaled % 10 == 0; --parts.scale) parts.unscaled /= 10;
    return parts;
}
/// The same value at another scale; false where it has digits beyond that, or too many.
constexpr bool rescale(decimal_parts parts, int scale, int precision, int128& out) {
    parts = without_zeros(parts);
    if (parts.scale > scale || !has_digits(parts.unscaled, maximum_digits)) return false;
    for (; parts.scale < scale; ++parts.scale)
        if (__builtin_mul_overflow(parts.unscaled, 10, &parts.unscaled)) return false;
    return out = parts.unscaled, has_digits(out, precision);
}

/// -12.50: all digits of its scale.
struct decimal_text {
    char at[maximum_digits + 3];
    std::size_t first = sizeof(at);

    constexpr explicit decimal_text(decimal_parts const& parts) : at{} {
        bool const negative = parts.unscaled < 0;
        int128 rest = negative ? -parts.unscaled : parts.unscaled;
        for (int digit = 0; digit <= parts.scale || rest != 0; ++digit, rest /= 10) {
            if (digit > 0 && digit == parts.scale) at[--first] = '.';
            at[--first] = static_cast<char>('0' + static_cast<int>(rest % 10));
        }
        if (negative) at[--first] = '-';
    }
    [[nodiscard]] constexpr std::string_view view() const { return {at + first, sizeof(at) - first}; }
};

/// Reads a sign, digits and a fraction; false of anything else, and of more digits than 38. Zeros at the end do not count.
constexpr bool read_decimal(std::string_view text, decimal_parts& out) {
    bool const negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    out = {};
    int zeros = 0;
    bool point = false;
    bool any = false;
    auto const append = [&](int digit) {
        if (!has_digits(out.unscaled, maximum_digits - 1)) return false;
        return out.unscaled = out.unscaled * 10 + digit, out.scale += point ? 1 : 0, true;
    };
    for (char const c : text) {
        if (c == '.' && !point && any) {
            point = true;
            any = false;
            continue;
        }
        if (c < '0' || c > '9') return false;
        any = true;
        if (c == '0' && point) {
            ++zeros;
            continue;
        }
        for (; zeros > 0; --zeros)
            if (!append(0)) return false;
        if (!append(c - '0')) return false;
    }
    if (negative) out.unscaled = -out.unscaled;
    return any;
}

}  // namespace koine::detail
