// SPDX-License-Identifier: BSL-1.0
// query · page: what a page of a query is asked by, and what it gives.
#pragma once

#include <koine/query/select.hpp>

#include <optional>
#include <string>
#include <vector>

namespace koine {

/// How many rows, and where they begin: behind or in front of a row whose token an earlier page gave.
struct page_options {
    std::int64_t size = 20;
    std::string_view after{};
    std::string_view before{};
    bool with_total = false;  ///< counts the rows of all pages, in the same snapshot
};

/// Some rows of a query in its order, and the tokens of the pages beside them.
template <class Row>
struct page {
    std::vector<Row> rows;
    std::optional<std::string> next;      ///< for `after`; none where these are the last rows
    std::optional<std::string> previous;  ///< for `before`; none where these are the first rows
    std::optional<std::int64_t> total;    ///< only where it was asked for
};

namespace detail {

/// The cursor of a page, with values that come from a token and are of the order's terms.
template <op Code, class Order>
constexpr auto token_cursor(bound_value const* at) {
    return [&]<int... Index>(std::integer_sequence<int, Index...>) {
        constexpr int count = Order::count;
        values<count> bound;
        if constexpr (count > 0)
            for (int i = 0; i < count; ++i) bound.at[i] = at[i];
        return clause<Code, values<count>, operator_token<Code, count>, cursor_value_token<Order::kinds.kind[Index], Order::kinds.nullable[Index]>...>{bound};
    }(std::make_integer_sequence<int, Order::count>{});
}

template <class Query>
constexpr auto with_cursor_column(Query const& query) {
    return query + clause<op::cursor_column, values<0>, cursor_column_token>{};
}

}  // namespace detail
}  // namespace koine
