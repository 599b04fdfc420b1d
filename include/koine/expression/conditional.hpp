// SPDX-License-Identifier: BSL-1.0
// expression · conditional: case_when, null_if, greatest, least.
#pragma once

#include <koine/expression/function.hpp>
#include <koine/expression/logic.hpp>

namespace koine {

namespace detail {

template <class Value, class Operand>
consteval bool check_case_value() {
    constexpr bool argues = is_argument<Value, Operand>();
    static_assert(argues || any_refused_operand<Operand>, "koine: the values of a case are of one family: numbers, text, bool, bytes, or one enum");
    if constexpr (argues) {
        constexpr bool fits = std::is_same_v<common_value<Value, operand_type<Operand>>, Value>;
        static_assert(fits, "koine: where a value of a case is a floating-point number, the first one is");
        return fits;
    }
    return false;
}
template <class Value, class Condition, class Operand>
consteval bool check_case() {
    constexpr bool certain = is_certain_condition<Condition>();
    static_assert(certain, "koine: a case has conditions, such as comparisons or columns of bool, and none that may be absent");
    if constexpr (certain) return check_case_value<Value, Operand>();
    return false;
}

/// A CASE to which further cases can be added. Its arity is even where it has no ELSE.
template <class Value, int Arity, bool Nullable, class Values, class... Tokens>
struct case_expression : expression<std::optional<Value>, Values, operator_token<op::case_when, Arity, kind_of<Value>, true>, Tokens...> {
    using base = expression<std::optional<Value>, Values, operator_token<op::case_when, Arity, kind_of<Value>, true>, Tokens...>;
    using base::base;

    /// The value where none of the conditions before is true, and this one is.
    template <class Condition, class Operand>
    [[nodiscard]] constexpr auto when(Condition const& condition, Operand const& operand) const {
        if constexpr (check_case<Value, Condition, Operand>()) {
            constexpr bool nullable = Nullable || any_nullable<Operand>;
            return [&]<class All, class... More>(expression<void, All, More...> const& all) {
                return case_expression<Value, Arity + 2, nullable, All, More...>(all.values);
            }(sequence(expression<void, Values, Tokens...>(this->values), condition, argument<Value>(operand)));
        } else {
            return case_expression<Value, 1, false, koine::detail::values<0>, refused_token>{};
        }
    }
    /// The value where no condition is true; without it that is NULL.
    template <class Operand>
    [[nodiscard]] constexpr auto otherwise(Operand const& operand) const {
        if constexpr (check_case_value<Value, Operand>()) {
            using result = optional_if<Nullable || any_nullable<Operand>, Value>;
            return apply<result, operator_token<op::case_when, Arity + 1, kind_of<Value>>>(
                sequence(expression<void, Values, Tokens...>(this->values), argument<Value>(operand)));
        } else {
            return refused<Value>;
        }
    }
};

template <function Which, class First, class... Others>
constexpr auto extreme(First const& first, Others const&... others) {
    using first_value = operand_type<First>;
    constexpr bool ordered = has_order<first_value> && family_of<first_value>() != family::none;
    constexpr bool fits = ordered && (is_argument<first_value, Others>() && ...);
    static_assert(fits || any_refused_operand<First, Others...>, "koine: greatest and least are of values of one family that has an order: numbers, text, bool or bytes");
    if constexpr (fits) {
        using value = typename common_of<first_value, operand_type<Others>...>::type;
        return call<Which, optional_if<any_nullable<First, Others...>, value>>(argument<value>(first), argument<value>(others)...);
    } else {
        return refused<refused_value>;
    }
}

}  // namespace detail

/// A value where a condition is true: `koine::case_when(condition, value).when(condition, value).otherwise(value)`, as SQL's
/// CASE. Without `otherwise` it is NULL where no condition is true.
template <class Condition, class Operand>
constexpr auto case_when(Condition const& condition, Operand const& operand) {
    using value = detail::widened<detail::operand_type<Operand>>;
    if constexpr (detail::check_case<value, Condition, Operand>()) {
        return [&]<class All, class... Tokens>(detail::expression<void, All, Tokens...> const& all) {
            return detail::case_expression<value, 2, detail::any_nullable<Operand>, All, Tokens...>(all.values);
        }(detail::sequence(condition, detail::argument<value>(operand)));
    } else {
        return detail::case_expression<value, 1, false, detail::values<0>, detail::refused_token>{};
    }
}

/// The first operand, or NULL where it equals the second.
template <detail::is_expression First, class Second>
constexpr auto null_if(First const& first, Second const& second) {
    using value = typename First::value_type;
    constexpr bool fits = detail::is_argument<value, Second>();
    static_assert(fits || detail::any_refused_operand<First, Second>, "koine: null_if compares values of one family: numbers, text, bool, bytes, or one enum");
    if constexpr (fits) return detail::call<function::null_if, detail::optional_if<true, value>>(first, detail::as_expression<value, false>(second));
    else return detail::refused<detail::refused_value>;
}

/// The greatest of several values; NULL where one of them is, on every database.
template <class First, class... Others>
    requires(sizeof...(Others) > 0 && (detail::is_expression<First> || ... || detail::is_expression<Others>))
constexpr auto greatest(First const& first, Others const&... others) {
    return detail::extreme<function::greatest>(first, others...);
}
/// The least of several values; NULL where one of them is.
template <class First, class... Others>
    requires(sizeof...(Others) > 0 && (detail::is_expression<First> || ... || detail::is_expression<Others>))
constexpr auto least(First const& first, Others const&... others) {
    return detail::extreme<function::least>(first, others...);
}

}  // namespace koine
