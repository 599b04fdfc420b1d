// SPDX-License-Identifier: BSL-1.0
// relation · filter: some, every, none, is, is_not. A relation is named; its model is that of the query or relation around.
#pragma once

#include <koine/relation/related.hpp>

namespace koine {

namespace detail {

using exists_token = operator_token<op::exists, 1>;

/// A condition of `every`, turned round: true for the rows that break it. One that is absent is broken by none.
template <class Condition>
constexpr auto violated_clause(Condition const& condition) {
    constexpr bool assigns = is_assignment<Condition>;
    constexpr bool fits = is_condition<Condition>();
    static_assert(!assigns, "koine: = sets a column; a condition compares with ==");
    static_assert(fits || assigns, "koine: every takes a condition on the related rows, such as a comparison");
    if constexpr (fits) return related_clause(apply<bool, operator_token<op::violated, 1>>(condition));
    else return related_clause(refused<bool>);
}

template <class Rows, class... Clauses>
constexpr auto related_exists(Clauses const&... clauses) {
    return over_related<bool, exists_token, Rows>(clauses...);
}
template <class Expression>
constexpr auto negated(Expression const& condition) {
    return apply<bool, operator_token<op::logical_not, 1>>(condition);
}

}  // namespace detail

/// Whether any related row meets the conditions; without one, whether there is any row.
template <fixed_string Relation, class... Conditions>
constexpr auto some(Conditions const&... conditions) {
    return detail::related_exists<detail::related_rows<detail::related_form::many, Relation, sizeof...(Conditions)>>(detail::related_clause(conditions)...);
}
/// As `some`, of a model that the query has beside its own, by a join.
template <class Model, fixed_string Relation, class... Conditions>
constexpr auto some(Conditions const&... conditions) {
    return detail::related_exists<detail::related_rows_of<detail::related_form::many, Model, Relation, sizeof...(Conditions)>>(detail::related_clause(conditions)...);
}
/// Whether no related row meets the conditions: the negation of `some`.
template <fixed_string Relation, class... Conditions>
constexpr auto none(Conditions const&... conditions) {
    return detail::negated(some<Relation>(conditions...));
}
template <class Model, fixed_string Relation, class... Conditions>
constexpr auto none(Conditions const&... conditions) {
    return detail::negated(some<Model, Relation>(conditions...));
}
/// Whether no related row breaks the condition: `none` of its negation, so that it is true where there is no row.
template <fixed_string Relation, class Condition>
constexpr auto every(Condition const& condition) {
    return detail::negated(detail::related_exists<detail::related_rows<detail::related_form::many, Relation, 1>>(detail::violated_clause(condition)));
}
template <fixed_string Relation, class Condition>
constexpr auto every(unindexed_t said, Condition const& condition) {
    return detail::negated(detail::related_exists<detail::related_rows<detail::related_form::many, Relation, 2>>(detail::related_clause(said), detail::violated_clause(condition)));
}
template <class Model, fixed_string Relation, class Condition>
constexpr auto every(Condition const& condition) {
    return detail::negated(detail::related_exists<detail::related_rows_of<detail::related_form::many, Model, Relation, 1>>(detail::violated_clause(condition)));
}
template <class Model, fixed_string Relation, class Condition>
constexpr auto every(unindexed_t said, Condition const& condition) {
    return detail::negated(detail::related_exists<detail::related_rows_of<detail::related_form::many, Model, Relation, 2>>(detail::related_clause(said), detail::violated_clause(condition)));
}
/// Whether there is a row that this one belongs to, or has one of, and it meets the conditions.
template <fixed_string Relation, class... Conditions>
constexpr auto is(Conditions const&... conditions) {
    return detail::related_exists<detail::related_rows<detail::related_form::one, Relation, sizeof...(Conditions)>>(detail::related_clause(conditions)...);
}
template <class Model, fixed_string Relation, class... Conditions>
constexpr auto is(Conditions const&... conditions) {
    return detail::related_exists<detail::related_rows_of<detail::related_form::one, Model, Relation, sizeof...(Conditions)>>(detail::related_clause(conditions)...);
}
/// The negation of `is`: there is no such row, or it does not meet the conditions.
template <fixed_string Relation, class... Conditions>
constexpr auto is_not(Conditions const&... conditions) {
    return detail::negated(is<Relation>(conditions...));
}
template <class Model, fixed_string Relation, class... Conditions>
constexpr auto is_not(Conditions const&... conditions) {
    return detail::negated(is<Model, Relation>(conditions...));
}

// For generic code, by a tag: `koine::some(koine::relation<"articles">, condition)`.
template <fixed_string Relation, class... Conditions>
constexpr auto some(detail::relation_tag<Relation>, Conditions const&... conditions) {
    return some<Relation>(conditions...);
}
template <fixed_string Relation, class... Conditions>
constexpr auto none(detail::relation_tag<Relation>, Conditions const&... conditions) {
    return none<Relation>(conditions...);
}
template <fixed_string Relation, class... Conditions>
constexpr auto every(detail::relation_tag<Relation>, Conditions const&... conditions) {
    return every<Relation>(conditions...);
}
template <fixed_string Relation, class... Conditions>
constexpr auto is(detail::relation_tag<Relation>, Conditions const&... conditions) {
    return is<Relation>(conditions...);
}
template <fixed_string Relation, class... Conditions>
constexpr auto is_not(detail::relation_tag<Relation>, Conditions const&... conditions) {
    return is_not<Relation>(conditions...);
}

}  // namespace koine
