// SPDX-License-Identifier: BSL-1.0
// relation · aggregate: a number made of a row's related rows, or a value of the one row it belongs to, as an expression.
#pragma once

#include <koine/expression/aggregate.hpp>
#include <koine/query/item.hpp>
#include <koine/relation/related.hpp>

namespace koine {

namespace detail {

/// What a subquery selects, as its first clause.
template <class Value, class Values, class... Tokens>
constexpr auto item_clause(expression<Value, Values, Tokens...> const& only) {
    return expression<void, Values, only_item_token<Value>, Tokens...>(only.values);
}

template <class Result, class Rows, class Item, class... Conditions>
constexpr auto related_scalar(Item const& item, Conditions const&... conditions) {
    constexpr bool fits = column_type<Result>;
    static_assert(fits || any_refused<typename Item::value_type>, "koine: an aggregate of a relation, and value_of, take an expression with a value");
    if constexpr (!fits) return refused<refused_value>;
    else return over_related<Result, operator_token<op::scalar_query, 1, kind_of<Result>, is_optional<Result>>, Rows>(item_clause(item), related_clause(conditions)...);
}

template <fixed_string Relation, class Item, class... Conditions>
constexpr auto aggregate_of(Item const& item, Conditions const&... conditions) {
    return related_scalar<typename Item::value_type, related_rows<related_form::many, Relation, 1 + sizeof...(Conditions)>>(item, conditions...);
}
template <class Model, fixed_string Relation, class Item, class... Conditions>
constexpr auto aggregate_of_model(Item const& item, Conditions const&... conditions) {
    return related_scalar<typename Item::value_type, related_rows_of<related_form::many, Model, Relation, 1 + sizeof...(Conditions)>>(item, conditions...);
}

/// An expression over the row at the end of relations to one, of which `Rows` is the first.
template <class Rows, class Operand>
constexpr auto value_along(Operand const& operand) {
    return related_scalar<optional_if<true, typename Operand::value_type>, Rows>(operand);
}
template <class Rows, fixed_string Next, fixed_string... Onward, class Operand>
constexpr auto value_along(Operand const& operand) {
    return value_along<Rows>(value_along<related_rows<related_form::one, Next, 1>, Onward...>(operand));
}

}  // namespace detail

/// How many related rows there are, of those that meet the conditions: `koine::count_of<"articles">(col<&article::published>)`.
template <fixed_string Relation, class... Conditions>
constexpr auto count_of(Conditions const&... conditions) {
    return detail::aggregate_of<Relation>(count(), conditions...);
}
/// The sum of an expression over the related rows; empty where there are none.
template <fixed_string Relation, detail::is_expression Operand, class... Conditions>
constexpr auto sum_of(Operand const& operand, Conditions const&... conditions) {
    return detail::aggregate_of<Relation>(sum(operand), conditions...);
}
/// The mean, as a double; empty where there are none.
template <fixed_string Relation, detail::is_expression Operand, class... Conditions>
constexpr auto avg_of(Operand const& operand, Conditions const&... conditions) {
    return detail::aggregate_of<Relation>(avg(operand), conditions...);
}
/// The smallest, or empty.
template <fixed_string Relation, detail::is_expression Operand, class... Conditions>
constexpr auto min_of(Operand const& operand, Conditions const&... conditions) {
    return detail::aggregate_of<Relation>(min(operand), conditions...);
}
/// The greatest, or empty.
template <fixed_string Relation, detail::is_expression Operand, class... Conditions>
constexpr auto max_of(Operand const& operand, Conditions const&... conditions) {
    return detail::aggregate_of<Relation>(max(operand), conditions...);
}
/// An expression over the row that this one belongs to, or has one of; empty where there is none:
/// `order_by(koine::value_of<"author">(col<&author::name>))`. Several relations lead from one to the next.
template <fixed_string Relation, fixed_string... Onward, detail::is_expression Operand>
constexpr auto value_of(Operand const& operand) {
    return detail::value_along<detail::related_rows<detail::related_form::one, Relation, 1>, Onward...>(operand);
}

// The same of a model that the query has beside its own, by a join: `koine::count_of<article, "comments">()`.
template <class Model, fixed_string Relation, class... Conditions>
constexpr auto count_of(Conditions const&... conditions) {
    return detail::aggregate_of_model<Model, Relation>(count(), conditions...);
}
template <class Model, fixed_string Relation, detail::is_expression Operand, class... Conditions>
constexpr auto sum_of(Operand const& operand, Conditions const&... conditions) {
    return detail::aggregate_of_model<Model, Relation>(sum(operand), conditions...);
}
template <class Model, fixed_string Relation, detail::is_expression Operand, class... Conditions>
constexpr auto avg_of(Operand const& operand, Conditions const&... conditions) {
    return detail::aggregate_of_model<Model, Relation>(avg(operand), conditions...);
}
template <class Model, fixed_string Relation, detail::is_expression Operand, class... Conditions>
constexpr auto min_of(Operand const& operand, Conditions const&... conditions) {
    return detail::aggregate_of_model<Model, Relation>(min(operand), conditions...);
}
template <class Model, fixed_string Relation, detail::is_expression Operand, class... Conditions>
constexpr auto max_of(Operand const& operand, Conditions const&... conditions) {
    return detail::aggregate_of_model<Model, Relation>(max(operand), conditions...);
}
template <class Model, fixed_string Relation, fixed_string... Onward, detail::is_expression Operand>
constexpr auto value_of(Operand const& operand) {
    return detail::value_along<detail::related_rows_of<detail::related_form::one, Model, Relation, 1>, Onward...>(operand);
}

// For generic code, by a tag: `koine::count_of(koine::relation<"articles">)`.
template <fixed_string Relation, class... Conditions>
constexpr auto count_of(detail::relation_tag<Relation>, Conditions const&... conditions) {
    return count_of<Relation>(conditions...);
}
template <fixed_string Relation, detail::is_expression Operand, class... Conditions>
constexpr auto sum_of(detail::relation_tag<Relation>, Operand const& operand, Conditions const&... conditions) {
    return sum_of<Relation>(operand, conditions...);
}
template <fixed_string Relation, detail::is_expression Operand, class... Conditions>
constexpr auto avg_of(detail::relation_tag<Relation>, Operand const& operand, Conditions const&... conditions) {
    return avg_of<Relation>(operand, conditions...);
}
template <fixed_string Relation, detail::is_expression Operand, class... Conditions>
constexpr auto min_of(detail::relation_tag<Relation>, Operand const& operand, Conditions const&... conditions) {
    return min_of<Relation>(operand, conditions...);
}
template <fixed_string Relation, detail::is_expression Operand, class... Conditions>
constexpr auto max_of(detail::relation_tag<Relation>, Operand const& operand, Conditions const&... conditions) {
    return max_of<Relation>(operand, conditions...);
}
template <fixed_string Relation, detail::is_expression Operand>
constexpr auto value_of(detail::relation_tag<Relation>, Operand const& operand) {
    return value_of<Relation>(operand);
}

}  // namespace koine
