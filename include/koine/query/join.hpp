// SPDX-License-Identifier: BSL-1.0
// query · join: inner and outer joins, by a relation's name or by a condition, and joins of every row with every row.
#pragma once

#include <koine/query/clause.hpp>

namespace koine {

namespace detail {

template <fixed_string Name>
struct relation_tag {};

template <op Code, class Model, int Entry, fixed_string Alias>
struct relation_join_token {
    static constexpr token value{.code = Code,
                                 .table = &table_of<related_model<Model, Entry>>,
                                 .text = kept_text<Alias>.view(),
                                 .relation = &relation_of<Model, Entry>};
};

template <op Code, class Model, fixed_string Alias>
struct join_token {
    static constexpr token value{.code = Code, .arity = Code == op::cross_join ? 0 : 1, .table = &table_of<Model>, .text = kept_text<Alias>.view()};
};

template <op Code, class Model, fixed_string Relation, fixed_string Alias>
constexpr auto join_relation() {
    constexpr int entry = relation_entry<Model>(Relation.view());
    static_assert(entry >= 0, "koine: the model has no relation of this name to join by");
    if constexpr (entry >= 0) return clause<Code, values<0>, relation_join_token<Code, Model, entry, Alias>>{};
    else return clause<Code, values<0>, refused_token>{};
}

template <op Code, class Model, fixed_string Alias, class Values, class Where, class... Tokens>
constexpr auto join_on(clause<op::where, Values, Where, Tokens...> const& condition) {
    return clause<Code, Values, join_token<Code, Model, Alias>, Tokens...>{condition.values};
}
template <op Code, class, fixed_string, class Other>
constexpr auto join_on(Other const&) {
    constexpr bool a_clause = never<Other>;
    static_assert(a_clause, "koine: a join takes its condition in words: koine::on(condition)");
    return clause<Code, values<0>, refused_token>{};
}

template <class Model, fixed_string Alias>
constexpr auto join_every() {
    return clause<op::cross_join, values<0>, join_token<op::cross_join, Model, Alias>>{};
}

}  // namespace detail

/// A relation by its name, for generic code: `.join(koine::relation<"author">)`.
template <fixed_string Name>
inline constexpr detail::relation_tag<Name> relation{};

}  // namespace koine
