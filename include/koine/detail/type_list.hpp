// SPDX-License-Identifier: BSL-1.0
// detail · type_list: the few questions about packs of types that several stages ask.
#pragma once

#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace koine::detail {

template <class... Types>
struct type_list {};

template <std::size_t Index, class Type>
struct indexed {
    using type = Type;
};
template <class Sequence, class... Types>
struct indexed_types;
template <std::size_t... Index, class... Types>
struct indexed_types<std::index_sequence<Index...>, Types...> : indexed<Index, Types>... {};

template <std::size_t Index, class Type>
indexed<Index, Type> select_indexed(indexed<Index, Type> const&);

/// The type at a position of a pack, without a recursion as deep as the pack is long.
template <std::size_t Index, class... Types>
using nth = typename decltype(select_indexed<Index>(
    indexed_types<std::index_sequence_for<Types...>, Types...>{}))::type;

template <class Type>
struct optional_traits {
    static constexpr bool is_optional = false;
    using value = Type;
};
template <class Type>
struct optional_traits<std::optional<Type>> {
    static constexpr bool is_optional = true;
    using value = Type;
};
template <class Type>
inline constexpr bool is_optional = optional_traits<Type>::is_optional;
/// What an optional holds; any other type as it is.
template <class Type>
using without_optional = typename optional_traits<Type>::value;
/// The type itself, or an optional of it.
template <bool Nullable, class Type>
using optional_if = std::conditional_t<Nullable && !is_optional<Type>, std::optional<Type>, Type>;

template <class Type>
struct vector_traits {
    static constexpr bool is_vector = false;
    using element = void;
};
template <class Element, class Allocator>
struct vector_traits<std::vector<Element, Allocator>> {
    static constexpr bool is_vector = true;
    using element = Element;
};

template <class>
inline constexpr bool never = false;

/// An object whose address stands for a type.
template <class>
inline constexpr char identity = 0;

template <class>
struct member_pointer;
template <class Class, class Member>
struct member_pointer<Member Class::*> {
    using class_type = Class;
    using member_type = Member;
};
template <auto Pointer>
using class_of = typename member_pointer<std::remove_cv_t<decltype(Pointer)>>::class_type;
template <auto Pointer>
using member_of = typename member_pointer<std::remove_cv_t<decltype(Pointer)>>::member_type;

}  // namespace koine::detail
