// SPDX-License-Identifier: BSL-1.0
// query · insert_query: an INSERT of the rows of a query, column by column in the order of what it selects.
#pragma once

#include <koine/query/subquery.hpp>

namespace koine::detail {

/// Whether a column takes what a query selects for it.
template <class Column, class Value>
constexpr bool column_takes() {
    return member_takes<Column, Value>() && (is_optional<Column> || !is_optional<Value>);
}

template <class Row, class... Columns>
constexpr bool columns_take_row() {
    if constexpr (column_type<Row>) return sizeof...(Columns) == 1 && (column_takes<Columns, Row>() && ...);
    else if constexpr (!std::is_class_v<Row> || sizeof...(Columns) != member_count<Row>) return false;
    else
        return []<std::size_t... Index>(std::index_sequence<Index...>) {
            for (bool takes : {true, column_takes<Columns, member_type<Row, Index>>()...})
                if (!takes) return false;
            return true;
        }(std::index_sequence_for<Columns...>{});
}

template <class Model, auto... Members, class Query>
constexpr auto insert_from(Query const& query) {
    constexpr bool own = sizeof...(Members) > 0 && (std::is_same_v<class_of<Members>, Model> && ...);
    constexpr bool takes = own && columns_take_row<typename Query::result_type, member_of<Members>...>();
    static_assert(own, "koine: columns<…>(query) names members of the model that rows are inserted of");
    static_assert(!own || takes,
                  "koine: the query of an insert selects a value for each column that is named, in their order, of its type, and none that may be NULL for one that may not");
    if constexpr (!takes) return clause<op::insert_query, values<0>, refused_token>{};
    else
        return make_clause<op::insert_query, operator_token<op::insert_query, 1 + sizeof...(Members)>>(
            sequence(expression<void, values<0>, column_token<Members>...>{}, query_tokens(query)));
}

}  // namespace koine::detail
