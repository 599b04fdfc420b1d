// SPDX-License-Identifier: BSL-1.0
// query · clause: where, having, group_by, order_by, limit, offset, on; for queries and for includes.
#pragma once

#include <koine/expression/assignment.hpp>
#include <koine/expression/column.hpp>
#include <koine/expression/raw.hpp>

namespace koine {

namespace detail {

/// A clause and its operands, ready to be appended to a query or an include.
template <op Code, class Values, class... Tokens>
struct clause {
    static constexpr op code = Code;
    using values_type = Values;
    [[no_unique_address]] Values values;
};

/// A clause of the operands' own tokens behind the clause's.
template <op Code, class Token, class Operands>
constexpr auto make_clause(Operands const& operands) {
    return typename Operands::template behind<clause, Code, Token>{operands.values};
}

template <class Type>
constexpr bool is_condition() {
    if constexpr (is_expression<Type>) return condition<Type>;
    else return false;
}

template <op Code, class Condition>
constexpr auto condition_clause(Condition const& condition) {
    constexpr bool assigns = is_assignment<Condition>;
    constexpr bool fits = is_condition<Condition>();
    static_assert(!assigns, "koine: = sets a column; a condition compares with ==");
    static_assert(fits || assigns, "koine: this clause takes a condition, such as a comparison or a column of bool");
    if constexpr (fits) return typename Condition::template behind<clause, Code, operator_token<Code, 1>>{condition.values};
    else return make_clause<Code, operator_token<Code, 1>>(refused<bool>);
}

/// What an order term has for a value: nothing to compare or select.
struct ordered {};

template <op Code, null_place Nulls>
struct order_token {
    static constexpr token value{.code = Code, .arity = 1, .number = static_cast<std::int64_t>(Nulls)};
};

/// A term of an order, which can still say where NULL stands.
template <op Code, class Values, class... Operand>
struct order_expression : expression<ordered, Values, order_token<Code, null_place::usual>, Operand...> {
    using base = expression<ordered, Values, order_token<Code, null_place::usual>, Operand...>;
    using base::base;
    [[nodiscard]] constexpr auto nulls_first() const { return expression<ordered, Values, order_token<Code, null_place::first>, Operand...>(this->values); }
    [[nodiscard]] constexpr auto nulls_last() const { return expression<ordered, Values, order_token<Code, null_place::last>, Operand...>(this->values); }
};
template <op Code, class Value, class Values, class... Operand>
constexpr auto ordered_by(expression<Value, Values, Operand...> const& operand) {
    static_assert(has_order<Value>, "koine: enums have no order that all databases agree on, and lists and JSON have none");
    return order_expression<Code, Values, Operand...>(operand.values);
}

template <class Type>
constexpr auto order_term(Type const& term) {
    static_assert(is_expression<Type>, "koine: rows are ordered by expressions, or by asc() and desc() of them");
    using value = typename value_of_operand<Type>::type;
    if constexpr (!is_expression<Type>) return refused<ordered>;
    else if constexpr (std::is_same_v<value, ordered> || std::is_same_v<value, maybe<ordered>>) return term;
    else return ordered_by<op::ascending>(term);
}

template <op Code, std::int64_t Number>
struct number_token {
    static constexpr token value{.code = Code, .arity = 0, .number = Number};
};

template <op Code, class Count>
constexpr auto counted(Count count) {
    static_assert(number_integer<Count>, "koine: limit and offset take an integer");
    if constexpr (number_integer<Count>) {
        if (std::cmp_less(count, 0)) throw error(error_kind::misuse, "koine: a limit or an offset is not negative");
        return make_clause<Code, operator_token<Code, 1>>(bind_as<std::int64_t, false>(count));
    } else {
        return make_clause<Code, operator_token<Code, 1>>(refused<std::int64_t>);
    }
}

}  // namespace detail

/// Keeps the rows for which a condition is true. Several are joined by AND.
template <class Condition>
constexpr auto where(Condition const& condition) {
    return detail::condition_clause<detail::op::where>(condition);
}
/// Keeps the groups for which a condition is true.
template <class Condition>
constexpr auto having(Condition const& condition) {
    return detail::condition_clause<detail::op::having>(condition);
}
/// Pairs the rows of a join.
template <class Condition>
constexpr auto on(Condition const& condition) {
    return detail::condition_clause<detail::op::where>(condition);
}
/// Smallest first, NULL last; `asc(column).nulls_first()` has it first.
template <detail::is_expression Operand>
constexpr auto asc(Operand const& operand) {
    return detail::ordered_by<detail::op::ascending>(operand);
}
/// Greatest first, NULL first; `desc(column).nulls_last()` has it last.
template <detail::is_expression Operand>
constexpr auto desc(Operand const& operand) {
    return detail::ordered_by<detail::op::descending>(operand);
}
template <class... Terms>
constexpr auto order_by(Terms const&... terms) {
    static_assert(sizeof...(Terms) > 0, "koine: order_by names at least one expression");
    return detail::make_clause<detail::op::order_by, detail::operator_token<detail::op::order_by, sizeof...(Terms)>>(
        detail::sequence(detail::order_term(terms)...));
}
template <class... Terms>
constexpr auto group_by(Terms const&... terms) {
    static_assert(sizeof...(Terms) > 0, "koine: group_by names at least one expression");
    constexpr bool expressions = (detail::is_expression<Terms> && ...);
    static_assert(expressions, "koine: rows are grouped by expressions, such as columns");
    if constexpr (expressions)
        return detail::make_clause<detail::op::group_by, detail::operator_token<detail::op::group_by, sizeof...(Terms)>>(
            detail::sequence(terms...));
    else return detail::make_clause<detail::op::group_by, detail::operator_token<detail::op::group_by, 1>>(detail::refused<void>);
}
/// At most so many rows; negative numbers are refused, 0 gives none.
template <class Count>
constexpr auto limit(Count count) {
    return detail::counted<detail::op::limit>(count);
}
/// At most so many rows, as a literal in the text.
template <std::int64_t Count>
constexpr auto limit() {
    static_assert(Count >= 0, "koine: a limit is not negative");
    return detail::clause<detail::op::limit, detail::values<0>, detail::number_token<detail::op::limit, Count>>{};
}
/// Leaves out so many rows first.
template <class Count>
constexpr auto offset(Count count) {
    return detail::counted<detail::op::offset>(count);
}
template <std::int64_t Count>
constexpr auto offset() {
    static_assert(Count >= 0, "koine: an offset is not negative");
    return detail::clause<detail::op::offset, detail::values<0>, detail::number_token<detail::op::offset, Count>>{};
}

}  // namespace koine
