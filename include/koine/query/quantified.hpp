// SPDX-License-Identifier: BSL-1.0
// query · quantified: comparisons with any, or with every, row of a subquery.
#pragma once

#include <koine/query/subquery.hpp>

namespace koine {

namespace detail {

/// The rows of a query, with which something is compared.
template <op Quantifier, class Query>
struct quantified {
    Query query;
};

template <op Quantifier, op Comparison, bool Nullable>
struct quantifier_token {
    static constexpr token value{.code = Quantifier, .arity = 2, .nullable = Nullable, .number = static_cast<std::int64_t>(Comparison)};
};

template <op Quantifier, class Query>
constexpr auto quantify(Query const& query) {
    constexpr bool one_value = column_type<typename Query::result_type>;
    static_assert(one_value, "koine: any(query) and all(query) take a query that selects one value: .select(expression)");
    return quantified<one_value ? Quantifier : op::refused, Query>{query};
}

template <op Comparison, class Left, op Quantifier, class Query>
constexpr auto compare_with_rows(Left const& left, quantified<Quantifier, Query> const& rows) {
    using left_value = typename value_of_operand<Left>::type;
    using value = typename Query::result_type;
    if constexpr (Quantifier == op::refused) return refused<bool>;
    else {
        constexpr bool fits = comparable<left_value, value>() && (is_expression<Left> || !is_optional<Left>);
        static_assert(fits, "koine: any(query) and all(query) are compared with an expression or a value of the family of what the query selects");
        constexpr bool ordered = Comparison == op::equal || Comparison == op::not_equal || family_of<left_value>() != family::enumeration;
        static_assert(!fits || ordered, "koine: enums have no order that all databases agree on; compare them with == and !=");
        if constexpr (!fits || !ordered) return refused<bool>;
        else {
            constexpr bool nullable = any_optional<left_value, value>;
            using result = optional_if<nullable, bool>;
            auto const operand = as_expression<value, false>(left);
            auto const found = query_tokens(rows.query);
            if constexpr (Comparison == op::equal && Quantifier == op::any_row)
                return apply<result, operator_token<op::in_query, 2, storage::boolean, nullable>>(operand, found);
            else if constexpr (Comparison == op::not_equal && Quantifier == op::every_row)
                return apply<result, operator_token<op::not_in_query, 2, storage::boolean, nullable>>(operand, found);
            else return apply<result, quantifier_token<Quantifier, Comparison, nullable>>(operand, found);
        }
    }
}

template <class Left, op Quantifier, class Query>
constexpr auto operator==(Left const& left, quantified<Quantifier, Query> const& rows) {
    return compare_with_rows<op::equal>(left, rows);
}
template <class Left, op Quantifier, class Query>
constexpr auto operator!=(Left const& left, quantified<Quantifier, Query> const& rows) {
    return compare_with_rows<op::not_equal>(left, rows);
}
template <class Left, op Quantifier, class Query>
constexpr auto operator<(Left const& left, quantified<Quantifier, Query> const& rows) {
    return compare_with_rows<op::less>(left, rows);
}
template <class Left, op Quantifier, class Query>
constexpr auto operator<=(Left const& left, quantified<Quantifier, Query> const& rows) {
    return compare_with_rows<op::less_equal>(left, rows);
}
template <class Left, op Quantifier, class Query>
constexpr auto operator>(Left const& left, quantified<Quantifier, Query> const& rows) {
    return compare_with_rows<op::greater>(left, rows);
}
template <class Left, op Quantifier, class Query>
constexpr auto operator>=(Left const& left, quantified<Quantifier, Query> const& rows) {
    return compare_with_rows<op::greater_equal>(left, rows);
}

}  // namespace detail

/// What a comparison holds with at least one of: `col<&T::n> > any(query)`. Of no rows it is false, never NULL.
template <detail::is_query Query>
constexpr auto any(Query const& query) {
    return detail::quantify<detail::op::any_row>(query);
}
/// What a comparison holds with each of: `col<&T::n> > all(query)`. Of no rows it is true, never NULL.
template <detail::is_query Query>
constexpr auto all(Query const& query) {
    return detail::quantify<detail::op::every_row>(query);
}

}  // namespace koine
