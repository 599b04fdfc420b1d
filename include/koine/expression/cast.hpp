// SPDX-License-Identifier: BSL-1.0
// expression · cast: a value as another type, where all databases make the same of it.
#pragma once

#include <koine/expression/function.hpp>

namespace koine {

namespace detail {

template <class To, class From>
constexpr bool casts() {
    if constexpr (std::is_same_v<To, double>) return std::is_arithmetic_v<From> && !std::is_same_v<From, bool>;
    else if constexpr (std::is_same_v<To, std::int64_t>) return std::is_floating_point_v<From> || std::is_same_v<From, bool>;
    else if constexpr (std::is_same_v<To, std::string>) return number_integer<From>;
    else return std::is_same_v<To, std::vector<std::byte>> && std::is_same_v<From, std::string>;
}

}  // namespace detail

/// A value as another type: a number as a double; a floating-point number (its fraction left out, NULL beyond the range) or a bool as
/// std::int64_t; an integer as std::string; text as the bytes of its UTF-8. The databases differ in all else: text that is no
/// number is an error or 0, a double has many spellings.
template <class To, detail::is_expression Operand>
constexpr auto cast(Operand const& operand) {
    using value = typename Operand::value_type;
    using from = detail::without_optional<value>;
    constexpr bool fits = detail::casts<To, from>();
    static_assert(fits || detail::any_refused<value>,
                  "koine: cast is of a number to double, of a floating-point number or a bool to std::int64_t, of an integer to std::string, of text to "
                  "std::vector<std::byte>; databases differ in the others");
    using result = detail::optional_if<detail::is_optional<value>, To>;
    if constexpr (!fits) return detail::refused<detail::refused_value>;
    else if constexpr (std::is_same_v<To, double>) return detail::call<function::real_of_number, result>(operand);
    else if constexpr (std::is_same_v<To, std::string>) return detail::call<function::text_of_integer, result>(operand);
    else if constexpr (std::is_same_v<from, bool>) return detail::call<function::integer_of_boolean, result>(operand);
    else if constexpr (std::is_floating_point_v<from>) return detail::call<function::integer_of_real, std::optional<To>>(operand);
    else return detail::call<function::bytes_of_text, result>(operand);
}

}  // namespace koine
