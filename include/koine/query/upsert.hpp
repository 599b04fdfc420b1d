// SPDX-License-Identifier: BSL-1.0
// query · upsert: insert a row, or update the one that has its key; the key is named.
#pragma once

#include <koine/query/row.hpp>

namespace koine {

namespace detail {

/// The value that an upsert's row has for a column, where the row is there already.
template <auto Member>
struct excluded_token {
    static constexpr token value = [] {
        token made = column_token<Member>::value;
        if (made.code == op::column) made.code = op::excluded;
        return made;
    }();
};
template <class Token>
inline constexpr bool updates_on_conflict = false;
template <int Columns>
inline constexpr bool updates_on_conflict<operator_token<op::conflict_update, Columns>> = true;

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
        return set_to(sequence(expression<void, koine::detail::values<0>, operator_token<op::assign, 2>, column_token<Members>, excluded_token<Members>>{}...));
    }
    /// Columns and what they become: `col<&T::n>` is the row that is there, `excluded<&T::n>` the one that was to be inserted.
    template <class... Assignments>
        requires(sizeof...(Assignments) > 0)
    [[nodiscard]] constexpr auto set(Assignments const&... assignments) const {
        constexpr bool fits = (is_assignment<Assignments> && ...) && !(is_optional_part<Assignments> || ...);
        static_assert(fits, "koine: the set of an upsert takes assignments: column = value");
        constexpr auto as_operand = []<class Some, class... All>(assignment<Some, All...> const& one) { return expression<void, Some, All...>(one.values); };
        if constexpr (fits) return set_to(sequence(as_operand(assignments)...));
        else return set_to(sequence(refused<void>));
    }
    /// Updates the row that is there only where a condition on it holds; else it stays as it is.
    template <class Condition>
    [[nodiscard]] constexpr auto where(Condition const& condition) const {
        return with_result<Result>(koine::where(condition));
    }
    [[nodiscard]] constexpr auto returning() const { return with_result<Model>(returning_shape<Model, Model>()); }

private:
    template <class Assigned>
    constexpr auto set_to(Assigned const& assigned) const {
        constexpr bool first = !(updates_on_conflict<Tokens> || ...);
        static_assert(first, "koine: an upsert has one set, which names all columns");
        return [&]<class Some, class... All>(expression<void, Some, All...> const& all) {
            constexpr int columns = (0 + ... + (std::is_same_v<All, operator_token<op::assign, 2>> ? 1 : 0));
            return with_result<Result>(clause<op::conflict_update, Some, operator_token<op::conflict_update, columns == 0 ? 1 : columns>, All...>{all.values});
        }(assigned);
    }
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

/// In the set and where of an upsert: what the row that was to be inserted has, `col<&T::n> = col<&T::n> + excluded<&T::n>`.
template <auto Member>
inline constexpr detail::expression<detail::member_of<Member>, detail::values<0>, detail::excluded_token<Member>> excluded{};

/// Starts an upsert of a row, generated members left out: `koine::upsert(author{…}).on<&author::email>().set<&author::name>()`.
template <class Model>
constexpr auto upsert(Model const& row) {
    return detail::upsert_row(row, std::make_index_sequence<detail::inserted_columns<Model, defaults_t<>>.size()>{});
}

}  // namespace koine
