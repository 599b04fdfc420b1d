// SPDX-License-Identifier: BSL-1.0
// expression · null: the comparison that knows NULL, and coalesce.
#pragma once

#include <koine/expression/comparison.hpp>

namespace koine {

namespace detail {

/// The operand of a null-safe comparison: a bound optional is one value, or NULL.
template <class Partner, class Operand>
constexpr auto nullable_operand(Operand const& operand) {
    if constexpr (std::is_same_v<Operand, std::nullopt_t>) {
        return nullable_operand<Partner>(std::optional<without_optional<Partner>>{});
    } else if constexpr (!is_expression<Operand> && is_optional<Operand>) {
        using held = without_optional<Operand>;
        auto bound = bind_as<without_optional<Partner>, true>(operand ? *operand : some_value<held>());
        if (!operand) bound.values.at[0].kind = bound_kind::null;
        return bound;
    } else {
        return as_expression<Partner>(operand);
    }
}

template <op Code, class Left, class Right>
constexpr auto compare_with_null(Left const& left, Right const& right) {
    using value = typename Left::value_type;
    constexpr bool fits = std::is_same_v<Right, std::nullopt_t> || comparable<value, typename value_of_operand<Right>::type>();
    static_assert(fits, "koine: same_as compares values of one family: numbers, text, bool, bytes, or one enum");
    if constexpr (fits) return apply<bool, operator_token<Code, 2>>(left, nullable_operand<value>(right));
    else return refused<bool>;
}

}  // namespace detail

/// Equality that is true for NULL and NULL, and never NULL itself.
template <class Value, class Values, class... Tokens>
template <class Right>
constexpr auto detail::expression<Value, Values, Tokens...>::same_as(Right const& right) const {
    return compare_with_null<op::same_as>(*this, right);
}
template <class Value, class Values, class... Tokens>
template <class Right>
constexpr auto detail::expression<Value, Values, Tokens...>::not_same_as(Right const& right) const {
    return compare_with_null<op::not_same_as>(*this, right);
}

/// The first operand that is not NULL; NULL where all are.
template <detail::is_expression First, class... Others>
    requires(sizeof...(Others) > 0)
constexpr auto coalesce(First const& first, Others const&... others) {
    using value = typename First::value_type;
    constexpr bool fits = (detail::comparable<value, typename detail::value_of_operand<Others>::type>() && ...);
    constexpr bool whole = detail::number_integer<detail::without_optional<value>> &&
                           (std::is_floating_point_v<detail::without_optional<typename detail::value_of_operand<Others>::type>> || ...);
    static_assert(fits, "koine: the operands of coalesce are of one family of values");
    static_assert(!whole, "koine: where an operand of coalesce is a floating-point number, the first one is; koine::cast<double>(…) makes it one");
    if constexpr (fits && !whole) {
        constexpr bool nullable = (detail::is_optional<typename detail::value_of_operand<Others>::type> && ...);
        using result = detail::optional_if<nullable, detail::without_optional<value>>;
        return detail::apply<result, detail::operator_token<detail::op::coalesce, 1 + sizeof...(Others), kind_of<value>, nullable>>(
            detail::sequence(first, detail::as_expression<value>(others)...));
    } else {
        return detail::refused<value>;
    }
}

}  // namespace koine
