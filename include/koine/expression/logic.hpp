// SPDX-License-Identifier: BSL-1.0
// expression · logic: && || ! and the parts that may be absent.
#pragma once

#include <koine/expression/comparison.hpp>

namespace koine {

namespace detail {

template <class Value>
struct condition_traits {
    static constexpr bool is_condition = std::is_same_v<Value, bool> || std::is_same_v<Value, std::optional<bool>>;
    static constexpr bool may_be_absent = false;
};
template <class Value>
struct condition_traits<maybe<Value>> {
    static constexpr bool is_condition = condition_traits<Value>::is_condition;
    static constexpr bool may_be_absent = true;
};

/// An expression that is true, false or, with NULL in it, neither.
template <class Type>
concept condition = is_expression<Type> && condition_traits<typename Type::value_type>::is_condition;

/// Whether an expression is a condition that is always there.
template <class Type>
constexpr bool is_certain_condition() {
    if constexpr (condition<Type>) return !condition_traits<typename Type::value_type>::may_be_absent;
    else return false;
}

template <op Code, class Left, class Right>
constexpr auto connect(Left const& left, Right const& right) {
    constexpr bool conditions = condition<Left> && condition<Right>;
    static_assert(conditions, "koine: && and || connect two conditions, such as comparisons or columns of bool");
    if constexpr (conditions) {
        using left_value = typename Left::value_type;
        using right_value = typename Right::value_type;
        constexpr bool absent = condition_traits<left_value>::may_be_absent || condition_traits<right_value>::may_be_absent;
        using result = std::conditional_t<absent, maybe<bool>, optional_if<any_optional<left_value, right_value>, bool>>;
        return apply<result, operator_token<Code, 2>>(left, right);
    } else {
        return refused<bool>;
    }
}

template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator&&(Left const& left, Right const& right) {
    return connect<op::logical_and>(left, right);
}
template <class Left, class Right>
    requires some_expression<Left, Right>
constexpr auto operator||(Left const& left, Right const& right) {
    return connect<op::logical_or>(left, right);
}
template <is_expression Operand>
constexpr auto operator!(Operand const& operand) {
    static_assert(condition<Operand>, "koine: ! negates a condition, such as a comparison or a column of bool");
    if constexpr (condition<Operand>) return apply<typename Operand::value_type, operator_token<op::logical_not, 1>>(operand);
    else return refused<bool>;
}

}  // namespace detail

/// A part that is there only where `present` holds when the query runs; the text of the rest stays constant.
template <detail::is_expression Part>
constexpr auto when(bool present, Part const& part) {
    return detail::present_when(present, part);
}

/// As `when(present, part)`, where the part can only be made if it is present: `make` is called then, else its shape alone counts.
template <class Present, class Make>
    requires std::is_invocable_v<Make const&>
constexpr auto when(Present const& present, Make const& make) {
    using part = decltype(make());
    return when(static_cast<bool>(present), static_cast<bool>(present) ? make() : part{});
}

}  // namespace koine
