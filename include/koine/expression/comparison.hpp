// SPDX-License-Identifier: BSL-1.0
// expression · comparison: == != < <= > >=, between, and the tests for NULL.
#pragma once

#include <koine/expression/expression.hpp>

namespace koine {

namespace detail {

/// A value of `given`: the comparison with it is there when the optional is.
template <class Value>
struct given_value {
    std::optional<Value> value;
};
template <class Type>
struct given_traits {
    static constexpr bool is_given = false;
};
template <class Value>
struct given_traits<given_value<Value>> {
    static constexpr bool is_given = true;
};

/// Marks a condition as one that is there only where `present` holds.
template <class Value, class Values, class... Tokens>
constexpr auto present_when(bool present, expression<Value, Values, Tokens...> const& part) {
    values<1> flag;
    flag.at[0] = bound_value::presence(present);
    auto all = join(flag, part.values);
    return expression<maybe<Value>, decltype(all), operator_token<op::when, 1>, Tokens...>(all);
}

template <op Code, class Left, class Right>
constexpr auto compare(Left const& left, Right const& right) {
    if constexpr (given_traits<Right>::is_given) {
        return present_when(right.value.has_value(), compare<Code>(left, right.value.value_or(some_value<std::remove_cvref_t<decltype(*right.value)>>())));
    } else if constexpr (given_traits<Left>::is_given) {
        return present_when(left.value.has_value(), compare<Code>(left.value.value_or(some_value<std::remove_cvref_t<decltype(*left.value)>>()), right));
    } else {
        using left_value = typename value_of_operand<Left>::type;
        using right_value = typename value_of_operand<Right>::type;
        constexpr bool bound_optional = (!is_expression<Left> && is_optional<Left>) || (!is_expression<Right> && is_optional<Right>);
        static_assert(!bound_optional,
                      "koine: a bound std::optional has two readings in a comparison; write same_as(value), which is true for "
                      "NULL and NULL, or column == koine::given(value), a part that is there when the optional is");
        if constexpr (!bound_optional && comparable<left_value, right_value>()) {
            constexpr bool ordered = Code == op::equal || Code == op::not_equal || family_of<left_value>() != family::enumeration;
            static_assert(ordered, "koine: enums have no order that all databases agree on; compare them with == and !=");
            constexpr bool nullable = any_optional<left_value, right_value>;
            return apply<optional_if<nullable, bool>, operator_token<Code, 2, storage::boolean, nullable>>(
                as_expression<partner_type<Left, Right>>(left), as_expression<partner_type<Left, Right>>(right));
        } else {
            static_assert(bound_optional || any_refused<left_value, right_value>,
                          "koine: these two cannot be compared; numbers compare with numbers, text with text, bool with bool, "
                          "bytes with bytes, a date with dates, an enum with the same enum");
            return refused<bool>;
        }
    }
}

template <op Code, class Operand>
constexpr auto null_test(Operand const& operand) {
    return apply<bool, operator_token<Code, 1>>(operand);
}

}  // namespace detail

// Every operator takes (column, value) and (value, column), and != is written out: C++20 otherwise rewrites `5 == column`
// and `column != 5` to ==, and refuses a result that is no bool.
namespace detail {

template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator==(Left const& left, Right const& right) {
    if constexpr (std::is_same_v<Right, std::nullopt_t>) return null_test<op::is_null>(left);
    else if constexpr (std::is_same_v<Left, std::nullopt_t>) return null_test<op::is_null>(right);
    else return compare<op::equal>(left, right);
}
template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator!=(Left const& left, Right const& right) {
    if constexpr (std::is_same_v<Right, std::nullopt_t>) return null_test<op::is_not_null>(left);
    else if constexpr (std::is_same_v<Left, std::nullopt_t>) return null_test<op::is_not_null>(right);
    else return compare<op::not_equal>(left, right);
}
template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator<(Left const& left, Right const& right) {
    return compare<op::less>(left, right);
}
template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator<=(Left const& left, Right const& right) {
    return compare<op::less_equal>(left, right);
}
template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator>(Left const& left, Right const& right) {
    return compare<op::greater>(left, right);
}
template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator>=(Left const& left, Right const& right) {
    return compare<op::greater_equal>(left, right);
}

}  // namespace detail

/// A comparison with this value is there when the optional holds one, and is left out otherwise.
template <class Value>
constexpr auto given(std::optional<Value> const& value) {
    return detail::given_value<Value>{value};
}

/// Whether an expression lies between two bounds, both included.
template <detail::is_expression Operand, class Low, class High>
constexpr auto between(Operand const& operand, Low const& low, High const& high) {
    using value = typename Operand::value_type;
    using low_value = typename detail::value_of_operand<Low>::type;
    using high_value = typename detail::value_of_operand<High>::type;
    constexpr bool comparable = detail::comparable<value, low_value>() && detail::comparable<value, high_value>();
    static_assert(comparable, "koine: between compares an expression with two bounds of its own family of values");
    if constexpr (comparable) {
        static_assert(detail::family_of<value>() != detail::family::enumeration, "koine: enums have no order that all databases agree on");
        constexpr bool nullable = detail::any_optional<value, low_value, high_value>;
        return detail::apply<detail::optional_if<nullable, bool>, detail::operator_token<detail::op::between, 3, storage::boolean, nullable>>(
            operand, detail::as_expression<value>(low), detail::as_expression<value>(high));
    } else {
        return detail::refused<bool>;
    }
}

}  // namespace koine
