// SPDX-License-Identifier: BSL-1.0
// query · cursor: after, before and last: where in an order the rows begin, without counting those before.
#pragma once

#include <koine/query/clause.hpp>
#include <koine/query/key.hpp>

namespace koine {

namespace detail {

/// A value that an order's term is compared with; where it may be NULL the text asks whether it is.
template <storage Kind, bool Nullable>
struct cursor_value_token {
    static constexpr token value{.code = op::value, .kind = Kind, .nullable = Nullable};
};

template <class Value>
constexpr auto cursor_value(Value const& value) {
    using held = without_optional<Value>;
    constexpr bool bindable = family_of<held>() != family::none && has_order<held>;
    static_assert(bindable, "koine: after and before take the values of the order's terms: bool, numbers, text or bytes, or std::optional of these");
    if constexpr (bindable) {
        using plain = typename decltype(plain_type<held>())::type;
        auto bound = [&] {
            if constexpr (is_optional<Value>) return bind_as<plain, false>(value ? *value : some_value<held>());
            else return bind_as<plain, false>(value);
        }();
        if constexpr (is_optional<Value>)
            if (!value) bound.values.at[0].kind = bound_kind::null;
        return expression<void, typename decltype(bound)::values_type, cursor_value_token<type<plain>::kind, is_optional<Value>>>(bound.values);
    } else {
        return expression<void, values<0>, refused_token>{};
    }
}

/// The values of a unique key, which name the row that a cursor stands on.
template <op Code, auto... Members>
struct cursor_key_token {
    static constexpr token value = [] {
        token made{.code = Code, .arity = sizeof...(Members)};
        for (table_descriptor const* table : {&table_of<class_of<Members>>...}) made.table = table;
        for (short index : {member_index<Members>...}) made.path[made.path_length++] = index;
        return made;
    }();
};

template <auto... Members>
constexpr bool names_unique_key() {
    column_set key{};
    for (short index : {member_index<Members>...}) key.at[key.count++] = index;
    bool unique = true;
    for (table_descriptor const* table : {&table_of<class_of<Members>>...}) unique = unique && is_unique(*table, key) && !table->nullable(key);
    return unique;
}

/// Selects the values of the order with each row.
struct cursor_column_token {
    static constexpr token value{.code = op::cursor_column};
};

template <op Code, class... Values>
constexpr auto cursor_clause(Values const&... values) {
    static_assert(sizeof...(Values) > 0, "koine: after and before take the values of the order's terms");
    if constexpr (sizeof...(Values) > 0) return make_clause<Code, operator_token<Code, sizeof...(Values)>>(sequence(cursor_value(values)...));
    else return clause<Code, koine::detail::values<0>, refused_token>{};
}
template <op Code, auto... Members, class... Values>
constexpr auto cursor_row_clause(Values const&... values) {
    constexpr bool fits = sizeof...(Members) == sizeof...(Values) && names_unique_key<Members...>();
    static_assert(fits, "koine: after<…> and before<…> name the members of the primary key or of a unique key that is never NULL, and take a value for each");
    if constexpr (fits) return make_clause<Code, cursor_key_token<Code, Members...>>(sequence(as_expression<member_of<Members>>(values)...));
    else return clause<Code, koine::detail::values<0>, refused_token>{};
}

}  // namespace detail

/// The rows behind those values in the order: one value for each term and, where the order does not end in a unique key, for
/// each column of the primary key, which is appended.
template <class... Values>
constexpr auto after(Values const&... values) {
    return detail::cursor_clause<detail::op::after>(values...);
}
/// The rows behind the row that has this unique key: `after<&article::id>(7)`. Where there is no such row, nothing is behind it.
template <auto First, auto... Members, class... Values>
constexpr auto after(Values const&... values) {
    return detail::cursor_row_clause<detail::op::after, First, Members...>(values...);
}
template <auto... Members, class... Values>
constexpr auto after(detail::key_tag<Members...>, Values const&... values) {
    return detail::cursor_row_clause<detail::op::after, Members...>(values...);
}
/// The rows in front of those values in the order; with `last` those just in front.
template <class... Values>
constexpr auto before(Values const&... values) {
    return detail::cursor_clause<detail::op::before>(values...);
}
template <auto First, auto... Members, class... Values>
constexpr auto before(Values const&... values) {
    return detail::cursor_row_clause<detail::op::before, First, Members...>(values...);
}
template <auto... Members, class... Values>
constexpr auto before(detail::key_tag<Members...>, Values const&... values) {
    return detail::cursor_row_clause<detail::op::before, Members...>(values...);
}
/// The last so many rows, still in the order; an offset leaves out rows at the end.
template <class Count>
constexpr auto last(Count count) {
    return detail::counted<detail::op::last>(count);
}
template <std::int64_t Count>
constexpr auto last() {
    static_assert(Count >= 0, "koine: a limit is not negative");
    return detail::clause<detail::op::last, detail::values<0>, detail::number_token<detail::op::last, Count>>{};
}
/// Of the rows that agree in these expressions the first in the order; NULL agrees with NULL.
template <class... Terms>
constexpr auto distinct_on(Terms const&... terms) {
    constexpr bool expressions = sizeof...(Terms) > 0 && (detail::is_expression<Terms> && ...);
    static_assert(expressions, "koine: distinct_on names expressions, such as columns");
    if constexpr (expressions)
        return detail::make_clause<detail::op::distinct_on, detail::operator_token<detail::op::distinct_on, sizeof...(Terms)>>(detail::sequence(terms...));
    else return detail::make_clause<detail::op::distinct_on, detail::operator_token<detail::op::distinct_on, 1>>(detail::refused<void>);
}

}  // namespace koine
