// SPDX-License-Identifier: BSL-1.0
// query · by_columns: statements whose columns are told by their positions: what the library itself writes to rows.
#pragma once

#include <koine/query/upsert.hpp>

namespace koine::detail {

/// Columns of a model by their positions. In a condition one may stand twice.
template <short... At>
struct column_list {};
template <column_set Set, std::size_t... Index>
constexpr column_list<Set.at[Index]...> list_columns(std::index_sequence<Index...>) {
    return {};
}
/// A column_set, as a type.
template <column_set Set>
using columns_of = decltype(list_columns<Set>(std::make_index_sequence<static_cast<std::size_t>(Set.count)>{}));
template <class Left, class Right>
struct column_union;
template <short... Left, short... Right>
struct column_union<column_list<Left...>, column_list<Right...>> {
    using type = column_list<Left..., Right...>;
};
/// The columns of two keys, one after the other.
template <column_set Left, column_set Right>
using columns_of_both = typename column_union<columns_of<Left>, columns_of<Right>>::type;

/// One row of tokens behind the other.
template <class... Arrays>
struct token_sequence;
template <class... All>
struct token_sequence<token_array<All...>> {
    using type = token_array<All...>;
};
template <class... First, class... Second, class... Rest>
struct token_sequence<token_array<First...>, token_array<Second...>, Rest...> : token_sequence<token_array<First..., Second...>, Rest...> {};

/// A column and a value for it, behind an operator.
template <op Code, class Model, short Column>
using column_and_value = token_array<operator_token<Code, 2>, position_token<Model, Column>, value_token<table_of<Model>.columns[Column].kind, true>>;
template <class Model, short Column>
using where_equal = typename token_sequence<token_array<operator_token<op::where, 1>>, column_and_value<op::equal, Model, Column>>::type;
template <class Model, short Column>
using where_present = token_array<operator_token<op::where, 1>, operator_token<op::is_not_null, 1>, position_token<Model, Column>>;

/// INSERT of one row by the columns of `Plan::inserted`; gives `Plan::returned` back where that is a column.
template <class Model, class Plan>
struct insert_columns_query {
    template <std::size_t... Index>
    static auto pack(std::index_sequence<Index...>) {
        constexpr int count = static_cast<int>(sizeof...(Index));
        if constexpr (Plan::returned >= 0)
            return token_array<statement_token<op::insert, Model, "", 2>, insert_row_token<count, 1>, position_token<Model, Plan::inserted[Index]>...,
                               returning_value_token<member_type<Model, static_cast<std::size_t>(Plan::returned)>>, position_token<Model, Plan::returned>>{};
        else
            return token_array<statement_token<op::insert, Model, "", 1>, insert_row_token<count, 1>, position_token<Model, Plan::inserted[Index]>...>{};
    }
    using tokens = decltype(pack(std::make_index_sequence<Plan::inserted.size()>{}));
};

/// UPDATE of `Set` where all of `Where` are equal, and `Present` are not NULL.
template <class Model, class Set, class Where, class Present = column_list<>>
struct update_columns_query;
template <class Model, short... Set, short... Where, short... Present>
struct update_columns_query<Model, column_list<Set...>, column_list<Where...>, column_list<Present...>> {
    using tokens = typename token_sequence<token_array<statement_token<op::update, Model, "", 1 + static_cast<int>(sizeof...(Where) + sizeof...(Present))>,
                                                       operator_token<op::set, static_cast<int>(sizeof...(Set))>>,
                                           column_and_value<op::assign, Model, Set>..., where_equal<Model, Where>..., where_present<Model, Present>...>::type;
};

/// DELETE where all of `Where` are equal.
template <class Model, class Where>
struct erase_columns_query;
template <class Model, short... Where>
struct erase_columns_query<Model, column_list<Where...>> {
    using tokens = typename token_sequence<token_array<statement_token<op::erase, Model, "", static_cast<int>(sizeof...(Where))>>, where_equal<Model, Where>...>::type;
};

/// SELECT of whole rows where all of `Where` are equal.
template <class Model, class Where>
struct select_columns_query;
template <class Model, short... Where>
struct select_columns_query<Model, column_list<Where...>> {
    using tokens = typename token_sequence<token_array<statement_token<op::select, Model, "", static_cast<int>(sizeof...(Where))>>, where_equal<Model, Where>...>::type;
};
/// Whether there is a row where all of `Where` are equal.
template <class Model, class Where>
struct exists_columns_query {
    using tokens = typename token_sequence<token_array<operator_token<op::exists_query, 1>>, typename select_columns_query<Model, Where>::tokens>::type;
};

template <class Model, column_set Key>
struct key_target_token {
    static constexpr token value = [] {
        token made{.code = op::conflict_target, .table = &table_of<Model>};
        for (int i = 0; i < Key.count; ++i) made.path[made.path_length++] = Key.at[i];
        return made;
    }();
};
/// INSERT of one row by the columns of `Plan::inserted`, unless one with this key is there.
template <class Model, class Plan, column_set Key>
struct insert_missing_query {
    template <std::size_t... Index>
    static auto pack(std::index_sequence<Index...>) {
        return typename token_sequence<token_array<statement_token<op::upsert, Model, "", 2>, operator_token<op::set, static_cast<int>(sizeof...(Index))>>,
                                       column_and_value<op::assign, Model, Plan::inserted[Index]>..., token_array<key_target_token<Model, Key>>>::type{};
    }
    using tokens = decltype(pack(std::make_index_sequence<Plan::inserted.size()>{}));
};

}  // namespace koine::detail
