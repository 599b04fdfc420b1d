// SPDX-License-Identifier: BSL-1.0
// driver · batch_run: several statements that are sent at once, where the driver has pipelines.
#pragma once

#include <koine/driver/load.hpp>
#include <koine/driver/transaction.hpp>

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
        : state_(state), count_(count), runs_(count), changes_(count) {
        for (std::size_t i = 0; i < count; ++i) {
            statement_run<Driver>& run = runs_[i].emplace(state, asked[i].verb, asked[i].sql);
            run.bind(asked[i].values, asked[i].sql.order, asked[i].sql.binds);
        }
    }
    /// Once more where the server forgot a statement: then it did nothing, or undid what it had begun.
    void run() {
        bool const alone = outermost(state_);
        try {
            send();
        } catch (error const& failure) {
            if (alone && state_.connection.alive() && state_.connection.in_transaction()) state_.connection.roll_back();
            if (alone && prepare_anew(failure)) return send();
            state_.note_failure(failure);
            throw;
        }
    }
    /// The rows that each affected.
    template <class Changes>
    void changes(Changes& changes) {
        for (std::size_t i = 0; i < count_; ++i) runs_[i]->count_changes(changes[i] = changes_[i]);
    }
    statement_run<Driver>& operator[](std::size_t index) { return *runs_[index]; }

private:
    void send() {
        std::vector<typename Driver::connection::statement*> statements;
        for (std::size_t i = 0; i < count_; ++i) statements.push_back(&runs_[i]->statement());
        state_.connection.run_together(statements.data(), static_cast<int>(count_), changes_.data());
    }
    bool prepare_anew(error const& failure) {
        for (std::size_t i = 0; i < count_; ++i)
            if (!runs_[i]->prepare_anew(failure)) return false;
        return true;
    }

    connection_state<Driver>& state_;
    std::size_t count_;
    std::vector<std::optional<statement_run<Driver>>> runs_;  // never grows: a run stays where it is
    std::vector<std::int64_t> changes_;
};

}  // namespace koine::detail
