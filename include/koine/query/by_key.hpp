// SPDX-License-Identifier: BSL-1.0
// query · by_key: the statements about one row that is named by its primary key.
#pragma once

#include <koine/query/row.hpp>
#include <koine/query/subquery.hpp>

namespace koine::detail {

template <class Model, short Column>
inline constexpr expression<member_type<Model, static_cast<std::size_t>(Column)>, values<0>, position_token<Model, Column>> column_at{};

template <class Model, class... Keys>
constexpr auto key_condition(Keys const&... keys) {
    constexpr bool model = is_model<Model>();
    constexpr column_set const& key = table_of<Model>.primary_key;
    static_assert(!model || key.count > 0, "koine: the model has no primary key to find a row by");
    static_assert(key.count == 0 || key.count == static_cast<int>(sizeof...(Keys)), "koine: a row is found by as many values as its primary key has columns");
    if constexpr (key.count == 0 || key.count != static_cast<int>(sizeof...(Keys))) return refused<bool>;
    else return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        return [](auto const& first, auto const&... rest) { return (first && ... && rest); }(
            (column_at<Model, key.at[Index]> == keys)...);
    }(std::index_sequence_for<Keys...>{});
}

template <class Model, class... Keys>
constexpr auto find_query(Keys const&... keys) {
    return from<Model>().where(key_condition<Model>(keys...));
}
template <class Model, class... Keys>
constexpr auto erase_query(Keys const&... keys) {
    return erase<Model>().where(key_condition<Model>(keys...));
}

/// Whether a row of the model can be updated by its primary key; says why not.
template <class Model>
consteval bool updates_row() {
    constexpr bool model = is_model<Model>();
    constexpr int key = table_of<Model>.primary_key.count;
    constexpr int columns = static_cast<int>(member_count<Model>);
    static_assert(!model || key > 0, "koine: the model has no primary key to update a row by");
    static_assert(key < columns, "koine: every member of the model is of its primary key, so there is nothing to update");
    return key > 0 && key < columns;
}

/// UPDATE of a whole row by its primary key. Its values are views of the row.
template <class Model>
struct update_row_query {
    static constexpr int columns = static_cast<int>(member_count<Model>);
    static constexpr column_set const& key = table_of<Model>.primary_key;

    static constexpr auto set_columns = [] {
        std::array<short, static_cast<std::size_t>(columns - key.count)> set{};
        std::size_t at = 0;
        for (short i = 0; i < columns; ++i)
            if (!key.contains(i)) set[at++] = i;
        return set;
    }();

    template <short Column>
    using column_value = value_token<table_of<Model>.columns[Column].kind, true>;
    template <op Code, short Column>
    using pair = token_array<operator_token<Code, 2>, position_token<Model, Column>, column_value<Column>>;

    template <class... Arrays>
    struct joined;
    template <class... All>
    struct joined<token_array<All...>> {
        using type = token_array<All...>;
    };
    template <class... First, class... Second, class... Rest>
    struct joined<token_array<First...>, token_array<Second...>, Rest...> : joined<token_array<First..., Second...>, Rest...> {};

    template <std::size_t... Set, std::size_t... Key>
    static auto pack(std::index_sequence<Set...>, std::index_sequence<Key...>) {
        constexpr int conditions = static_cast<int>(sizeof...(Key));
        return typename joined<token_array<statement_token<op::update, Model, "", 1 + conditions>, operator_token<op::set, static_cast<int>(sizeof...(Set))>>,
                               pair<op::assign, set_columns[Set]>...,
                               typename joined<token_array<operator_token<op::where, 1>>, pair<op::equal, key.at[Key]>>::type...>::type{};
    }
    using model = Model;
    using result_type = no_rows;
    using tokens = decltype(pack(std::make_index_sequence<set_columns.size()>{}, std::make_index_sequence<static_cast<std::size_t>(key.count)>{}));
    using values_type = koine::detail::values<columns>;
    values_type values;

    explicit update_row_query(Model const& row) {
        with_members(row, [&](auto const&... member) {
            bound_value const encoded[] = {encode_member(member)...};
            int at = 0;
            for (short column : set_columns) values.at[at++] = encoded[column];
            for (int i = 0; i < key.count; ++i) values.at[at++] = encoded[key.at[i]];
        });
    }
};

/// How many rows a query has, or whether it has any.
template <op Code, class Query>
struct about_query {
    static constexpr bool a_select = never<Query>;
    static_assert(a_select, "koine: count() and exists() ask about a select, koine::from<model>()");
    using result_type = std::conditional_t<Code == op::count_query, std::int64_t, bool>;
    using tokens = token_array<refused_token>;
    using values_type = typename Query::values_type;
    [[no_unique_address]] values_type values;
};
template <op Code, class Model, fixed_string Alias, class Result, class Values, int Clauses, class... Tokens>
struct about_query<Code, select_query<Model, Alias, Result, Values, Clauses, Tokens...>> {
    using model = Model;
    using result_type = std::conditional_t<Code == op::count_query, std::int64_t, bool>;
    using tokens = token_array<operator_token<Code, 1>, statement_token<op::select, Model, Alias, Clauses>, Tokens...>;
    using values_type = Values;
    [[no_unique_address]] Values values;
};
template <op Code, class Query>
constexpr auto ask_about(Query const& query) {
    return about_query<Code, Query>{query.values};
}

}  // namespace koine::detail
