// SPDX-License-Identifier: BSL-1.0
// expression · text_match: contains, starts_with, ends_with. Any text is taken as it is: %, _, \, NUL and the empty one.
#pragma once

#include <koine/expression/expression.hpp>

namespace koine::detail {

template <op Code, class Left, class Text>
constexpr auto match(Left const& left, Text const& text) {
    using value = typename Left::value_type;
    using text_value = typename value_of_operand<Text>::type;
    constexpr bool texts = family_of<value>() == family::text && family_of<text_value>() == family::text;
    static_assert(texts, "koine: contains, starts_with and ends_with match text in text");
    if constexpr (texts) {
        constexpr bool nullable = any_optional<value, text_value>;
        constexpr auto operand = [](auto const& given) {
            if constexpr (is_expression<Text>) return given;
            else return bind_as<std::string, false>(given);
        };
        return apply<optional_if<nullable, bool>, operator_token<Code, 2, storage::boolean, nullable>>(left, operand(text));
    } else {
        return refused<bool>;
    }
}

template <class Value, class Values, class... Tokens>
template <class Text>
constexpr auto expression<Value, Values, Tokens...>::contains(Text const& text) const {
    return match<op::contains>(*this, text);
}
template <class Value, class Values, class... Tokens>
template <class Text>
constexpr auto expression<Value, Values, Tokens...>::contains(Text const& text, insensitive_t) const {
    return match<op::contains_insensitive>(*this, text);
}
template <class Value, class Values, class... Tokens>
template <class Text>
constexpr auto expression<Value, Values, Tokens...>::starts_with(Text const& text) const {
    return match<op::starts_with>(*this, text);
}
template <class Value, class Values, class... Tokens>
template <class Text>
constexpr auto expression<Value, Values, Tokens...>::starts_with(Text const& text, insensitive_t) const {
    return match<op::starts_with_insensitive>(*this, text);
}
template <class Value, class Values, class... Tokens>
template <class Text>
constexpr auto expression<Value, Values, Tokens...>::ends_with(Text const& text) const {
    return match<op::ends_with>(*this, text);
}
template <class Value, class Values, class... Tokens>
template <class Text>
constexpr auto expression<Value, Values, Tokens...>::ends_with(Text const& text, insensitive_t) const {
    return match<op::ends_with_insensitive>(*this, text);
}

}  // namespace koine::detail
