// SPDX-License-Identifier: BSL-1.0
// driver · binding: puts what a query owns into its values, just before they are bound.
#pragma once

#include <koine/expression/values.hpp>

namespace koine::detail {

template <class Owned>
bound_value view_of_owned(Owned const& owned) {
    bound_value view;
    view.size = owned.size();
    if constexpr (std::is_same_v<Owned, std::string>) view.text = owned.data();
    else if constexpr (std::is_same_v<Owned, std::vector<std::byte>>) view.bytes = owned.data();
    else view.elements = owned.data();
    return view;
}

/// Owned values stand in the order of the slots that are marked as owned; an absent one keeps its place.
inline void fill_owned(bound_value* values, int count, bound_value const* views) {
    for (int i = 0; i < count; ++i) {
        if (!values[i].owned) continue;
        bound_value const& view = *views++;
        if (values[i].kind == bound_kind::null) continue;
        values[i].size = view.size;
        if (values[i].kind == bound_kind::text) values[i].text = view.text;
        else if (values[i].kind == bound_kind::bytes) values[i].bytes = view.bytes;
        else values[i].elements = view.elements;
    }
}

/// A query's values with views of everything it owns. They hold as long as the query does.
template <int Count>
struct resolved_values {
    bound_value at[Count == 0 ? 1 : Count];

    template <class... Owned>
    explicit resolved_values(values<Count, Owned...> const& from) {
        if constexpr (Count > 0)
            for (int i = 0; i < Count; ++i) at[i] = from.at[i];
        if constexpr (sizeof...(Owned) > 0) {
            std::apply([&](auto const&... owned) {
                bound_value const views[] = {view_of_owned(owned)...};
                fill_owned(at, Count, views);
            }, from.owned);
        }
    }
};

}  // namespace koine::detail
