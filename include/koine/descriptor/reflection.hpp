// SPDX-License-Identifier: BSL-1.0
// descriptor · reflection: what the compiler tells about a struct; the only compiler-specific file.
#pragma once

#include <koine/descriptor/member_table.hpp>

#include <koine/detail/probe.hpp>

#include <boost/pfr/core.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace koine::detail {

/// Converts to anything; only ever named, never called.
struct anything {
    template <class Type>
    operator Type() const;
};
/// Converts to nothing but a base class of the type.
template <class Derived>
struct any_base_of {
    template <class Base>
        requires(std::is_base_of_v<Base, Derived> && !std::is_same_v<Base, Derived>)
    operator Base() const;
};

/// Whether `{}` for one member leaves room for all others; a C array takes several initialisers of its own.
template <class Type, std::size_t... Before, std::size_t... After>
constexpr bool one_initializer_fits(std::index_sequence<Before...>, std::index_sequence<After...>) {
    return requires { Type{(void(Before), anything{})..., {}, (void(After), anything{})...}; };
}

/// The check costs the square of the members; in a wide struct an array is left to the structured binding's error.
template <class Type, std::size_t... Index>
consteval bool has_no_array(std::index_sequence<Index...>) {
    if constexpr (sizeof...(Index) <= 48) {
        bool const fits[] = {one_initializer_fits<Type>(std::make_index_sequence<Index>{},
                                                        std::make_index_sequence<sizeof...(Index) - 1 - Index>{})...};
        for (bool fit : fits)
            if (!fit) return false;
    }
    return true;
}

template <class Type, std::size_t... Index>
constexpr bool takes_initializers(std::index_sequence<Index...>) {
    return requires { Type{(void(Index), anything{})...}; };
}
/// The most initialisers that a struct takes, which takes `Taken` and, but where that is not known yet, no `Refused`.
template <class Type, std::size_t Taken, std::size_t Refused>
consteval std::size_t count_initializers() {
    if constexpr (Taken + 1 == Refused) {
        return Taken;
    } else {
        constexpr std::size_t tried = Refused == 0 ? 2 * Taken + 1 : Taken + (Refused - Taken) / 2;
        if constexpr (takes_initializers<Type>(std::make_index_sequence<tried>{})) return count_initializers<Type, tried, Refused>();
        else return count_initializers<Type, Taken, tried>();
    }
}
/// Boost.PFR searches from one member a bit downwards, which costs more than all else that is asked of a small struct. Where no
/// member needs an initialiser, a struct that takes some takes fewer too, so that the search can begin below.
template <class Type>
consteval std::size_t count_fields() {
    if constexpr (requires { Type{}; }) return count_initializers<Type, 0, 0>();
    else return boost::pfr::tuple_size_v<Type>;
}

/// The number of members, 0 for a type that is refused; what asks next then has nothing to add to the sentence.
template <class Type>
consteval std::size_t count_members() {
    constexpr bool plain = std::is_class_v<Type> && std::is_aggregate_v<Type>;
    constexpr bool derived = requires { Type{any_base_of<Type>{}}; };
    static_assert(!std::is_union_v<Type>, "koine: a union cannot be a model or a shape, because nothing says which member holds");
    static_assert(plain || std::is_union_v<Type>,
                  "koine: a model or a shape is a plain aggregate: no constructor, no private member, no virtual function");
    static_assert(!plain || !derived, "koine: a model or a shape has no base class; write its members in the struct itself");
    if constexpr (!plain || derived || std::is_empty_v<Type>) {
        return 0;
    } else {
        constexpr std::size_t count = count_fields<Type>();
        constexpr bool no_array = has_no_array<Type>(std::make_index_sequence<count>{});
        // A reference refuses its `{}` by itself.
        static_assert(no_array || !requires { Type{}; },
                      "koine: a member of a model or a shape is no C array; take std::string or std::vector<std::byte>");
        static_assert(no_array || requires { Type{}; }, "koine: a member of a model or a shape is no reference and no bit-field");
        return no_array ? count : 0;
    }
}
template <class Type>
inline constexpr std::size_t counted_members = count_members<Type>();

/// Calls `use(member...)` once, with references to all members in their order.
template <class Type, class Use>
constexpr decltype(auto) with_members(Type& object, Use&& use) {
    constexpr std::size_t count = counted_members<std::remove_const_t<Type>>;
    if constexpr (count == 0) return use();
    else return member_table<count>::visit(object, use);
}

/// A member of the probe, by its position, with its type and address.
template <std::size_t Index, class Member>
struct member_at {
    Member const* address;
};
template <class Sequence, class... Members>
struct member_pack;
template <std::size_t... Index, class... Members>
struct member_pack<std::index_sequence<Index...>, Members...> : member_at<Index, Members>... {};

template <auto Members>
constexpr std::string_view members_spelled() {
    return __PRETTY_FUNCTION__;
}
template <auto Member>
constexpr std::string_view member_spelled() {
    return __PRETTY_FUNCTION__;
}

/// g++ closes each member's address with ")}", clang with "}".
#ifdef __clang__
inline constexpr std::string_view after_member = "}";
#else
inline constexpr std::string_view after_member = ")}";
#endif

constexpr bool in_identifier(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' || (c & 0x80) != 0;
}

template <std::size_t Count>
constexpr std::array<std::string_view, Count> split_names(std::string_view spelled) {
    std::array<std::string_view, Count> names{};
    std::size_t found = 0;
    for (std::size_t at = 0; at + after_member.size() <= spelled.size() && found < Count; ++at) {
        if (at == 0 || spelled[at] != after_member[0] || spelled.substr(at, after_member.size()) != after_member) continue;
        std::size_t end = at;
        while (end > 0 && spelled[end - 1] == ')') --end;
        std::size_t begin = end;
        while (begin > 0 && in_identifier(spelled[begin - 1])) --begin;
        if (begin < end) names[found++] = spelled.substr(begin, end - begin);
    }
    return names;
}

template <std::size_t... Index, class... Members>
constexpr auto pack_members(std::index_sequence<Index...>, Members const&... member) {
    return member_pack<std::index_sequence<Index...>, Members...>{member_at<Index, Members>{&member}...};
}
template <class Type>
constexpr auto point_to_members() {
    return with_members(held<Type>.value, [](auto const&... member) {
        return pack_members(std::make_index_sequence<sizeof...(member)>{}, member...);
    });
}
/// All members in the probe.
template <class Type>
inline constexpr auto probe_members = point_to_members<Type>();

template <class Type>
consteval std::size_t count_named_members() {
    constexpr bool constant = requires { typename std::bool_constant<(point_to_members<Type>(), true)>; };
    static_assert(constant, "koine: a member of a model or a shape is no reference and no bit-field");
    return constant ? counted_members<Type> : 0;
}
/// The number of members of a struct; 0 where one of them is refused.
template <class Type>
inline constexpr std::size_t member_count = count_named_members<Type>();

template <class Type>
constexpr auto read_names() {
    if constexpr (member_count<Type> == 0) return std::array<std::string_view, 0>{};
    else return split_names<member_count<Type>>(members_spelled<probe_members<Type>>());
}

/// The names of all members, taken from one function name.
template <class Type>
inline constexpr auto member_names = read_names<Type>();

template <class Type>
inline constexpr auto member_addresses = with_members(held<Type>.value, [](auto const&... member) {
    return std::array<void const*, sizeof...(member)>{static_cast<void const*>(&member)...};
});

/// The position of a member in its struct, -1 where it is no member of it.
template <class Type>
constexpr short position_of(void const* address) {
    if constexpr (member_count<Type> > 0)
        for (std::size_t i = 0; i < member_count<Type>; ++i)
            if (member_addresses<Type>[i] == address) return static_cast<short>(i);
    return -1;
}
template <auto Pointer>
inline constexpr short member_index = position_of<class_of<Pointer>>(member_address<Pointer>);

template <std::size_t Index, class Member>
std::type_identity<Member> type_at(member_at<Index, Member> const&);
/// The type of the member at a position.
template <class Type, std::size_t Index>
using member_type = typename decltype(type_at<Index>(probe_members<Type>))::type;

}  // namespace koine::detail
