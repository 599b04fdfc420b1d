// SPDX-License-Identifier: BSL-1.0
// expression · expression: tokens in the type, values in the object; and how any operand becomes one.
#pragma once

#include <koine/expression/token.hpp>
#include <koine/expression/values.hpp>

#include <koine/detail/failure.hpp>

#include <initializer_list>

namespace koine {

/// The value of a part that may be absent when the query runs; see `when`.
template <class Value>
struct maybe {};

/// Folds A to Z, and nothing else, in a text match.
struct insensitive_t {};
inline constexpr insensitive_t insensitive{};

namespace detail {

struct expression_base {};

/// The element of a list written in braces: text is borrowed there.
template <class Value>
using braced_element = std::conditional_t<std::is_same_v<without_optional<Value>, std::string>, std::string_view, without_optional<Value>>;

/// An expression with a value of a C++ type: a flat pack of tokens in prefix order, and the values to bind beside it.
/// Its members are defined in the file of their concept.
template <class Value, class Values, class... Tokens>
struct expression : expression_base {
    using value_type = Value;
    using values_type = Values;
    /// These tokens behind the head of what they stand in, whose template takes a code, values and tokens.
    template <template <op, class, class...> class Whole, op Code, class Head>
    using behind = Whole<Code, Values, Head, Tokens...>;
    [[no_unique_address]] Values values;

    constexpr expression() = default;
    constexpr expression(expression const&) = default;
    constexpr explicit expression(Values const& bound) : values(bound) {}

    // assignment.hpp
    template <class Right>
    constexpr auto operator=(Right const& right) const;

    // null.hpp
    template <class Right>
    [[nodiscard]] constexpr auto same_as(Right const& right) const;
    template <class Right>
    [[nodiscard]] constexpr auto not_same_as(Right const& right) const;

    // list.hpp
    template <class List>
    [[nodiscard]] constexpr auto in(List const& list) const;
    [[nodiscard]] auto in(std::initializer_list<braced_element<Value>> list) const;
    template <class List>
    [[nodiscard]] constexpr auto not_in(List const& list) const;
    [[nodiscard]] auto not_in(std::initializer_list<braced_element<Value>> list) const;

    // list_column.hpp
    template <class Element>
    [[nodiscard]] constexpr auto has(Element const& element) const;
    template <class List>
    [[nodiscard]] constexpr auto has_every(List const& list) const;
    template <class Element>
    [[nodiscard]] auto has_every(std::initializer_list<Element> list) const;
    template <class List>
    [[nodiscard]] constexpr auto has_some(List const& list) const;
    template <class Element>
    [[nodiscard]] auto has_some(std::initializer_list<Element> list) const;
    [[nodiscard]] constexpr auto is_empty() const;
    [[nodiscard]] constexpr auto length() const;
    template <class Element>
    [[nodiscard]] constexpr auto push(Element const& element) const;
    template <class Element>
    [[nodiscard]] constexpr auto unshift(Element const& element) const;

    // text_match.hpp
    template <class Text>
    [[nodiscard]] constexpr auto contains(Text const& text) const;
    template <class Text>
    [[nodiscard]] constexpr auto contains(Text const& text, insensitive_t) const;
    template <class Text>
    [[nodiscard]] constexpr auto starts_with(Text const& text) const;
    template <class Text>
    [[nodiscard]] constexpr auto starts_with(Text const& text, insensitive_t) const;
    template <class Text>
    [[nodiscard]] constexpr auto ends_with(Text const& text) const;
    template <class Text>
    [[nodiscard]] constexpr auto ends_with(Text const& text, insensitive_t) const;
};

/// What an operation gives whose operands were refused: of a likely type, so that one mistake has one message.
template <class Value>
inline constexpr expression<Value, values<0>, refused_token> refused{};
/// The value of a refused operation that could be of any type.
struct refused_value {};
template <class... Values>
inline constexpr bool any_refused = (std::is_same_v<Values, refused_value> || ...);

template <class Type>
concept is_expression = std::is_base_of_v<expression_base, Type>;

template <class Type>
struct value_of_operand {
    using type = Type;
};
template <is_expression Type>
struct value_of_operand<Type> {
    using type = typename Type::value_type;
};

/// What an expression over these operands is nullable by.
template <class... Values>
inline constexpr bool any_optional = (is_optional<Values> || ...);

/// Puts an operator before its operand.
template <class Result, class Operator, class Value, class Values, class... Tokens>
constexpr auto apply(expression<Value, Values, Tokens...> const& operand) {
    return expression<Result, Values, Operator, Tokens...>(operand.values);
}
/// Puts an operator before its two operands.
template <class Result, class Operator, class LeftValue, class LeftValues, class... Left, class RightValue, class RightValues, class... Right>
constexpr auto apply(expression<LeftValue, LeftValues, Left...> const& left, expression<RightValue, RightValues, Right...> const& right) {
    auto both = join(left.values, right.values);
    return expression<Result, decltype(both), Operator, Left..., Right...>(both);
}
template <class Result, class Operator, class First, class Second, class ThirdValue, class ThirdValues, class... Third>
constexpr auto apply(First const& first, Second const& second, expression<ThirdValue, ThirdValues, Third...> const& third) {
    return [&]<class FirstValue, class FirstValues, class... A, class SecondValue, class SecondValues, class... B>(
               expression<FirstValue, FirstValues, A...> const& one, expression<SecondValue, SecondValues, B...> const& two) {
        auto all = join(join(one.values, two.values), third.values);
        return expression<Result, decltype(all), Operator, A..., B..., Third...>(all);
    }(first, second);
}

/// Operands one after the other, as one pack of tokens.
constexpr auto sequence() { return expression<void, values<0>>{}; }
template <class Value, class Values, class... Tokens>
constexpr auto sequence(expression<Value, Values, Tokens...> const& only) {
    return expression<void, Values, Tokens...>(only.values);
}
template <class LeftValue, class LeftValues, class... Left, class RightValue, class RightValues, class... Right, class... Rest>
constexpr auto sequence(expression<LeftValue, LeftValues, Left...> const& left, expression<RightValue, RightValues, Right...> const& right,
                        Rest const&... rest) {
    auto both = join(left.values, right.values);
    return sequence(expression<void, decltype(both), Left..., Right...>(both), rest...);
}

/// Families of values that compare with each other.
enum class family : unsigned char { none, boolean, number, text, bytes, enumeration, date, time, instant, local_time, uuid, decimal, list, json, strong };

constexpr family family_of(storage kind) {
    if (is_list(kind)) return family::list;
    if (kind == storage::json) return family::json;
    if (is_decimal(kind)) return family::decimal;
    if (kind >= storage::date && kind <= storage::uuid) return static_cast<family>(static_cast<int>(family::date) + static_cast<int>(kind) - static_cast<int>(storage::date));
    return kind == storage::text ? family::text : kind == storage::bytes ? family::bytes : family::number;
}

template <class Type>
constexpr family family_of() {
    using value = without_optional<Type>;
    if constexpr (std::is_same_v<value, bool>) return family::boolean;
    else if constexpr (std::is_arithmetic_v<value> && plain_column_type<value>) return family::number;
    else if constexpr (std::is_enum_v<value> && !std::is_same_v<value, std::byte>) return family::enumeration;
    else if constexpr (std::is_convertible_v<value const&, std::string_view>) return family::text;
    else if constexpr (std::is_same_v<value, bytes_view> || std::is_same_v<value, std::vector<std::byte>>) return family::bytes;
    else if constexpr (is_strong<value>) return family::strong;
    else if constexpr (plain_column_type<value>) return family_of(type<value>::kind);
    else return family::none;
}

/// Whether all databases agree on what equals a value of a type, and on the order of such values.
template <class Type>
inline constexpr bool has_equality = family_of<Type>() != family::list && family_of<Type>() != family::json;
template <class Type>
inline constexpr bool has_order = has_equality<Type> && family_of<Type>() != family::enumeration;

/// Whether values of two types can meet in a comparison; different enums cannot, nor an enum and its number.
template <class Left, class Right>
constexpr bool comparable() {
    using left = without_optional<Left>;
    using right = without_optional<Right>;
    if constexpr (family_of<left>() == family::none || !has_equality<left> || family_of<left>() != family_of<right>()) return false;
    else if constexpr (family_of<left>() == family::enumeration || family_of<left>() == family::strong) return std::is_same_v<left, right>;
    else return true;
}

/// The column type as which a bare C++ value is bound when it meets nothing that has one.
template <class Type>
constexpr auto plain_type() {
    if constexpr (plain_column_type<Type>) return std::type_identity<Type>{};
    else if constexpr (family_of<Type>() == family::text) return std::type_identity<std::string>{};
    else return std::type_identity<std::vector<std::byte>>{};
}

template <class Target, class Source>
constexpr bound_value encode_as(Source const& source) {
    if constexpr (number_integer<Target> && number_integer<Source>) {
        using kept = stored<type<Target>::kind>;
        if (!std::in_range<kept>(source))
            throw error(error_kind::range, "koine: a bound number is out of the range of the column that it meets");
        return bound_value::of(static_cast<kept>(source));
    } else if constexpr (std::is_same_v<Target, bool> && std::is_integral_v<Source>) {
        return bound_value::of(source != 0);
    } else if constexpr (std::is_floating_point_v<Target> && std::is_arithmetic_v<Source>) {
        return bound_value::of(static_cast<double>(source));
    } else if constexpr (family_of<Source>() == family::text && !plain_column_type<Source>) {
        return bound_value::of(std::string_view(source));
    } else if constexpr (family_of<Target>() == family::decimal && !std::is_same_v<Target, Source>) {
        return type<Target>::encode(Target(source));
    } else if constexpr (std::is_same_v<Source, bytes_view>) {
        return bound_value::of(source);
    } else {
        bound_value const bound = type<Source>::encode(source);
        if (bound.kind == bound_kind::null) throw error(error_kind::range, "koine: an enum's value has no enumerator to be bound by");
        return bound;
    }
}

/// Whether a query must keep a value: text and bytes that were not given as views, and types that are kept as these.
template <class Source>
constexpr bool must_own() {
    if constexpr (!plain_column_type<Source> || std::is_enum_v<Source>) return false;
    else return type<Source>::kind == storage::text || type<Source>::kind == storage::bytes || type<Source>::kind == storage::json || is_list(type<Source>::kind);
}

/// A value bound as a column of `Target` would be. A number of another kind than the column keeps its own.
template <class Target, bool Typed, class Source>
constexpr auto bind_as(Source const& source) {
    constexpr bool own_kind = std::is_floating_point_v<Source> && number_integer<Target>;
    using bound_type = std::conditional_t<own_kind, Source, Target>;
    using token_type = value_token<type<bound_type>::kind, Typed && !own_kind>;
    if constexpr (must_own<Source>()) {
        values<1, Source> kept;
        kept.at[0] = encode_as<bound_type>(source);
        kept.at[0].owned = true;
        kept.owned = std::tuple<Source>(source);
        return expression<bound_type, values<1, Source>, token_type>(kept);
    } else {
        values<1> kept;
        kept.at[0] = encode_as<bound_type>(source);
        return expression<bound_type, values<1>, token_type>(kept);
    }
}

/// Any operand as an expression; a C++ value is bound as its partner's type says.
template <class Partner, bool Typed = true, class Operand>
constexpr auto as_expression(Operand const& operand) {
    if constexpr (is_expression<Operand>) return operand;
    else return bind_as<without_optional<Partner>, Typed>(operand);
}

/// A C++ value that meets no column: it is cast to its own type where a database needs that.
template <class Operand>
constexpr auto as_expression_alone(Operand const& operand) {
    if constexpr (is_expression<Operand>) return operand;
    else return bind_as<typename decltype(plain_type<Operand>())::type, false>(operand);
}

/// At least one operand is an expression of ours: what every operator template requires first.
template <class Left, class Right>
concept some_expression = is_expression<Left> || is_expression<Right>;

/// The type that a bare operand is bound as, beside an expression operand.
template <class Left, class Right>
using partner_type = std::conditional_t<is_expression<Left>, typename value_of_operand<Left>::type, typename value_of_operand<Right>::type>;

}  // namespace detail
}  // namespace koine
