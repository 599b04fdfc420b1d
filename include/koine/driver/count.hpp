// SPDX-License-Identifier: BSL-1.0
// driver · count: asks how many rows a query has, or whether any, without reading them.
#pragma once

#include <koine/driver/ready_query.hpp>
#include <koine/query/by_key.hpp>

namespace koine::detail {

/// How many rows a query has.
template <class Dialect, class Driver, class Query>
std::int64_t count_rows(connection_state<Driver>& state, Query const& query) {
    auto const asked = ask_about<op::count_query>(query);
    ready_query<Dialect, decltype(asked), gives_rows> ready(asked);
    return load_one<std::int64_t>(state, ready.as("count"));
}

/// Whether a query has any row.
template <class Dialect, class Driver, class Query>
bool has_rows(connection_state<Driver>& state, Query const& query) {
    auto const asked = ask_about<op::exists_query>(query);
    ready_query<Dialect, decltype(asked), gives_rows> ready(asked);
    return load_one<bool>(state, ready.as("exists"));
}

}  // namespace koine::detail
