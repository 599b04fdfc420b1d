// SPDX-License-Identifier: BSL-1.0
// expression · aggregate: count, sum, avg, min, max. Sum over no rows is an empty optional, count is 0.
#pragma once

#include <koine/expression/arithmetic.hpp>

namespace koine {

/// The number of rows.
constexpr auto count() {
    return detail::expression<std::int64_t, detail::values<0>, detail::operator_token<detail::op::count_rows, 0, storage::int64>>{};
}
/// The number of rows in which the operand is not NULL.
template <detail::is_expression Operand>
constexpr auto count(Operand const& operand) {
    return detail::apply<std::int64_t, detail::operator_token<detail::op::count, 1, storage::int64>>(operand);
}
/// The number of different values of the operand, NULL not counted.
template <detail::is_expression Operand>
constexpr auto count_distinct(Operand const& operand) {
    return detail::apply<std::int64_t, detail::operator_token<detail::op::count_distinct, 1, storage::int64>>(operand);
}
namespace detail {
/// What values of a type add up to.
template <class Value>
struct sum_of_values {
    using type = arithmetic_result<Value, Value>;
};
template <class Value>
    requires requires { typename type<Value>::sum_type; }
struct sum_of_values<Value> {
    using type = typename koine::type<Value>::sum_type;
};
}  // namespace detail

/// The sum: of integers an int64, checked for its range in the client; of floating-point numbers a double; of decimals one
/// of 38 digits.
template <detail::is_expression Operand>
constexpr auto sum(Operand const& operand) {
    using value = typename Operand::value_type;
    static_assert(detail::family_of<value>() == detail::family::number || detail::family_of<value>() == detail::family::decimal, "koine: sum is of numbers");
    using result = typename detail::sum_of_values<detail::without_optional<value>>::type;
    return detail::apply<std::optional<result>, detail::operator_token<detail::op::sum, 1, type<result>::kind, true>>(operand);
}
/// The mean, as a double.
template <detail::is_expression Operand>
constexpr auto avg(Operand const& operand) {
    static_assert(detail::family_of<typename Operand::value_type>() == detail::family::number, "koine: avg is of numbers; the mean of decimals has another scale on each database, so divide their sum in C++");
    return detail::apply<std::optional<double>, detail::operator_token<detail::op::average, 1, storage::float64, true>>(operand);
}
template <detail::is_expression Operand>
constexpr auto min(Operand const& operand) {
    using value = typename Operand::value_type;
    static_assert(detail::family_of<value>() != detail::family::enumeration, "koine: enums have no order that all databases agree on");
    return detail::apply<detail::optional_if<true, value>, detail::operator_token<detail::op::minimum, 1, kind_of<value>, true>>(operand);
}
template <detail::is_expression Operand>
constexpr auto max(Operand const& operand) {
    using value = typename Operand::value_type;
    static_assert(detail::family_of<value>() != detail::family::enumeration, "koine: enums have no order that all databases agree on");
    return detail::apply<detail::optional_if<true, value>, detail::operator_token<detail::op::maximum, 1, kind_of<value>, true>>(operand);
}

}  // namespace koine
