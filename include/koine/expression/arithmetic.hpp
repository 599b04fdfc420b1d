// SPDX-License-Identifier: BSL-1.0
// expression · arithmetic: + - * / %. Integers divide toward zero; x / 0 and x % 0 are NULL.
#pragma once

#include <koine/expression/expression.hpp>

namespace koine::detail {

/// Integers of any width compute as int64, everything else as double.
template <class Left, class Right>
using arithmetic_result =
    std::conditional_t<number_integer<without_optional<Left>> && number_integer<without_optional<Right>>, std::int64_t, double>;

template <op Code, class Left, class Right>
constexpr auto compute(Left const& left, Right const& right) {
    using left_value = typename value_of_operand<Left>::type;
    using right_value = typename value_of_operand<Right>::type;
    constexpr bool numbers = family_of<left_value>() == family::number && family_of<right_value>() == family::number;
    static_assert(numbers || any_refused<left_value, right_value>, "koine: arithmetic is of numbers; with dates, times and decimals C++ computes");
    if constexpr (numbers) {
        using result = arithmetic_result<left_value, right_value>;
        static_assert(Code != op::modulo || std::is_same_v<result, std::int64_t>, "koine: % is of integers");
        constexpr bool nullable = any_optional<left_value, right_value> || Code == op::divide || Code == op::modulo;
        // A divisor is compared with 0 on PostgreSQL, which would take a bare placeholder for an integer.
        constexpr bool typed = Code != op::divide && Code != op::modulo;
        return apply<optional_if<nullable, result>, operator_token<Code, 2, type<result>::kind, nullable>>(
            as_expression<partner_type<Left, Right>, typed>(left), as_expression<partner_type<Left, Right>, typed>(right));
    } else {
        return refused<refused_value>;
    }
}

template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator+(Left const& left, Right const& right) {
    return compute<op::add>(left, right);
}
template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator-(Left const& left, Right const& right) {
    return compute<op::subtract>(left, right);
}
template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator*(Left const& left, Right const& right) {
    return compute<op::multiply>(left, right);
}
template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator/(Left const& left, Right const& right) {
    return compute<op::divide>(left, right);
}
template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator%(Left const& left, Right const& right) {
    return compute<op::modulo>(left, right);
}
template <is_expression Operand>
constexpr auto operator-(Operand const& operand) {
    using value = typename Operand::value_type;
    constexpr bool number = family_of<value>() == family::number || any_refused<value>;
    static_assert(number, "koine: arithmetic is of numbers; with dates, times and decimals C++ computes");
    using result = arithmetic_result<value, value>;
    return apply<optional_if<is_optional<value>, result>, operator_token<op::negate, 1, type<result>::kind, is_optional<value>>>(operand);
}

}  // namespace koine::detail
