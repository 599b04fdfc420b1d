// SPDX-License-Identifier: BSL-1.0
// decode · borrowed: whether a result has views of what its driver holds only while a row is the current one.
#pragma once

#include <koine/descriptor/shape_of.hpp>

namespace koine::detail {

/// Where a result has views: in the row itself, or inside a list, whose rows no driver holds.
enum class views : unsigned char { none, in_row, in_list };

template <class Result>
constexpr views views_in();
template <class Member>
constexpr views views_in_member() {
    using value = without_optional<Member>;
    if constexpr (readable_type<value>) return is_borrowed<value> ? views::in_row : views::none;
    else if constexpr (vector_traits<value>::is_vector) return views_in_member<typename nested_shape<value>::type>() == views::none ? views::none : views::in_list;
    else return views_in<value>();
}
template <class Result>
constexpr views views_in() {
    return with_members(held<Result>.value, []<class... Member>(Member const&...) {
        views found = views::none;
        for (views const one : {views::none, views_in_member<Member>()...})
            if (one > found) found = one;
        return found;
    });
}

/// A result whose rows are kept, or are only looked at while the driver holds each.
template <class Result, bool Kept>
struct checked_row {
    static constexpr views found = views_in_member<Result>();
    static_assert(found == views::none || (!Kept && found == views::in_row),
                  "koine: a view is read by visit() or stream(), which show a row while the driver holds it, and not inside a list; "
                  "elsewhere use std::string, or std::vector<std::byte>");
    using type = Result;
};
template <class Query>
using kept_row = typename checked_row<typename Query::result_type, true>::type;
template <class Query>
using seen_row = typename checked_row<typename Query::result_type, false>::type;

}  // namespace koine::detail
