// SPDX-License-Identifier: BSL-1.0
// expression · assignment: `column = value`, for set().
#pragma once

#include <koine/expression/null.hpp>

namespace koine::detail {

struct assignment_base {};

/// One column of a row and what it becomes.
template <class Values, class... Tokens>
struct assignment : assignment_base {
    using values_type = Values;
    [[no_unique_address]] Values values;
    constexpr explicit assignment(Values const& bound) : values(bound) {}
};

template <class Type>
concept is_assignment = std::is_base_of_v<assignment_base, Type>;

template <class... Tokens>
inline constexpr bool is_one_column = false;
template <auto Member, fixed_string Alias>
inline constexpr bool is_one_column<column_token<Member, Alias>> = true;

template <class Column, class Right>
constexpr bool can_hold() {
    if constexpr (std::is_same_v<Right, std::nullopt_t>) return is_optional<Column>;
    else if constexpr (!has_equality<Column>) return std::is_same_v<without_optional<Column>, without_optional<Right>> && (is_optional<Column> || !is_optional<Right>);
    else return comparable<Column, Right>() && (is_optional<Column> || !is_optional<Right>);
}

template <class Value, class Values, class... Tokens>
template <class Right>
constexpr auto expression<Value, Values, Tokens...>::operator=(Right const& right) const {
    using right_value = typename value_of_operand<Right>::type;
    constexpr bool column = is_one_column<Tokens...>;
    static_assert(column, "koine: only a column can be set");
    constexpr bool fits = can_hold<Value, right_value>();
    static_assert(fits || !column, "koine: this column cannot hold this value: it is of another family of values, or may be NULL where the column may not");
    if constexpr (fits && column) {
        auto whole = apply<void, operator_token<op::assign, 2>>(*this, nullable_operand<Value>(right));
        return []<class AllValues, class... All>(expression<void, AllValues, All...> const& all) {
            return assignment<AllValues, All...>(all.values);
        }(whole);
    } else {
        return assignment<koine::detail::values<0>, operator_token<op::assign, 2>, refused_token, refused_token>({});
    }
}

}  // namespace koine::detail

namespace koine {

/// An assignment that is made only where `present` holds when the update runs.
template <class Values, class... Tokens>
constexpr auto when(bool present, detail::assignment<Values, Tokens...> const& assigned) {
    auto part = detail::present_when(present, detail::expression<void, Values, Tokens...>(assigned.values));
    return []<class AllValues, class... All>(detail::expression<maybe<void>, AllValues, All...> const& all) {
        return detail::assignment<AllValues, All...>(all.values);
    }(part);
}

}  // namespace koine
