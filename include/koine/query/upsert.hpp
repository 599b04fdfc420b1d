// SPDX-License-Identifier: BSL-1.0
// query · upsert: insert a row, or update the one that has its key; the key is named.
#pragma once

#include <koine/query/row.hpp>

namespace koine {

namespace detail {

template <class Model, auto... Members>
struct conflict_target_token {
    static constexpr token value = [] {
        token made{.code = op::conflict_target, .table = &table_of<Model>};
        for (short index : {member_index<Members>...}) made.path[made.path_length++] = index;
        return made;
    }();
};

/// Whether these columns are exactly the primary key or a unique key.
template <class Model>
constexpr bool is_key(column_set const& columns) {
    auto const same = [&](column_set const& key) { return key.count == columns.count && key.begins_with(columns); };
    if (same(table_of<Model>.primary_key)) return true;
    for (key_descriptor const& key : table_of<Model>.keys)
        if (key.unique && same(key.columns)) return true;
    return false;
}

template <class Model, class Result, class Values, int Clauses, class... Tokens>
struct upsert_query : query_base {
    using model = Model;
    using result_type = Result;
    using values_type = Values;
    using root = statement_token<op::upsert, Model, "", Clauses>;
    using tokens = token_array<root, Tokens...>;
    [[no_unique_address]] Values values;

    /// The key whose conflict turns the insert into an update.
    template <auto... Members>
    [[nodiscard]] constexpr auto on() const {
        constexpr bool key = (std::is_same_v<class_of<Members>, Model> && ...) &&
                             is_key<Model>({{member_index<Members>...}, static_cast<int>(sizeof...(Members))});
        static_assert(key, "koine: upsert names a conflict target that is a key of the model: its primary key or a unique one");
        using target = std::conditional_t<key, conflict_target_token<Model, Members...>, refused_token>;
        return with_result<Result>(clause<op::conflict_target, koine::detail::values<0>, target>{});
    }
    template <auto... Members>
    [[nodiscard]] constexpr auto on(key_tag<Members...>) const {
        return on<Members...>();
    }
    /// The columns that an update takes from the row; without it a row that exists stays as it is.
    template <auto... Members>
    [[nodiscard]] constexpr auto set() const {
        return with_result<Result>(clause<op::conflict_update, koine::detail::values<0>, operator_token<op::conflict_update, sizeof...(Members)>,
                                          column_token<Members>...>{});
    }
    [[nodiscard]] constexpr auto returning() const { return with_result<Model>(returning_shape<Model, Model>()); }

private:
    template <class NewResult, op Code, class More, class... Added>
    constexpr auto with_result(clause<Code, More, Added...> const& added) const {
        auto all = koine::detail::join(values, added.values);
        return upsert_query<Model, NewResult, decltype(all), Clauses + 1, Tokens..., Added...>{{}, all};
    }
};

template <class Column, class Member>
constexpr auto upsert_value(Member const& member) {
    return nullable_operand<Column>(member);
}

template <class Model, std::size_t... Index>
constexpr auto upsert_row(Model const& row, std::index_sequence<Index...>) {
    constexpr auto const& columns = inserted_columns<Model, defaults_t<>>;
    auto const cells = with_members(row, [](auto const&... member) { return std::tuple<decltype(member)...>(member...); });
    auto const all = sequence(apply<void, operator_token<op::assign, 2>>(
        expression<void, values<0>, position_token<Model, columns[Index]>>{},
        upsert_value<member_type<Model, static_cast<std::size_t>(columns[Index])>>(std::get<static_cast<std::size_t>(columns[Index])>(cells)))...);
    return [&]<class Values, class... Tokens>(expression<void, Values, Tokens...> const& operands) {
        return upsert_query<Model, no_rows, Values, 1, operator_token<op::set, sizeof...(Index)>, Tokens...>{{}, operands.values};
    }(all);
}

}  // namespace detail

/// Starts an upsert of a row, generated members left out: `koine::upsert(author{…}).on<&author::email>().set<&author::name>()`.
template <class Model>
constexpr auto upsert(Model const& row) {
    return detail::upsert_row(row, std::make_index_sequence<detail::inserted_columns<Model, defaults_t<>>.size()>{});
}

}  // namespace koine
