// SPDX-License-Identifier: BSL-1.0
// query · item: what select() is given: a shape, expressions for its members, or one expression.
#pragma once

#include <koine/query/clause.hpp>

namespace koine {

namespace detail {

template <class Shape>
struct shape_tag {};

/// An expression for one member of a shape.
template <auto Member, class Values, class... Tokens>
struct named_item {
    [[no_unique_address]] Values values;
};

template <class Shape, short Index>
struct member_item_token {
    static constexpr token value{.code = op::as_member,
                                 .arity = 1,
                                 .kind = kind_of<member_type<Shape, static_cast<std::size_t>(Index)>>,
                                 .nullable = is_optional<member_type<Shape, static_cast<std::size_t>(Index)>>,
                                 .path = {Index},
                                 .path_length = 1};
};

template <class Model, class Shape, int Items>
struct shape_token {
    static constexpr token value{.code = op::select_shape, .arity = Items, .shape = &shape_of<Model, Shape>};
};

template <class Value>
struct only_item_token {
    static constexpr token value{.code = op::select_items, .arity = 1, .kind = kind_of<Value>, .nullable = is_optional<Value>};
};

/// Whether a member can take an expression's value: the same type, a number for a number, and no NULL into a plain member.
template <class Member, class Value>
constexpr bool member_takes() {
    if constexpr (!readable_type<Member> || !column_type<Value>) return false;
    else if constexpr (std::is_arithmetic_v<without_optional<Member>> && std::is_arithmetic_v<without_optional<Value>>)
        return std::is_integral_v<without_optional<Member>> == std::is_integral_v<without_optional<Value>> &&
               std::is_same_v<without_optional<Member>, bool> == std::is_same_v<without_optional<Value>, bool>;
    else return std::is_same_v<column_form_of<Member>, without_optional<Value>>;
}

template <class Shape, short Index, class Value, class Values, class... Tokens>
constexpr auto member_item(expression<Value, Values, Tokens...> const& given) {
    using member = member_type<Shape, static_cast<std::size_t>(Index)>;
    constexpr bool takes = member_takes<member, Value>();
    static_assert(takes, "koine: a member of the shape is given an expression of another type");
    constexpr bool holds_null = is_optional<member> || !is_optional<Value>;
    static_assert(!takes || holds_null,
                  "koine: a value that may be NULL is selected into a plain member of the shape; make the member a std::optional");
    if constexpr (takes && holds_null)
        return expression<void, Values, member_item_token<Shape, Index>, Tokens...>(given.values);
    else return expression<void, values<0>, operator_token<op::as_member, 1>, refused_token>{};
}

template <class Type>
struct item_traits {
    static constexpr bool is_named = false;
};
template <auto Member, class Values, class... Tokens>
struct item_traits<named_item<Member, Values, Tokens...>> {
    static constexpr bool is_named = true;
};

template <class Shape, short Position, class Item>
constexpr auto item_tokens(Item const& item) {
    if constexpr (item_traits<Item>::is_named) {
        return [&]<auto Member, class Values, class... Tokens>(named_item<Member, Values, Tokens...> const& named) {
            static_assert(std::is_same_v<class_of<Member>, Shape>, "koine: as<…> names a member of the shape that is selected");
            return expression<void, Values, Tokens...>(named.values);
        }(item);
    } else {
        return member_item<Shape, Position>(item);
    }
}

/// One value, in another form than its column's.
template <class Form, class Value, class Values, class... Tokens>
constexpr auto form_item(expression<Value, Values, Tokens...> const& only) {
    constexpr bool takes = member_takes<Form, Value>();
    static_assert(takes || any_refused<Value>, "koine: select<…>() of one value takes an expression of its type: text as std::string_view, bytes as koine::bytes_view");
    constexpr bool holds_null = is_optional<Form> || !is_optional<Value>;
    static_assert(!takes || holds_null, "koine: a value that may be NULL is selected in a plain form; make it a std::optional");
    if constexpr (takes && holds_null) return make_clause<op::select_items, only_item_token<Form>>(only);
    else return make_clause<op::select_items, operator_token<op::select_items, 1>>(refused<void>);
}

template <class Model, class Shape, class... Items>
constexpr auto shape_items(Items const&... items) {
    constexpr int positional = (0 + ... + (item_traits<Items>::is_named ? 0 : 1));
    constexpr bool complete = positional == 0 || positional == static_cast<int>(member_count<Shape>);
    static_assert(complete, "koine: expressions fill the members of a shape in their order, so there is one for each; name single ones by as<…>()");
    if constexpr (complete) {
        return [&]<short... Position>(std::integer_sequence<short, Position...>) {
            return make_clause<op::select_shape, shape_token<Model, Shape, sizeof...(Items)>>(
                sequence(item_tokens<Shape, Position>(items)...));
        }(std::make_integer_sequence<short, static_cast<short>(sizeof...(Items))>{});
    } else {
        return make_clause<op::select_shape, operator_token<op::select_shape, 1>>(refused<void>);
    }
}

template <class Value, class Values, class... Tokens>
constexpr auto only_item(expression<Value, Values, Tokens...> const& only) {
    static_assert(column_type<Value> || any_refused<Value>, "koine: select() takes an expression with a value");
    if constexpr (column_type<Value>) return make_clause<op::select_items, only_item_token<Value>>(only);
    else return make_clause<op::select_items, operator_token<op::select_items, 1>>(refused<void>);
}

}  // namespace detail

/// A shape, for generic code: `.select(koine::shape<S>)`.
template <class Shape>
inline constexpr detail::shape_tag<Shape> shape{};

/// Gives a member of a shape, which is no column of the model, an expression.
template <auto Member, class Value, class Values, class... Tokens>
constexpr auto as(detail::expression<Value, Values, Tokens...> const& given) {
    using shape = detail::class_of<Member>;
    constexpr short index = detail::member_index<Member>;
    auto item = detail::member_item<shape, index>(given);
    return [&]<class AllValues, class... All>(detail::expression<void, AllValues, All...> const& all) {
        return detail::named_item<Member, AllValues, All...>{all.values};
    }(item);
}

}  // namespace koine
