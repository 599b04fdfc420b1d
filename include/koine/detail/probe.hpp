// SPDX-License-Identifier: BSL-1.0
// detail · probe: an object of a struct that has addresses at compile time, and nothing else.
#pragma once

#include <koine/detail/type_list.hpp>

namespace koine::detail {

/// Never-initialised storage. A *named* union with a constexpr destructor: g++ 12 crashes on an anonymous one, and
/// registers a destructor at start-up for anything else.
template <class Type>
union slot {
    char none;
    Type value;
    constexpr slot() : none{} {}
    constexpr ~slot() {}
};
template <class Type>
inline constexpr slot<Type> held{};

/// What stands for a member at compile time: its address in the probe.
template <auto Pointer>
inline constexpr void const* member_address = &(held<class_of<Pointer>>.value.*Pointer);

}  // namespace koine::detail
