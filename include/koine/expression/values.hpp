// SPDX-License-Identifier: BSL-1.0
// expression · values: what a query binds, in the order of its tokens; and what it owns of it.
#pragma once

#include <koine/types/bound_value.hpp>

#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

namespace koine::detail {


template <int Count>
struct bound_array {
    bound_value at[Count];
};
template <>
struct bound_array<0> {};

/// The owned values of a query, by position. A query that owns nothing has none of this and can be a constant.
template <class... Owned>
struct owned_values {
    std::tuple<Owned...> owned;
};
template <>
struct owned_values<> {};

template <int Count, class... Owned>
struct values : bound_array<Count>, owned_values<Owned...> {
    static constexpr int count = Count;
    static constexpr bool owns = sizeof...(Owned) > 0;
};

template <int Left, class... LeftOwned, int Right, class... RightOwned>
constexpr values<Left + Right, LeftOwned..., RightOwned...> join(values<Left, LeftOwned...> const& left,
                                                                 values<Right, RightOwned...> const& right) {
    values<Left + Right, LeftOwned..., RightOwned...> both;
    if constexpr (Left > 0)
        for (int i = 0; i < Left; ++i) both.at[i] = left.at[i];
    if constexpr (Right > 0)
        for (int i = 0; i < Right; ++i) both.at[Left + i] = right.at[i];
    if constexpr (sizeof...(LeftOwned) > 0 && sizeof...(RightOwned) > 0) both.owned = std::tuple_cat(left.owned, right.owned);
    else if constexpr (sizeof...(LeftOwned) > 0) both.owned = left.owned;
    else if constexpr (sizeof...(RightOwned) > 0) both.owned = right.owned;
    return both;
}


}  // namespace koine::detail
