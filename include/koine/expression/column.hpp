// SPDX-License-Identifier: BSL-1.0
// expression · column: a column by its member pointer, of a table or of an alias.
#pragma once

#include <koine/expression/logic.hpp>

namespace koine {

/// The column of a model's member. (Write a space before `==`: `col<&author::id>==x` is read as `>=` and `=`.)
template <auto Member>
inline constexpr detail::expression<detail::member_of<Member>, detail::values<0>, detail::column_token<Member>> col{};

namespace detail {
template <class Model, auto Member, fixed_string Name>
consteval auto column_of_alias() {
    constexpr bool fits = std::is_same_v<class_of<Member>, Model>;
    static_assert(fits, "koine: the column of an alias is a member of the model that it is an alias of");
    if constexpr (fits) return expression<member_of<Member>, values<0>, column_token<Member, Name>>{};
    else return refused<member_of<Member>>;
}
}  // namespace detail

/// A second name for a table, so that a query can use it twice: `constexpr auto boss = koine::alias<employee, "boss">;`
template <class Model, fixed_string Name>
struct table_alias {
    using model = Model;
    static constexpr std::string_view name() { return detail::kept_text<Name>.view(); }

    /// The column of this alias.
    template <auto Member>
    static constexpr auto col = detail::column_of_alias<Model, Member, Name>();
};

template <class Model, fixed_string Name>
inline constexpr table_alias<Model, Name> alias{};

/// A C++ value as an expression of its own, for a place where nothing tells that it is one.
template <class Value>
constexpr auto value(Value const& bound) {
    return detail::as_expression_alone(bound);
}

}  // namespace koine
