// SPDX-License-Identifier: BSL-1.0
// query · computed: tables that a query declares, each the rows of another query, under a struct that is no model.
#pragma once

#include <koine/query/subquery.hpp>

namespace koine {

namespace detail {

template <class Table, bool Recursive>
struct with_token {
    static constexpr token value{.code = op::with, .arity = 1, .table = &table_of<Table>, .number = Recursive};
};
template <set_operation Which, int Queries>
struct compound_token {
    static constexpr token value{.code = op::compound, .arity = Queries, .number = static_cast<std::int64_t>(Which)};
};

template <class Token>
constexpr auto one_token() {
    return expression<void, values<0>, Token>{};
}

/// Tables that are declared, and then the query that names them.
template <class Values, int Count, class... Tokens>
struct declared_tables {
    [[no_unique_address]] Values values;

    /// One more; it may name those before it.
    template <class Table, class Query>
    [[nodiscard]] constexpr auto with(Query const& query) const;
    template <class Table, class... Queries>
    [[nodiscard]] constexpr auto with_recursive(Queries const&... queries) const;

    template <class Model>
    [[nodiscard]] constexpr auto from() const {
        return select_query<Model, "", Model, Values, Count, Tokens...>{{}, values};
    }
    template <class Model, fixed_string Name>
    [[nodiscard]] constexpr auto from(table_alias<Model, Name>) const {
        return select_query<Model, Name, Model, Values, Count, Tokens...>{{}, values};
    }
};

template <class Values, int Count, class... Tokens, class AddedValues, class... Added>
constexpr auto declare(declared_tables<Values, Count, Tokens...> const& before, expression<void, AddedValues, Added...> const& added) {
    auto all = join(before.values, added.values);
    return declared_tables<decltype(all), Count + 1, Tokens..., Added...>{all};
}

template <class Table, class... Queries>
consteval bool declares() {
    constexpr bool model = described<Table>;
    constexpr bool fits = (is_query<Queries> && ...) && (std::is_same_v<typename Queries::result_type, Table> && ...);
    static_assert(!model, "koine: a model has a table of its own; a computed table is a struct without describe");
    static_assert(model || fits, "koine: a computed table is declared by queries whose rows are its struct: .select<T>(…)");
    return !model && fits;
}

/// A union keeps its queries, and its table turns recursive.
template <class Table, class Values, class... Tokens>
constexpr auto recursive_union(select_query<Table, "", Table, Values, 1, with_token<Table, false>, Tokens...> const& rows) {
    return expression<void, Values, with_token<Table, true>, Tokens...>(rows.values);
}
template <class Table, class Query>
constexpr auto recursive_union(Query const&) {
    static_assert(never<Query>, "koine: with_recursive takes a first query and a step from row to row, or a union of the two");
    return one_token<refused_token>();
}

template <class Values, int Count, class... Tokens>
template <class Table, class Query>
constexpr auto declared_tables<Values, Count, Tokens...>::with(Query const& query) const {
    if constexpr (declares<Table, Query>()) return declare(*this, sequence(one_token<with_token<Table, false>>(), query_tokens(query)));
    else return declare(*this, one_token<refused_token>());
}
template <class Values, int Count, class... Tokens>
template <class Table, class... Queries>
constexpr auto declared_tables<Values, Count, Tokens...>::with_recursive(Queries const&... queries) const {
    if constexpr (!declares<Table, Queries...>()) return declare(*this, one_token<refused_token>());
    else if constexpr (sizeof...(Queries) == 1) return declare(*this, recursive_union<Table>(queries...));
    else
        return declare(*this, sequence(one_token<with_token<Table, true>>(), one_token<compound_token<set_operation::union_all, sizeof...(Queries)>>(),
                                       query_tokens(queries)...));
}

}  // namespace detail

/// Declares a computed table: `with<totals>(from<article>().select<totals>(…)).from<totals>()`; its columns are `col<&totals::n>`.
template <class Table, class Query>
constexpr auto with(Query const& query) {
    return detail::declared_tables<detail::values<0>, 0>{}.template with<Table>(query);
}
/// Declares a table whose rows are those of a first query, and those that a step finds from each row, again and again:
/// `with_recursive<node>(first, step)`. A union of the two by `union_of` gives a row once, and so ends where they go in a circle.
template <class Table, class... Queries>
constexpr auto with_recursive(Queries const&... queries) {
    return detail::declared_tables<detail::values<0>, 0>{}.template with_recursive<Table>(queries...);
}

}  // namespace koine
