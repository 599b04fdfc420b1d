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
template <>
struct stored_as<storage::bytes> {
    using type = bytes_view;
};
}  // namespace detail

/// What a driver or the JSON reader hands over for a kind.
template <storage Kind>
using stored = typename detail::stored_as<Kind>::type;

/// A type that one column can hold, not counting its optional.
template <class Type>
concept plain_column_type = requires { type<Type>::kind; };

/// A type that one column can hold.
template <class Type>
concept column_type = plain_column_type<detail::without_optional<Type>>;

/// The storage kind of a column type or of its optional.
template <column_type Type>
inline constexpr storage kind_of = type<detail::without_optional<Type>>::kind;

}  // namespace koine
