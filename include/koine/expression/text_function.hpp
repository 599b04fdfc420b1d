// SPDX-License-Identifier: BSL-1.0
// expression · text_function: what text is made of and into. Characters are those of Unicode, counted from 1; all compare by bytes.
#pragma once

#include <koine/expression/function.hpp>

#include <koine/types/text.hpp>

namespace koine {

namespace detail {

template <class... Operands>
consteval bool check_texts() {
    constexpr bool texts = ((family_of<typename value_of_operand<Operands>::type>() == family::text && is_argument<std::string, Operands>()) && ...);
    static_assert(texts || any_refused_operand<Operands...>, "koine: this function is of text");
    return texts;
}

template <function Which, class Result, class... Operands>
constexpr auto of_text(Operands const&... operands) {
    if constexpr (check_texts<Operands...>()) return call<Which, optional_if<any_nullable<Operands...>, Result>>(argument<std::string>(operands)...);
    else return refused<refused_value>;
}

}  // namespace detail

/// Text with A to Z made small, and no other letter: the databases do not agree on those.
template <detail::is_expression Text>
constexpr auto lower_ascii(Text const& text) {
    return detail::of_text<function::lower_ascii, std::string>(text);
}
/// Text with a to z made great, and no other letter.
template <detail::is_expression Text>
constexpr auto upper_ascii(Text const& text) {
    return detail::of_text<function::upper_ascii, std::string>(text);
}
/// The number of characters.
template <detail::is_expression Text>
constexpr auto character_length(Text const& text) {
    return detail::of_text<function::character_length, std::int64_t>(text);
}
/// The number of bytes: of text in UTF-8, or of bytes.
template <detail::is_expression Operand>
constexpr auto octet_length(Operand const& operand) {
    using value = typename Operand::value_type;
    if constexpr (detail::family_of<value>() == detail::family::bytes)
        return detail::call<function::octet_length, detail::optional_if<detail::is_optional<value>, std::int64_t>>(operand);
    else return detail::of_text<function::octet_length, std::int64_t>(operand);
}
/// Texts one behind the other; NULL where one of them is.
template <class First, class... Others>
    requires(sizeof...(Others) > 0 && (detail::is_expression<First> || ... || detail::is_expression<Others>))
constexpr auto concat(First const& first, Others const&... others) {
    return detail::of_text<function::concat, std::string>(first, others...);
}
/// At most `count` characters from the one at `start` on, which is 1 for the first: a smaller start or a negative count is misuse.
template <detail::is_expression Text>
constexpr auto substring(Text const& text, std::int32_t start, std::int32_t count = 2147483647) {
    if (start < 1 || count < 0) throw error(error_kind::misuse, "koine: the characters of a text are counted from 1, and a substring has no less than none");
    if constexpr (detail::check_texts<Text>())
        return detail::call<function::substring, detail::optional_if<detail::is_optional<typename Text::value_type>, std::string>>(
            text, detail::bind_as<std::int32_t, false>(start), detail::bind_as<std::int32_t, false>(count));
    else return detail::refused<detail::refused_value>;
}
/// Text without the spaces around it; other white space stays.
template <detail::is_expression Text>
constexpr auto trim(Text const& text) {
    return detail::of_text<function::trim, std::string>(text);
}
template <detail::is_expression Text>
constexpr auto trim_start(Text const& text) {
    return detail::of_text<function::trim_start, std::string>(text);
}
template <detail::is_expression Text>
constexpr auto trim_end(Text const& text) {
    return detail::of_text<function::trim_end, std::string>(text);
}
/// Text with each `from` made `to`; an empty `from` is nowhere.
template <class Text, class From, class To>
    requires(detail::is_expression<Text> || detail::is_expression<From> || detail::is_expression<To>)
constexpr auto replace(Text const& text, From const& from, To const& to) {
    return detail::of_text<function::replace, std::string>(text, from, to);
}
/// Where a part begins for the first time: 1 for the first character, 0 for nowhere. The empty part is at 1.
template <class Text, class Part>
    requires detail::some_expression<Text, Part>
constexpr auto position(Text const& text, Part const& part) {
    return detail::of_text<function::position, std::int64_t>(text, part);
}

/// Whether a text is like a pattern, in which `%` is any characters or none, `_` is one, and `!` takes the next as it is. Great
/// and small letters differ. A pattern that ends in a lone `!` is misuse.
template <detail::is_expression Text, class Pattern>
    requires(!detail::is_expression<Pattern>)
constexpr auto like(Text const& text, Pattern const& pattern) {
    constexpr bool texts = detail::check_texts<Text, Pattern>();
    if constexpr (texts) {
        bool open = false;
        for (char c : std::string_view(pattern)) open = !open && c == '!';
        if (open) throw error(error_kind::misuse, "koine: a pattern ends in a lone !, which takes the next character as it is");
        return detail::of_text<function::like, bool>(text, pattern);
    } else {
        return detail::refused<bool>;
    }
}

}  // namespace koine
