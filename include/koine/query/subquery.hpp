// SPDX-License-Identifier: BSL-1.0
// query · subquery: a query inside an expression; columns of the outer query may be used in it.
#pragma once

#include <koine/expression/list.hpp>
#include <koine/query/select.hpp>

namespace koine {

namespace detail {

/// A query behind an operator, as an expression.
template <class Result, class Operator, class Model, fixed_string Alias, class Row, class Values, int Clauses, class... Tokens>
constexpr auto as_operand(select_query<Model, Alias, Row, Values, Clauses, Tokens...> const& query) {
    return expression<Result, Values, Operator, statement_token<op::select, Model, Alias, Clauses>, Tokens...>(query.values);
}

template <op ListCode, op QueryCode, class Operand, class List>
constexpr auto in_any(Operand const& operand, List const& list) {
    if constexpr (is_query<List>) {
        using value = typename Operand::value_type;
        constexpr bool fits = comparable<value, typename List::result_type>();
        static_assert(fits, "koine: in(query) takes a query that selects one value of the expression's family: .select(expression)");
        if constexpr (fits) {
            constexpr bool nullable = any_optional<value, typename List::result_type>;
            return [&]<class Values, class... Tokens>(expression<void, Values, Tokens...> const& rows) {
                return apply<optional_if<nullable, bool>, operator_token<QueryCode, 2, storage::boolean, nullable>>(operand, rows);
            }(query_tokens(list));
        } else {
            return refused<bool>;
        }
    } else if constexpr (list_view<List> || list_container<List>) {
        return in_list<ListCode>(operand, list);
    } else {
        static_assert(never<List>, "koine: in() takes a contiguous container, a view of one, values in braces, or a query");
        return refused<bool>;
    }
}

/// A query's tokens with its statement token, as operands.
template <class Model, fixed_string Alias, class Row, class Values, int Clauses, class... Tokens>
constexpr auto query_tokens(select_query<Model, Alias, Row, Values, Clauses, Tokens...> const& query) {
    return expression<void, Values, statement_token<op::select, Model, Alias, Clauses>, Tokens...>(query.values);
}

template <class Value, class Values, class... Tokens>
template <class List>
constexpr auto expression<Value, Values, Tokens...>::in(List const& list) const {
    return in_any<op::in_list, op::in_query>(*this, list);
}
template <class Value, class Values, class... Tokens>
template <class List>
constexpr auto expression<Value, Values, Tokens...>::not_in(List const& list) const {
    return in_any<op::not_in_list, op::not_in_query>(*this, list);
}

}  // namespace detail

/// Whether a query has any row.
template <detail::is_query Query>
constexpr auto exists(Query const& query) {
    return detail::apply<bool, detail::operator_token<detail::op::exists, 1>>(detail::query_tokens(query));
}

/// The one value that a query selects; NULL where it has no row.
template <detail::is_query Query>
constexpr auto scalar(Query const& query) {
    using value = typename Query::result_type;
    static_assert(column_type<value>, "koine: a scalar subquery selects one value: .select(expression)");
    if constexpr (!column_type<value>) return detail::refused<detail::refused_value>;
    else return detail::apply<detail::optional_if<true, value>, detail::operator_token<detail::op::scalar_query, 1, kind_of<value>, true>>(
        detail::query_tokens(query));
}

}  // namespace koine
