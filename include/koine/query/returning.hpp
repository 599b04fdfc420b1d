// SPDX-License-Identifier: BSL-1.0
// query · returning: the rows that a write leaves behind.
#pragma once

#include <koine/query/item.hpp>

namespace koine::detail {

template <class Model, class Shape>
struct returning_token {
    static constexpr token value{.code = op::returning, .arity = 0, .shape = &shape_of<Model, Shape>};
};
template <class Value>
struct returning_value_token {
    static constexpr token value{.code = op::returning, .arity = 1, .kind = kind_of<Value>, .nullable = is_optional<Value>};
};

template <class Model, class Shape>
constexpr auto returning_shape() {
    return clause<op::returning, values<0>, returning_token<Model, Shape>>{};
}
template <class Value, class Values, class... Tokens>
constexpr auto returning_value(expression<Value, Values, Tokens...> const& only) {
    static_assert(column_type<Value> || any_refused<Value>, "koine: returning() takes an expression with a value");
    if constexpr (column_type<Value>) return make_clause<op::returning, returning_value_token<Value>>(only);
    else return make_clause<op::returning, operator_token<op::returning, 1>>(refused<void>);
}

}  // namespace koine::detail
