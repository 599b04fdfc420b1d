// SPDX-License-Identifier: BSL-1.0
// driver · binding: puts what a query owns into its values, just before they are bound.
#pragma once

#include <koine/detail/utf8.hpp>
#include <koine/expression/values.hpp>
#include <koine/types/bytes.hpp>
#include <koine/types/text.hpp>

namespace koine::detail {

[[gnu::noinline]] inline bool is_utf8_list(bound_value const& list) {
    for (std::size_t i = 0; i < list.size; ++i)
        if (bound_value const element = list.element_at(i); element.kind == bound_kind::text && !is_utf8(element.as_text())) return false;
    return true;
}
/// Whether every text in a value is UTF-8. Asked before anything is sent: databases differ in what they do about it.
inline bool is_utf8(bound_value const& value) {
    if (value.kind == bound_kind::text) return is_utf8(value.as_text());
    return !value.has_elements() || is_utf8_list(value);
}

template <class Owned>
bound_value view_of_owned(Owned const& owned) {
    if constexpr (plain_column_type<Owned>) {
        return type<Owned>::encode(owned);
    } else {
        bound_value view;
        view.size = owned.size();
        view.elements = owned.data();
        return view;
    }
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
template <class Values>
class resolved_values;

template <int Count>
class resolved_values<values<Count>> {
public:
    explicit resolved_values(values<Count> const& from) : from_(&from) {}
    [[nodiscard]] bound_value const* data() const {
        if constexpr (Count > 0) return from_->at;
        else return nullptr;
    }

private:
    values<Count> const* from_;
};

template <int Count, class First, class... Owned>
class resolved_values<values<Count, First, Owned...>> {
public:
    explicit resolved_values(values<Count, First, Owned...> const& from) {
        for (int i = 0; i < Count; ++i) at_[i] = from.at[i];
        std::apply([&](auto const&... owned) {
            bound_value const views[] = {view_of_owned(owned)...};
            fill_owned(at_, Count, views);
        }, from.owned);
    }
    [[nodiscard]] bound_value const* data() const { return at_; }

private:
    bound_value at_[Count];
};

}  // namespace koine::detail
