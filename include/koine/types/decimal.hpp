// SPDX-License-Identifier: BSL-1.0
// types · decimal: exact numbers of so many digits, some of them behind the point. Opt-in.
#pragma once

#include <koine/detail/failure.hpp>
#include <koine/types/decimal_form.hpp>
#include <koine/types/integer.hpp>

#include <compare>
#include <string>

namespace koine {

namespace detail {
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_decimal() { throw error(error_kind::range, "koine: this is no decimal number of so many digits"); }
}  // namespace detail

/// An exact number of `Precision` digits, `Scale` of them behind the point: `koine::decimal<10, 2>("12.50")`. It is made of a
/// text, an integer or another decimal, and of none that it cannot hold; never of a double.
template <int Precision, int Scale>
class decimal {
    static_assert(Precision >= 1 && Precision <= detail::maximum_digits && Scale >= 0 && Scale <= Precision && Scale <= 30,
                  "koine: a decimal has 1 to 38 digits, of which 0 to 30 are behind the point");

public:
    constexpr decimal() = default;
    constexpr explicit decimal(std::string_view text) {
        detail::decimal_parts parts;
        if (!detail::read_decimal(text, parts)) detail::fail_decimal();
        take(parts);
    }
    template <detail::number_integer Integer>
    constexpr explicit decimal(Integer number) {
        take({number, 0});
    }
    template <int OtherPrecision, int OtherScale>
    constexpr explicit decimal(decimal<OtherPrecision, OtherScale> other) {
        take(other.parts());
    }

    /// The whole number that the digits are, without the point.
    [[nodiscard]] constexpr detail::int128 unscaled() const { return unscaled_; }
    [[nodiscard]] constexpr detail::decimal_parts parts() const { return {unscaled_, Scale}; }
    /// All digits behind the point are there.
    [[nodiscard]] std::string to_string() const { return std::string(detail::decimal_text(parts()).view()); }

    constexpr auto operator<=>(decimal const&) const = default;

private:
    friend type<decimal>;
    constexpr void take(detail::decimal_parts const& parts) {
        if (!detail::rescale(parts, Scale, Precision, unscaled_)) detail::fail_decimal();
    }

    detail::int128 unscaled_ = 0;
};

template <int Precision, int Scale>
struct type<decimal<Precision, Scale>> {
    using sum_type = decimal<detail::maximum_digits, Scale>;
    static constexpr storage kind = decimal_storage(Precision, Scale);
    static constexpr bound_value encode(decimal<Precision, Scale> value) { return bound_value::of(value.parts()); }
    static constexpr bool decode(detail::decimal_parts const& parts, decimal<Precision, Scale>& out) { return detail::rescale(parts, Scale, Precision, out.unscaled_); }
};

}  // namespace koine
