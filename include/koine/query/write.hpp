// SPDX-License-Identifier: BSL-1.0
// query · write: what insert, update and erase have in common: a table, clauses, and rows if any are returned.
#pragma once

#include <koine/query/insert_query.hpp>
#include <koine/query/returning.hpp>
#include <koine/query/select.hpp>

namespace koine::detail {

template <class... Assignments>
constexpr auto make_set(Assignments const&... assignments) {
    static_assert(sizeof...(Assignments) > 0, "koine: set() takes at least one assignment: column = value");
    static_assert((is_assignment<Assignments> && ...), "koine: set() takes assignments: column = value");
    if constexpr ((is_assignment<Assignments> && ...)) {
        constexpr auto as_operand = []<class Values, class... Tokens>(assignment<Values, Tokens...> const& one) {
            return expression<void, Values, Tokens...>(one.values);
        };
        return make_clause<op::set, operator_token<op::set, sizeof...(Assignments)>>(sequence(as_operand(assignments)...));
    } else {
        return make_clause<op::set, operator_token<op::set, 1>>(refused<void>);
    }
}

/// Whether an assignment was given to when().
template <class Assignment>
inline constexpr bool is_optional_part = false;
template <class Values, int Arity, class... Tokens>
inline constexpr bool is_optional_part<assignment<Values, operator_token<op::when, Arity>, Tokens...>> = true;

struct all_rows_token {
    static constexpr token value{.code = op::all_rows};
};

/// The row of a statement that gives none. Reading one would compile, so that the verb's own sentence is all that is said.
struct no_rows {};

/// A statement that changes rows; its `Result` is `no_rows` until rows are asked back.
template <op Code, class Model, class Result, class Values, int Clauses, class... Tokens>
struct write_query : query_base {
    using model = Model;
    using result_type = Result;
    using values_type = Values;
    using root = statement_token<Code, Model, "", Clauses>;
    using tokens = token_array<root, Tokens...>;
    [[no_unique_address]] Values values;

    template <op ClauseCode, class More, class... Added>
    constexpr auto operator+(clause<ClauseCode, More, Added...> const& added) const {
        return with_result<Result>(added);
    }

    /// Columns and their new values; an expression sees the row as it was.
    template <class... Assignments>
    [[nodiscard]] constexpr auto set(Assignments const&... assignments) const {
        constexpr bool sets = Code == op::insert || Code == op::update;
        static_assert(sets, "koine: only insert and update set columns by assignments");
        return *this + make_set(assignments...);
    }
    /// The rows of a query, a column for each value that it selects: `insert<T>().columns<&T::a, &T::b>(query)`.
    template <auto... Members, class Query>
        requires is_query<Query>
    [[nodiscard]] constexpr auto columns(Query const& query) const {
        static_assert(Code == op::insert, "koine: the rows of a query are inserted: koine::insert<model>().columns<…>(query)");
        return *this + insert_from<Model, Members...>(query);
    }
    template <auto... Members, class Query>
    [[nodiscard]] constexpr auto columns(key_tag<Members...>, Query const& query) const {
        return columns<Members...>(query);
    }
    template <class Condition>
    [[nodiscard]] constexpr auto where(Condition const& condition) const {
        constexpr bool chooses = Code == op::update || Code == op::erase;
        static_assert(chooses, "koine: an insert has no where");
        return *this + koine::where(condition);
    }
    // join.hpp: other tables, which conditions and assignments may name. A row is changed once, however many rows it is joined to.
    template <fixed_string Relation>
    [[nodiscard]] constexpr auto join() const {
        return joined(join_relation<op::inner_join, Model, Relation, "">());
    }
    template <fixed_string Relation>
    [[nodiscard]] constexpr auto join(relation_tag<Relation>) const {
        return join<Relation>();
    }
    template <fixed_string Relation, class Other, fixed_string Name>
    [[nodiscard]] constexpr auto join(table_alias<Other, Name>) const {
        return joined(join_relation<op::inner_join, Model, Relation, Name>());
    }
    template <class Other, class Condition>
    [[nodiscard]] constexpr auto join(Condition const& condition) const {
        return joined(join_on<op::inner_join, Other, "">(condition));
    }
    template <class Other, fixed_string Name, class Condition>
    [[nodiscard]] constexpr auto join(table_alias<Other, Name>, Condition const& condition) const {
        return joined(join_on<op::inner_join, Other, Name>(condition));
    }
    /// The whole rows as they are afterwards (of an erase: as they were).
    [[nodiscard]] constexpr auto returning() const { return with_result<Model>(returning_shape<Model, Model>()); }
    template <class Shape>
    [[nodiscard]] constexpr auto returning() const {
        return with_result<Shape>(returning_shape<Model, Shape>());
    }
    template <class Shape>
    [[nodiscard]] constexpr auto returning(shape_tag<Shape>) const {
        return returning<Shape>();
    }
    template <is_expression Only>
    [[nodiscard]] constexpr auto returning(Only const& only) const {
        return with_result<typename Only::value_type>(returning_value(only));
    }

private:
    template <class Joined>
    constexpr auto joined(Joined const& other) const {
        static_assert(Code == op::update || Code == op::erase, "koine: only update and erase join tables; an insert takes the rows of a query: .columns<…>(query)");
        return *this + other;
    }
    template <class NewResult, op ClauseCode, class More, class... Added>
    constexpr auto with_result(clause<ClauseCode, More, Added...> const& added) const {
        auto all = koine::detail::join(values, added.values);
        if constexpr (any_unresolved<Added...>())
            return [&]<class... Resolved>(type_list<Resolved...>) {
                return write_query<Code, Model, NewResult, decltype(all), Clauses + 1, Tokens..., Resolved...>{{}, all};
            }(typename resolution<Model, "", Added...>::type{});
        else return write_query<Code, Model, NewResult, decltype(all), Clauses + 1, Tokens..., Added...>{{}, all};
    }
};

}  // namespace koine::detail

namespace koine {

/// Starts an UPDATE; without a where it does not compile.
template <class Model>
constexpr auto update() {
    return detail::write_query<detail::op::update, Model, detail::no_rows, detail::values<0>, 0>{};
}
/// Starts an UPDATE of every row.
template <class Model>
constexpr auto update_all() {
    return update<Model>() + detail::clause<detail::op::all_rows, detail::values<0>, detail::all_rows_token>{};
}
/// Starts a DELETE; without a where it does not compile.
template <class Model>
constexpr auto erase() {
    return detail::write_query<detail::op::erase, Model, detail::no_rows, detail::values<0>, 0>{};
}
/// A DELETE of every row.
template <class Model>
constexpr auto erase_all() {
    return erase<Model>() + detail::clause<detail::op::all_rows, detail::values<0>, detail::all_rows_token>{};
}
/// Starts an INSERT of one row, column by column.
template <class Model>
constexpr auto insert() {
    return detail::write_query<detail::op::insert, Model, detail::no_rows, detail::values<0>, 0>{};
}

}  // namespace koine
