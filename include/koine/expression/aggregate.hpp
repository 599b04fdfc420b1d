// SPDX-License-Identifier: BSL-1.0
// expression · aggregate: count, sum, avg, min, max and what else is made of many rows. Sum over no rows is an empty optional,
// count is 0.
#pragma once

#include <koine/expression/arithmetic.hpp>
#include <koine/expression/logic.hpp>

namespace koine {

namespace detail {

template <op Code, int Arity, class Result, bool Distinct = false>
struct aggregate_token {
    static constexpr token value{.code = Code, .arity = Arity, .kind = kind_of<Result>, .nullable = is_optional<Result>, .distinct = Distinct};
};
/// One whose name every database has.
template <class Result, fixed_string Name>
struct statistic_token {
    static constexpr token value{.code = op::statistic, .arity = 1, .kind = kind_of<Result>, .nullable = true, .text = kept_text<Name>.view()};
};
/// The same aggregate of those rows for which its last operand is true.
template <class Token>
struct filtered_token {
    static constexpr token value = [] {
        token filtered = Token::value;
        ++filtered.arity;
        filtered.filtered = true;
        return filtered;
    }();
};

/// An aggregate, which can still be narrowed to some rows.
template <class Value, class Token, class Values, class... Operand>
struct aggregate_expression : expression<Value, Values, Token, Operand...> {
    using base = expression<Value, Values, Token, Operand...>;
    using base::base;

    /// Of those rows alone for which a condition is true: `koine::count().filter(col<&article::published>)`.
    template <class Condition>
    [[nodiscard]] constexpr auto filter(Condition const& condition) const {
        constexpr bool certain = is_certain_condition<Condition>();
        static_assert(certain, "koine: filter takes a condition, such as a comparison or a column of bool, and none that may be absent");
        if constexpr (certain)
            return [&]<class All, class... More>(expression<void, All, More...> const& all) {
                return expression<Value, All, filtered_token<Token>, More...>(all.values);
            }(sequence(expression<void, Values, Operand...>(this->values), condition));
        else return refused<Value>;
    }
};

template <class Result, class Token, class Value, class Values, class... Operand>
constexpr auto aggregate(expression<Value, Values, Operand...> const& operand) {
    return aggregate_expression<Result, Token, Values, Operand...>(operand.values);
}

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

template <bool Distinct, class Value, class Values, class... Operand>
constexpr auto sum_up(expression<Value, Values, Operand...> const& operand) {
    static_assert(family_of<Value>() == family::number || family_of<Value>() == family::decimal, "koine: sum is of numbers");
    using result = std::optional<typename sum_of_values<without_optional<Value>>::type>;
    return aggregate<result, aggregate_token<op::sum, 1, result, Distinct>>(operand);
}
template <bool Distinct, class Value, class Values, class... Operand>
constexpr auto average(expression<Value, Values, Operand...> const& operand) {
    static_assert(family_of<Value>() == family::number, "koine: avg is of numbers; the mean of decimals has another scale on each database, so divide their sum in C++");
    return aggregate<std::optional<double>, aggregate_token<op::average, 1, std::optional<double>, Distinct>>(operand);
}
template <op Code, class Value, class Values, class... Operand>
constexpr auto extreme_of(expression<Value, Values, Operand...> const& operand) {
    static_assert(has_order<Value>, "koine: enums have no order that all databases agree on, and lists and JSON have none");
    using result = optional_if<true, Value>;
    return aggregate<result, aggregate_token<Code, 1, result>>(operand);
}
template <fixed_string Name, class Value, class Values, class... Operand>
constexpr auto statistic(expression<Value, Values, Operand...> const& operand) {
    static_assert(family_of<Value>() == family::number, "koine: deviations and variances are of numbers");
    return aggregate<std::optional<double>, statistic_token<std::optional<double>, Name>>(operand);
}
template <op Code, class Operand>
constexpr auto of_truth(Operand const& operand) {
    constexpr bool certain = is_certain_condition<Operand>();
    static_assert(certain, "koine: bool_or and bool_and are of a condition, such as a comparison or a column of bool, and none that may be absent");
    using result = std::optional<bool>;
    if constexpr (certain) return aggregate<result, aggregate_token<Code, 1, result>>(operand);
    else return refused<result>;
}

}  // namespace detail

/// The number of rows.
constexpr auto count() {
    return detail::aggregate_expression<std::int64_t, detail::aggregate_token<detail::op::count_rows, 0, std::int64_t>, detail::values<0>>{};
}
/// The number of rows in which the operand is not NULL.
template <detail::is_expression Operand>
constexpr auto count(Operand const& operand) {
    return detail::aggregate<std::int64_t, detail::aggregate_token<detail::op::count, 1, std::int64_t>>(operand);
}
/// The number of different values of the operand, NULL not counted.
template <detail::is_expression Operand>
constexpr auto count_distinct(Operand const& operand) {
    return detail::aggregate<std::int64_t, detail::aggregate_token<detail::op::count, 1, std::int64_t, true>>(operand);
}
/// The sum: of integers an int64, checked for its range in the client; of floating-point numbers a double; of decimals one
/// of 38 digits.
template <detail::is_expression Operand>
constexpr auto sum(Operand const& operand) {
    return detail::sum_up<false>(operand);
}
/// The sum of the different values.
template <detail::is_expression Operand>
constexpr auto sum_distinct(Operand const& operand) {
    return detail::sum_up<true>(operand);
}
/// The mean, as a double.
template <detail::is_expression Operand>
constexpr auto avg(Operand const& operand) {
    return detail::average<false>(operand);
}
/// The mean of the different values.
template <detail::is_expression Operand>
constexpr auto avg_distinct(Operand const& operand) {
    return detail::average<true>(operand);
}
template <detail::is_expression Operand>
constexpr auto min(Operand const& operand) {
    return detail::extreme_of<detail::op::minimum>(operand);
}
template <detail::is_expression Operand>
constexpr auto max(Operand const& operand) {
    return detail::extreme_of<detail::op::maximum>(operand);
}
/// Whether a condition is true in any row; empty where it is NULL in all.
template <detail::is_expression Operand>
constexpr auto bool_or(Operand const& operand) {
    return detail::of_truth<detail::op::any_true>(operand);
}
/// Whether a condition is true in every row in which it is not NULL; empty where it is NULL in all.
template <detail::is_expression Operand>
constexpr auto bool_and(Operand const& operand) {
    return detail::of_truth<detail::op::all_true>(operand);
}
/// The standard deviation of all there is. SQLite has none of these four.
template <detail::is_expression Operand>
constexpr auto stddev_population(Operand const& operand) {
    return detail::statistic<"STDDEV_POP">(operand);
}
/// The standard deviation, of a sample; empty for one row.
template <detail::is_expression Operand>
constexpr auto stddev_sample(Operand const& operand) {
    return detail::statistic<"STDDEV_SAMP">(operand);
}
template <detail::is_expression Operand>
constexpr auto variance_population(Operand const& operand) {
    return detail::statistic<"VAR_POP">(operand);
}
template <detail::is_expression Operand>
constexpr auto variance_sample(Operand const& operand) {
    return detail::statistic<"VAR_SAMP">(operand);
}

}  // namespace koine
