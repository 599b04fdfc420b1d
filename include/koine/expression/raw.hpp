// SPDX-License-Identifier: BSL-1.0
// expression · raw: the escape hatch. A literal known when compiling, with {} for columns, expressions and bound values.
#pragma once

#include <koine/expression/expression.hpp>

namespace koine {

namespace detail {

constexpr int holes_in(std::string_view text) {
    int holes = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (text[i] == '{' && text[i + 1] == '}') ++holes;
    return holes;
}

template <fixed_string Text, int Holes, storage Kind, bool Nullable>
struct raw_token {
    static constexpr token value{
        .code = op::raw, .arity = Holes, .kind = Kind, .nullable = Nullable, .text = kept_text<Text>.view()};
};

}  // namespace detail

/// SQL of one's own with a value of a C++ type: `koine::raw<std::int64_t, "length({})">(col<&author::name>)`.
template <column_type Value, fixed_string Text, class... Operands>
constexpr auto raw(Operands const&... operands) {
    constexpr bool fits = detail::holes_in(Text.view()) == static_cast<int>(sizeof...(Operands));
    static_assert(fits, "koine: raw SQL has one {} for each operand");
    if constexpr (!fits) return detail::refused<Value>;
    else return detail::apply<Value, detail::raw_token<Text, static_cast<int>(sizeof...(Operands)), kind_of<Value>, detail::is_optional<Value>>>(
        detail::sequence(detail::as_expression_alone(operands)...));
}

}  // namespace koine
