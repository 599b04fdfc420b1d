// SPDX-License-Identifier: BSL-1.0
// driver · batch_run: several statements that are sent at once, where the driver has pipelines.
#pragma once

#include <koine/driver/load.hpp>

#include <memory>
#include <optional>

namespace koine::detail {

/// A driver that sends several bound statements at once; outside a transaction they are one.
template <class Connection>
concept has_pipelines = requires(Connection connection, typename Connection::statement* const* statements, std::int64_t* changes) {
    connection.run_together(statements, 1, changes);
};

/// Statements with their values, to be run in one round trip.
template <class Driver>
class batch_run {
public:
    batch_run(connection_state<Driver>& state, request const* asked, std::size_t count)
        : state_(state), count_(count), runs_(std::make_unique<std::optional<statement_run<Driver>>[]>(count)), changes_(count) {
        for (std::size_t i = 0; i < count; ++i) {
            statement_run<Driver>& run = runs_[i].emplace(state, asked[i].verb, asked[i].sql);
            run.bind(asked[i].values, asked[i].sql.order, asked[i].sql.binds);
        }
    }
    /// False where a statement must be prepared anew first, and nothing was done.
    bool run() {
        std::vector<typename Driver::connection::statement*> statements;
        for (std::size_t i = 0; i < count_; ++i) statements.push_back(&runs_[i]->statement());
        try {
            state_.connection.run_together(statements.data(), static_cast<int>(count_), changes_.data());
        } catch (error const& failure) {
            if (state_.scopes == 0 && state_.connection.is_stale(failure)) return false;
            state_.note_failure(failure);
            throw;
        }
        return true;
    }
    /// The rows that each affected.
    template <class Changes>
    void changes(Changes& changes) {
        for (std::size_t i = 0; i < count_; ++i) runs_[i]->count_changes(changes[i] = changes_[i]);
    }
    statement_run<Driver>& operator[](std::size_t index) { return *runs_[index]; }

private:
    connection_state<Driver>& state_;
    std::size_t count_;
    std::unique_ptr<std::optional<statement_run<Driver>>[]> runs_;
    std::vector<std::int64_t> changes_;
};

}  // namespace koine::detail
