// SPDX-License-Identifier: BSL-1.0
// driver · batch: several writes as one: in one transaction, and in one round trip where the driver has pipelines.
#pragma once

#include <koine/driver/batch_run.hpp>
#include <koine/driver/ready_query.hpp>

#include <array>
#include <tuple>

namespace koine::detail {

template <class Dialect, class Driver, class... Queries>
std::array<std::int64_t, sizeof...(Queries)> run_batch(connection_state<Driver>& state, Queries const&... queries) {
    static_assert(sizeof...(Queries) > 0, "koine: batch() takes at least one insert, update, erase or upsert");
    std::tuple<ready_query<Dialect, Queries, writes_rows>...> const ready(queries...);
    return std::apply([&](auto const&... one) {
        std::array<std::int64_t, sizeof...(Queries)> changes{};
        if constexpr (has_pipelines<typename Driver::connection> && ((statement_count<Dialect, Queries> == 1) && ...)) {
            request const asked[] = {one.as("batch")...};
            batch_run<Driver> runs(state, asked, sizeof...(Queries));
            runs.run();
            runs.changes(changes);
            return changes;
        }
        return in_transaction(state, {}, [&] {
            return std::array<std::int64_t, sizeof...(Queries)>{run_write(state, one.as("batch"))...};
        });
    }, ready);
}

}  // namespace koine::detail
