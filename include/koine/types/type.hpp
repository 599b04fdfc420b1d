// SPDX-License-Identifier: BSL-1.0
// types · type: the contract between one C++ type and its storage kind.
#pragma once

#include <koine/detail/type_list.hpp>
#include <koine/types/bound_value.hpp>
#include <koine/types/storage.hpp>

#include <cstdint>
#include <string_view>

namespace koine {

/// How a C++ type is kept in a column. Specialise it, in one file, to add a type:
///   static constexpr storage kind;
///   static constexpr bound_value encode(Type const&);             views, where the value is not a number
///   static constexpr bool decode(stored<kind> value, Type& out);  false: out of the type's range
///   static constexpr bool strong = true;                          where it compares with nothing but itself
///   using sum_type = Sum;                                         where it is a decimal: what its values add up to
///   static constexpr Type some;                                   where Type{} is nothing that can be encoded
/// Another form of a column type, which only shapes have, has no `encode`, but
///   using form_of = std::string;                                  the type of the columns that it is read from
///   static constexpr bool borrowed = true;                        where it views what the driver holds
template <class Type>
struct type;

namespace detail {
template <storage Kind>
struct stored_as {
    using type = std::int64_t;
};
template <>
struct stored_as<storage::boolean> {
    using type = bool;
};
template <>
struct stored_as<storage::uint64> {
    using type = std::uint64_t;
};
template <>
struct stored_as<storage::float32> {
    using type = double;
};
template <>
struct stored_as<storage::float64> {
    using type = double;
};
template <>
struct stored_as<storage::text> {
    using type = std::string_view;
};
template <storage Kind>
    requires(is_decimal(Kind))
struct stored_as<Kind> {
    using type = decimal_parts;
};
template <>
struct stored_as<storage::uuid> {
    using type = uuid_words;
};
/// As the text of a JSON array, or of any JSON.
template <storage Kind>
    requires(is_list(Kind) || Kind == storage::json)
struct stored_as<Kind> {
    using type = std::string_view;
};
template <>
struct stored_as<storage::bytes> {
    using type = bytes_view;
};
}  // namespace detail

/// What a driver or the JSON reader hands over for a kind.
template <storage Kind>
using stored = typename detail::stored_as<Kind>::type;

/// A type that shapes can have in the place of a column's own.
template <class Type>
concept other_form = requires { typename type<Type>::form_of; };

/// A type that one column can hold, not counting its optional.
template <class Type>
concept plain_column_type = requires { type<Type>::kind; } && !other_form<Type>;

/// A type that one column can hold.
template <class Type>
concept column_type = plain_column_type<detail::without_optional<Type>>;

/// A type that one column can be read into: one that it can hold, or another form of that.
template <class Type>
concept readable_type = requires { type<detail::without_optional<Type>>::kind; };

/// The storage kind of a type that a column can be read into.
template <readable_type Type>
inline constexpr storage kind_of = type<detail::without_optional<Type>>::kind;

namespace detail {
template <class Type>
struct column_form {
    using type = Type;
};
template <other_form Type>
struct column_form<Type> {
    using type = typename koine::type<Type>::form_of;
};
/// The column type of which a type, not counting its optional, is a form: mostly itself.
template <class Type>
using column_form_of = typename column_form<without_optional<Type>>::type;

template <class Type>
inline constexpr bool is_strong = requires { requires type<Type>::strong; };

/// What stands in the place of a value that is not there, and is not sent.
template <class Type>
constexpr Type some_value() {
    if constexpr (requires { type<Type>::some; }) return type<Type>::some;
    else return Type{};
}

template <class Type>
inline constexpr bool is_borrowed = requires { requires type<Type>::borrowed; };
}  // namespace detail

}  // namespace koine
