// SPDX-License-Identifier: BSL-1.0
// driver · batch: several writes as one: in one transaction, and in one round trip where the driver has pipelines.
#pragma once

#include <koine/driver/ready_query.hpp>

#include <array>
#include <memory>
#include <optional>
#include <tuple>

namespace koine::detail {

/// A driver that sends several bound statements at once; outside a transaction they are one.
template <class Connection>
concept has_pipelines = requires(Connection connection, typename Connection::statement* const* statements, std::int64_t* changes) {
    connection.run_together(statements, 1, changes);
};

/// Runs them in one round trip; false where a statement must be prepared anew first, and nothing was done.
template <class Driver>
bool run_pipeline(connection_state<Driver>& state, request const* asked, std::size_t count, std::int64_t* changes) {
    auto const runs = std::make_unique<std::optional<statement_run<Driver>>[]>(count);
    std::vector<typename Driver::connection::statement*> statements;
    for (std::size_t i = 0; i < count; ++i) {
        statement_run<Driver>& run = runs[i].emplace(state, asked[i].verb, asked[i].sql);
        run.bind(asked[i].values, asked[i].sql.order, asked[i].sql.binds);
        statements.push_back(&run.statement());
    }
    try {
        state.connection.run_together(statements.data(), static_cast<int>(count), changes);
    } catch (error const& failure) {
        if (state.scopes == 0 && state.connection.is_stale(failure)) return false;
        state.note_failure(failure);
        throw;
    }
    for (std::size_t i = 0; i < count; ++i) runs[i]->count_changes(changes[i]);
    return true;
}

template <class Dialect, class Driver, class... Queries>
std::array<std::int64_t, sizeof...(Queries)> run_batch(connection_state<Driver>& state, Queries const&... queries) {
    static_assert(sizeof...(Queries) > 0, "koine: batch() takes at least one insert, update, erase or upsert");
    std::tuple<ready_query<Dialect, Queries, writes_rows>...> const ready(queries...);
    return std::apply([&](auto const&... one) {
        std::array<std::int64_t, sizeof...(Queries)> changes{};
        if constexpr (has_pipelines<typename Driver::connection> && ((statement_count<Dialect, Queries> == 1) && ...)) {
            request const asked[] = {one.as("batch")...};
            if (run_pipeline(state, asked, sizeof...(Queries), changes.data())) return changes;
        }
        return in_transaction(state, {}, [&] {
            return std::array<std::int64_t, sizeof...(Queries)>{run_write(state, one.as("batch"))...};
        });
    }, ready);
}

}  // namespace koine::detail
