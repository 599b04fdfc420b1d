// SPDX-License-Identifier: BSL-1.0
// expression · number_function: absolute values, signs, roots, and floating-point numbers without their fraction.
#pragma once

#include <koine/expression/function.hpp>

namespace koine {

namespace detail {

template <function Which, class Result, class Operand>
constexpr auto of_number(Operand const& operand) {
    using value = typename Operand::value_type;
    constexpr bool number = std::is_arithmetic_v<without_optional<value>> && !std::is_same_v<without_optional<value>, bool>;
    static_assert(number || any_refused<value>, "koine: this function is of numbers");
    if constexpr (number) return call<Which, optional_if<is_optional<value>, Result>>(operand);
    else return refused<refused_value>;
}

template <function Which, class Operand>
constexpr auto fractionless(Operand const& operand) {
    using value = typename Operand::value_type;
    constexpr bool floating = std::is_floating_point_v<without_optional<value>>;
    static_assert(floating || any_refused<value>, "koine: floating-point numbers are rounded; an integer is whole already");
    if constexpr (floating) return call<Which, optional_if<is_optional<value>, double>>(operand);
    else return refused<refused_value>;
}

}  // namespace detail

/// A number without its sign. That of the smallest std::int64_t is an error of the server.
template <detail::is_expression Operand>
constexpr auto absolute(Operand const& operand) {
    using value = typename Operand::value_type;
    return detail::of_number<function::absolute, detail::widened<detail::without_optional<value>>>(operand);
}
/// -1, 0 or 1.
template <detail::is_expression Operand>
constexpr auto sign(Operand const& operand) {
    return detail::of_number<function::sign, std::int64_t>(operand);
}
/// The nearest whole number, a half away from zero.
template <detail::is_expression Operand>
constexpr auto round(Operand const& operand) {
    return detail::fractionless<function::round>(operand);
}
/// The greatest whole number that is not greater.
template <detail::is_expression Operand>
constexpr auto floor(Operand const& operand) {
    return detail::fractionless<function::floor>(operand);
}
/// The smallest whole number that is not smaller.
template <detail::is_expression Operand>
constexpr auto ceiling(Operand const& operand) {
    return detail::fractionless<function::ceiling>(operand);
}
/// The number without its fraction.
template <detail::is_expression Operand>
constexpr auto truncate(Operand const& operand) {
    return detail::fractionless<function::truncate>(operand);
}
/// The square root, as a double; NULL of a negative number.
template <detail::is_expression Operand>
constexpr auto square_root(Operand const& operand) {
    using value = typename Operand::value_type;
    constexpr bool number = std::is_arithmetic_v<detail::without_optional<value>> && !std::is_same_v<detail::without_optional<value>, bool>;
    static_assert(number || detail::any_refused<value>, "koine: this function is of numbers");
    if constexpr (number) return detail::call<function::square_root, std::optional<double>>(detail::argument<double>(operand));
    else return detail::refused<detail::refused_value>;
}

}  // namespace koine
