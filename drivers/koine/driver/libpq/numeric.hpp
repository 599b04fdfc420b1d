// SPDX-License-Identifier: BSL-1.0
// driver · libpq/numeric: PostgreSQL's numeric, in binary (utils/adt/numeric.c) and as text, to and from our numbers.
#pragma once

#include <koine/driver/libpq/wire.hpp>
#include <koine/types/decimal_form.hpp>

#include <charconv>
#include <limits>
#include <string_view>

namespace koine::detail {

/// How reading a number went: a fraction is of another kind than an integer, and what has too many digits is not.
enum class number_reading : unsigned char { read, of_another_kind, out_of_range };

/// A sign and digits to an integer of 64 bits.
template <class Integer>
number_reading whole_of(std::uint64_t magnitude, bool negative, Integer& out) {
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<Integer>::max());
    constexpr std::uint64_t smallest = std::is_signed_v<Integer> ? largest + 1 : 0;
    if (magnitude > (negative ? smallest : largest)) return number_reading::out_of_range;
    out = static_cast<Integer>(negative ? 0 - magnitude : magnitude);
    return number_reading::read;
}

/// Four decimal digits a group: the value is the sum of group[i] · 10000^(weight - i).
class numeric_view {
public:
    explicit numeric_view(char const* data)
        : groups_(load_big_endian<std::uint16_t>(data)), weight_(static_cast<std::int16_t>(load_big_endian<std::uint16_t>(data + 2))),
          sign_(load_big_endian<std::uint16_t>(data + 4)), first_(data + 8) {}

    template <class Integer>
    number_reading read(Integer& out) const {
        if (!finite()) return number_reading::of_another_kind;
        for (int i = weight_ < 0 ? 0 : weight_ + 1; i < groups_; ++i)
            if (group(i) != 0) return number_reading::of_another_kind;
        if (groups_ == 0) return whole_of(0, false, out);
        std::uint64_t magnitude = 0;
        for (int i = 0; i <= weight_; ++i)
            if (__builtin_mul_overflow(magnitude, 10000U, &magnitude) || __builtin_add_overflow(magnitude, group(i), &magnitude)) return number_reading::out_of_range;
        return whole_of(magnitude, sign_ == minus, out);
    }
    /// All of its digits, of which no more than 38 may count.
    number_reading read(decimal_parts& out) const {
        if (!finite()) return number_reading::of_another_kind;
        out = {};
        for (int i = 0; i <= weight_ || i < groups_; ++i) {
            unsigned rest = group(i);
            int digits = 4;
            if (i + 1 >= groups_ && i > weight_)
                for (; digits > 0 && rest % 10 == 0; --digits) rest /= 10;
            if (__builtin_mul_overflow(out.unscaled, power_of_ten(digits), &out.unscaled) || __builtin_add_overflow(out.unscaled, int128{rest}, &out.unscaled))
                return number_reading::out_of_range;
            if (i > weight_) out.scale += digits;
        }
        out.scale += weight_ < -1 ? 4 * (-1 - weight_) : 0;
        if (sign_ == minus) out.unscaled = -out.unscaled;
        return number_reading::read;
    }
    /// The nearest double.
    number_reading read(double& out) const {
        if (!finite()) {
            out = sign_ == not_a_number ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
            if (sign_ == minus_infinity) out = -out;
            return number_reading::read;
        }
        // No two doubles lie closer than 767 digits can tell; one more digit stands for all that follow.
        constexpr int most = 200;
        char digits[most * 4 + 16];
        char* at = digits;
        if (sign_ == minus) *at++ = '-';
        *at++ = '0';
        for (int i = 0; i < groups_ && i < most; ++i)
            for (unsigned rest = group(i), unit = 1000; unit > 0; rest %= unit, unit /= 10) *at++ = static_cast<char>('0' + rest / unit);
        if (groups_ > most) {
            *at++ = '.';
            *at++ = '1';
        }
        *at++ = 'e';
        at = std::to_chars(at, digits + sizeof(digits), 4 * (weight_ + 1 - (groups_ < most ? groups_ : most))).ptr;
        if (std::from_chars(digits, at, out).ec == std::errc()) return number_reading::read;
        out = 0;
        return weight_ < 0 ? number_reading::read : number_reading::out_of_range;
    }

private:
    static constexpr std::uint16_t minus = 0x4000, not_a_number = 0xC000, minus_infinity = 0xF000;

    [[nodiscard]] bool finite() const { return (sign_ & 0xC000) != 0xC000; }
    /// Groups of zeros at the end are not sent.
    [[nodiscard]] unsigned group(int index) const { return index < groups_ ? load_big_endian<std::uint16_t>(first_ + index * 2) : 0; }

    int groups_;
    int weight_;
    std::uint16_t sign_;
    char const* first_;
};

/// Writes a whole number; needs room for 18 bytes.
inline int store_numeric(std::uint64_t magnitude, bool negative, char* to) {
    std::uint16_t groups[5];
    int count = 0;
    for (; magnitude > 0; magnitude /= 10000) groups[count++] = static_cast<std::uint16_t>(magnitude % 10000);
    store_big_endian(static_cast<std::uint16_t>(count), to);
    store_big_endian(static_cast<std::uint16_t>(count == 0 ? 0 : count - 1), to + 2);
    store_big_endian(static_cast<std::uint16_t>(negative ? 0x4000 : 0), to + 4);
    store_big_endian(std::uint16_t{0}, to + 6);
    for (int i = 0; i < count; ++i) store_big_endian(groups[count - 1 - i], to + 8 + i * 2);
    return 8 + count * 2;
}

/// A whole number out of a text such as -12 or 12.00.
template <class Integer>
number_reading read_whole(std::string_view text, Integer& out) {
    bool const negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    std::uint64_t magnitude = 0;
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), magnitude);
    if (end == text.data()) return number_reading::of_another_kind;
    std::string_view fraction = text.substr(static_cast<std::size_t>(end - text.data()));
    if (fraction.starts_with('.')) fraction.remove_prefix(1);
    if (fraction.find_first_not_of('0') != std::string_view::npos) return number_reading::of_another_kind;
    if (failed != std::errc()) return number_reading::out_of_range;
    return whole_of(magnitude, negative, out);
}

/// A number with a fraction, out of a text without an exponent or of the shortest that gives it.
template <class Real>
number_reading read_number(std::string_view text, Real& out) {
    if (std::from_chars(text.data(), text.data() + text.size(), out).ec == std::errc()) return number_reading::read;
    out = 0;
    // What begins with zeros is nearer to zero than any double.
    return text.substr(0, text.find('.')).find_first_of("123456789") == std::string_view::npos ? number_reading::read : number_reading::out_of_range;
}

}  // namespace koine::detail
