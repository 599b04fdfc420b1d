// SPDX-License-Identifier: BSL-1.0
// query · select: a SELECT as a value; every member gives a longer query.
#pragma once

#include <koine/query/cursor.hpp>
#include <koine/query/item.hpp>
#include <koine/query/join.hpp>
#include <koine/query/lock.hpp>
#include <koine/query/strategy.hpp>
#include <koine/relation/include.hpp>
#include <koine/relation/related.hpp>

namespace koine {

namespace detail {

struct query_base {};
template <class Type>
concept is_query = std::is_base_of_v<query_base, Type>;

template <op Code, class Model, fixed_string Alias, int Clauses>
struct statement_token {
    using model = Model;
    static constexpr token value{.code = Code, .arity = Clauses, .table = &table_of<Model>, .text = kept_text<Alias>.view()};
};

struct distinct_token {
    static constexpr token value{.code = op::distinct};
};

/// A SELECT over a model: what a row becomes, the values to bind, and the clauses' tokens.
template <class Model, fixed_string Alias, class Result, class Values, int Clauses, class... Tokens>
struct select_query : query_base {
    using model = Model;
    using result_type = Result;
    using values_type = Values;
    using root = statement_token<op::select, Model, Alias, Clauses>;
    using tokens = token_array<root, Tokens...>;
    [[no_unique_address]] Values values;

    /// Appends a clause made by a free function of this namespace.
    template <op Code, class More, class... Added>
    constexpr auto operator+(clause<Code, More, Added...> const& added) const {
        return with_result<Result>(added);
    }

    // what a row becomes (item.hpp)
    template <class Shape, class... Items>
    [[nodiscard]] constexpr auto select(Items const&... items) const {
        return with_result<Shape>(shape_items<Model, Shape>(items...));
    }
    /// One value in another form than its column's: `select<std::string_view>(col<&author::name>)`.
    template <class Form, is_expression Only>
        requires other_form<without_optional<Form>>
    [[nodiscard]] constexpr auto select(Only const& only) const {
        return with_result<Form>(form_item<Form>(only));
    }
    template <class Shape, class... Items>
    [[nodiscard]] constexpr auto select(shape_tag<Shape>, Items const&... items) const {
        return select<Shape>(items...);
    }
    template <is_expression Only>
    [[nodiscard]] constexpr auto select(Only const& only) const {
        return with_result<typename Only::value_type>(only_item(only));
    }
    [[nodiscard]] constexpr auto distinct() const { return *this + clause<op::distinct, koine::detail::values<0>, distinct_token>{}; }

    // relation/include.hpp
    template <auto... Path, class... Windows>
    [[nodiscard]] constexpr auto include(Windows const&... windows) const {
        return *this + make_include<Model, Result, type_list<Tokens...>, Path...>(windows...);
    }
    template <auto... Path, class... Windows>
    [[nodiscard]] constexpr auto include(path_tag<Path...>, Windows const&... windows) const {
        return include<Path...>(windows...);
    }

    // strategy.hpp
    template <strategy Strategy>
    [[nodiscard]] constexpr auto lists_by() const {
        return *this + koine::lists_by<Strategy>();
    }

    // join.hpp
    template <fixed_string Relation>
    [[nodiscard]] constexpr auto join() const {
        return *this + join_relation<op::inner_join, Model, Relation, "">();
    }
    template <fixed_string Relation>
    [[nodiscard]] constexpr auto join(relation_tag<Relation>) const {
        return join<Relation>();
    }
    template <fixed_string Relation, class Other, fixed_string Name>
    [[nodiscard]] constexpr auto join(table_alias<Other, Name>) const {
        return *this + join_relation<op::inner_join, Model, Relation, Name>();
    }
    template <class Other, class Condition>
    [[nodiscard]] constexpr auto join(Condition const& condition) const {
        return *this + join_on<op::inner_join, Other, "">(condition);
    }
    template <class Other, fixed_string Name, class Condition>
    [[nodiscard]] constexpr auto join(table_alias<Other, Name>, Condition const& condition) const {
        return *this + join_on<op::inner_join, Other, Name>(condition);
    }
    template <fixed_string Relation>
    [[nodiscard]] constexpr auto left_join() const {
        return *this + join_relation<op::left_join, Model, Relation, "">();
    }
    template <fixed_string Relation>
    [[nodiscard]] constexpr auto left_join(relation_tag<Relation>) const {
        return left_join<Relation>();
    }
    template <fixed_string Relation, class Other, fixed_string Name>
    [[nodiscard]] constexpr auto left_join(table_alias<Other, Name>) const {
        return *this + join_relation<op::left_join, Model, Relation, Name>();
    }
    template <class Other, class Condition>
    [[nodiscard]] constexpr auto left_join(Condition const& condition) const {
        return *this + join_on<op::left_join, Other, "">(condition);
    }
    template <class Other, fixed_string Name, class Condition>
    [[nodiscard]] constexpr auto left_join(table_alias<Other, Name>, Condition const& condition) const {
        return *this + join_on<op::left_join, Other, Name>(condition);
    }
    template <fixed_string Relation>
    [[nodiscard]] constexpr auto right_join() const {
        return *this + join_relation<op::right_join, Model, Relation, "">();
    }
    template <fixed_string Relation>
    [[nodiscard]] constexpr auto right_join(relation_tag<Relation>) const {
        return right_join<Relation>();
    }
    template <fixed_string Relation, class Other, fixed_string Name>
    [[nodiscard]] constexpr auto right_join(table_alias<Other, Name>) const {
        return *this + join_relation<op::right_join, Model, Relation, Name>();
    }
    template <class Other, class Condition>
    [[nodiscard]] constexpr auto right_join(Condition const& condition) const {
        return *this + join_on<op::right_join, Other, "">(condition);
    }
    template <class Other, fixed_string Name, class Condition>
    [[nodiscard]] constexpr auto right_join(table_alias<Other, Name>, Condition const& condition) const {
        return *this + join_on<op::right_join, Other, Name>(condition);
    }
    template <fixed_string Relation>
    [[nodiscard]] constexpr auto full_join() const {
        return *this + join_relation<op::full_join, Model, Relation, "">();
    }
    template <fixed_string Relation>
    [[nodiscard]] constexpr auto full_join(relation_tag<Relation>) const {
        return full_join<Relation>();
    }
    template <fixed_string Relation, class Other, fixed_string Name>
    [[nodiscard]] constexpr auto full_join(table_alias<Other, Name>) const {
        return *this + join_relation<op::full_join, Model, Relation, Name>();
    }
    template <class Other, class Condition>
    [[nodiscard]] constexpr auto full_join(Condition const& condition) const {
        return *this + join_on<op::full_join, Other, "">(condition);
    }
    template <class Other, fixed_string Name, class Condition>
    [[nodiscard]] constexpr auto full_join(table_alias<Other, Name>, Condition const& condition) const {
        return *this + join_on<op::full_join, Other, Name>(condition);
    }
    template <class Other>
    [[nodiscard]] constexpr auto cross_join() const {
        return *this + join_every<Other, "">();
    }
    template <class Other, fixed_string Name>
    [[nodiscard]] constexpr auto cross_join(table_alias<Other, Name>) const {
        return *this + join_every<Other, Name>();
    }

    // clause.hpp
    template <class Condition>
    [[nodiscard]] constexpr auto where(Condition const& condition) const {
        return *this + condition_clause<op::where>(condition);
    }
    template <class... Terms>
    [[nodiscard]] constexpr auto group_by(Terms const&... terms) const {
        return *this + koine::group_by(terms...);
    }
    template <class Condition>
    [[nodiscard]] constexpr auto having(Condition const& condition) const {
        return *this + condition_clause<op::having>(condition);
    }
    template <class... Terms>
    [[nodiscard]] constexpr auto order_by(Terms const&... terms) const {
        return *this + koine::order_by(terms...);
    }
    template <class Count>
    [[nodiscard]] constexpr auto limit(Count count) const {
        return *this + koine::limit(count);
    }
    template <std::int64_t Count>
    [[nodiscard]] constexpr auto limit() const {
        return *this + koine::limit<Count>();
    }
    template <class Count>
    [[nodiscard]] constexpr auto offset(Count count) const {
        return *this + koine::offset(count);
    }
    template <std::int64_t Count>
    [[nodiscard]] constexpr auto offset() const {
        return *this + koine::offset<Count>();
    }

    // cursor.hpp
    template <class... Cursor>
    [[nodiscard]] constexpr auto after(Cursor const&... cursor) const {
        return *this + koine::after(cursor...);
    }
    template <auto First, auto... Members, class... Cursor>
    [[nodiscard]] constexpr auto after(Cursor const&... cursor) const {
        return *this + koine::after<First, Members...>(cursor...);
    }
    template <class... Cursor>
    [[nodiscard]] constexpr auto before(Cursor const&... cursor) const {
        return *this + koine::before(cursor...);
    }
    template <auto First, auto... Members, class... Cursor>
    [[nodiscard]] constexpr auto before(Cursor const&... cursor) const {
        return *this + koine::before<First, Members...>(cursor...);
    }
    template <class Count>
    [[nodiscard]] constexpr auto last(Count count) const {
        return *this + koine::last(count);
    }
    template <std::int64_t Count>
    [[nodiscard]] constexpr auto last() const {
        return *this + koine::last<Count>();
    }
    template <class... Terms>
    [[nodiscard]] constexpr auto distinct_on(Terms const&... terms) const {
        return *this + koine::distinct_on(terms...);
    }

    // lock.hpp: until the transaction ends; MySQL and MariaDB lock every row that they look at, and so by a key that alone
    template <class... Options>
    [[nodiscard]] constexpr auto for_update(Options const&... options) const {
        return *this + lock_rows<0>(options...);
    }
    template <class... Options>
    [[nodiscard]] constexpr auto for_share(Options const&... options) const {
        return *this + lock_rows<lock_shares>(options...);
    }

    /// SQL of one's own at the end of the statement.
    template <fixed_string Text, class... Operands>
    [[nodiscard]] constexpr auto raw(Operands const&... operands) const {
        return *this + make_clause<op::raw_clause, operator_token<op::raw_clause, 1>>(koine::raw<bool, Text>(operands...));
    }

private:
    template <class NewResult, op Code, class More, class... Added>
    constexpr auto with_result(clause<Code, More, Added...> const& added) const {
        auto all = koine::detail::join(values, added.values);
        if constexpr (any_unresolved<Added...>())
            return [&]<class... Resolved>(type_list<Resolved...>) {
                return select_query<Model, Alias, NewResult, decltype(all), Clauses + 1, Tokens..., Resolved...>{{}, all};
            }(typename resolution<Model, Alias, Added...>::type{});
        else return select_query<Model, Alias, NewResult, decltype(all), Clauses + 1, Tokens..., Added...>{{}, all};
    }
};

}  // namespace detail

/// Starts a SELECT over a model; without `select` a row becomes the model itself.
template <class Model>
constexpr auto from() {
    return detail::select_query<Model, "", Model, detail::values<0>, 0>{};
}
template <class Model, fixed_string Name>
constexpr auto from(table_alias<Model, Name>) {
    return detail::select_query<Model, Name, Model, detail::values<0>, 0>{};
}

}  // namespace koine
