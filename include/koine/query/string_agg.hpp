// SPDX-License-Identifier: BSL-1.0
// query · string_agg: the texts of many rows one behind the other, in an order and with a separator.
#pragma once

#include <koine/expression/aggregate.hpp>
#include <koine/query/clause.hpp>

namespace koine {

namespace detail {

template <fixed_string Separator>
struct string_agg_token {
    static constexpr token value{.code = op::string_agg, .arity = 2, .kind = storage::text, .nullable = true, .text = kept_text<Separator>.view()};
};
constexpr bool is_plain(std::string_view text) {
    for (char c : text)
        if (c == '\\' || c == '\0') return false;
    return true;
}

/// A clause's tokens, as operands.
template <op Code, class Values, class... Tokens>
constexpr auto as_operand(clause<Code, Values, Tokens...> const& kept) {
    return expression<void, Values, Tokens...>(kept.values);
}

}  // namespace detail

/// The texts that are not NULL, with a separator between them: `koine::string_agg<", ">(col<&author::name>, koine::order_by(…))`.
/// The order has to be given, since without one the databases differ; SQLite can since 3.44.
template <fixed_string Separator, detail::is_expression Text, class Values, class... Tokens>
constexpr auto string_agg(Text const& text, detail::clause<detail::op::order_by, Values, Tokens...> const& order) {
    constexpr bool texts = detail::family_of<typename Text::value_type>() == detail::family::text;
    static_assert(texts || detail::any_refused<typename Text::value_type>, "koine: string_agg is of text");
    constexpr bool plain = detail::is_plain(Separator.view());
    static_assert(plain, "koine: a separator has no backslash and no NUL, which the databases do not read alike");
    if constexpr (texts && plain)
        return [&]<class All, class... Operands>(detail::expression<void, All, Operands...> const& all) {
            return detail::aggregate_expression<std::optional<std::string>, detail::string_agg_token<Separator>, All, Operands...>(all.values);
        }(detail::sequence(text, detail::as_operand(order)));
    else return detail::refused<std::optional<std::string>>;
}

}  // namespace koine
