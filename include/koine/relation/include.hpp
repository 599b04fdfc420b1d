// SPDX-License-Identifier: BSL-1.0
// relation · include: narrows one relation of the result's shape, for each parent on its own.
#pragma once

#include <koine/query/clause.hpp>

namespace koine {

namespace detail {

template <auto... Path>
struct path_tag {};

/// Whether each member pointer is of the shape that the one before leads to.
template <class Shape>
constexpr bool path_connects() {
    return true;
}
template <class Shape, auto First, auto... Rest>
constexpr bool path_connects() {
    if constexpr (!std::is_same_v<class_of<First>, Shape>) return false;
    else return path_connects<typename nested_shape<member_of<First>>::type, Rest...>();
}

template <int Windows, auto... Path>
struct include_token {
    static constexpr token value = [] {
        token made{.code = op::include, .arity = Windows};
        for (short index : {member_index<Path>...}) made.path[made.path_length++] = index;
        return made;
    }();
};

template <op Code, class Values, class... Tokens>
constexpr auto clause_tokens(clause<Code, Values, Tokens...> const& window) {
    constexpr bool narrows = Code == op::where || Code == op::order_by || Code == op::limit || Code == op::offset;
    static_assert(narrows, "koine: an include is narrowed by koine::where, order_by, limit and offset");
    return expression<void, Values, Tokens...>(window.values);
}
template <class Other>
constexpr auto clause_tokens(Other const&) {
    constexpr bool a_clause = never<Other>;
    static_assert(a_clause, "koine: an include is narrowed by koine::where, order_by, limit and offset");
    return expression<void, values<0>, refused_token>{};
}

template <class Model, class Shape, auto... Path, class... Windows>
constexpr auto make_include(Windows const&... windows) {
    constexpr bool named = sizeof...(Path) > 0 && sizeof...(Path) <= maximum_include_depth;
    static_assert(named, "koine: include names one relation, by one to eight members");
    constexpr bool connected = path_connects<Shape, Path...>();
    static_assert(connected || !named, "koine: include<…> names a member of the selected shape, then a member of that member's shape, and so on");
    if constexpr (named && connected) {
        return [&]<class Values, class... Tokens>(expression<void, Values, Tokens...> const& all) {
            return clause<op::include, Values, include_token<sizeof...(Windows), Path...>, Tokens...>{all.values};
        }(sequence(clause_tokens(windows)...));
    } else {
        return clause<op::include, values<0>, refused_token>{};
    }
}

}  // namespace detail

/// The way to a relation of a shape, for generic code: `.include(koine::path<&S::articles>, …)`.
template <auto... Members>
inline constexpr detail::path_tag<Members...> path{};

}  // namespace koine
