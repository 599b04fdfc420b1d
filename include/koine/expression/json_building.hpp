// SPDX-License-Identifier: BSL-1.0
// expression · json_building: JSON made of a row's values.
#pragma once

#include <koine/expression/json_column.hpp>

namespace koine {

namespace detail {

/// Whether all databases make the same JSON of a value: of bool, numbers but std::uint64_t, text, an enum, JSON, and lists of these.
template <class Value>
constexpr bool makes_json() {
    using value = without_optional<Value>;
    constexpr family kind = family_of<value>();
    if constexpr (kind == family::list) return !std::is_same_v<typename vector_traits<value>::element, std::uint64_t>;
    else return kind == family::boolean || (kind == family::number && !std::is_same_v<value, std::uint64_t>) || kind == family::text || kind == family::enumeration || kind == family::json;
}

template <op Code, class Path, class... Values>
constexpr auto build_json(Values const&... values) {
    constexpr bool fits = (makes_json<typename value_of_operand<Values>::type>() && ...);
    static_assert(fits || any_refused_operand<Values...>,
                  "koine: JSON is made of bool, numbers, text, enums, JSON and lists of these; databases write std::uint64_t, dates, decimals and bytes in ways of their own");
    if constexpr (fits) return apply<json_text, json_token<Code, sizeof...(Values), storage::json, false, Path>>(sequence(as_expression_alone(values)...));
    else return refused<json_text>;
}

}  // namespace detail

/// An object of these labels and values: `koine::json_object<"id", "name">(col<&author::id>, col<&author::name>)`. What is NULL is
/// JSON's null there.
template <json_step... Labels, class... Values>
constexpr auto json_object(Values const&... values) {
    using path = detail::json_path<Labels...>;
    constexpr bool paired = sizeof...(Labels) == sizeof...(Values) && path::named && (Labels.labels() && ...);
    static_assert(paired, "koine: json_object has a label for each of its values, of at most 64 bytes, none of them a quotation mark, a backslash or a control character");
    if constexpr (paired) return detail::build_json<detail::op::json_object, path>(values...);
    else return detail::refused<json_text>;
}
/// An array of these values.
template <class... Values>
constexpr auto json_array(Values const&... values) {
    return detail::build_json<detail::op::json_array, detail::json_path<>>(values...);
}

}  // namespace koine
