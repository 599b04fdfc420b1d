// SPDX-License-Identifier: BSL-1.0
// driver · transaction: begins and ends the scopes of a transaction; those inside another are savepoints.
#pragma once

#include <koine/driver/connection_state.hpp>

namespace koine::detail {

/// Runs a statement about the savepoint of the n-th scope inside the outermost.
template <class Driver>
void execute_savepoint(connection_state<Driver>& state, std::string_view statement, int inner_scope) {
    state.connection.execute(spell({statement, " koine_", digits_of(inner_scope)}).c_str());
}

template <class Driver>
void begin_scope(connection_state<Driver>& state) {
    state.require_ready();
    if (state.scopes == 0) state.connection.execute(state.connection.read_only() ? Driver::begin_read_only : Driver::begin);
    else execute_savepoint(state, "SAVEPOINT", state.scopes);
    ++state.scopes;
}

template <class Driver>
void commit_scope(connection_state<Driver>& state) {
    if (state.streaming) state.fail_streaming();
    if (state.scopes == 1) state.connection.execute("COMMIT");
    else execute_savepoint(state, "RELEASE SAVEPOINT", state.scopes - 1);
    --state.scopes;
}

/// Undoes the innermost scope. Where the database ended the whole transaction by itself, the outer ones stay poisoned.
template <class Driver>
void roll_back_scope(connection_state<Driver>& state) noexcept {
    int const scope = state.scopes--;
    try {
        if (!state.connection.in_transaction()) {
            if (scope > 1 && state.poisoned_from == 0) state.poisoned_from = 1;
        } else {
            if (scope == 1) {
                state.connection.execute("ROLLBACK");
            } else {
                execute_savepoint(state, "ROLLBACK TO SAVEPOINT", scope - 1);
                execute_savepoint(state, "RELEASE SAVEPOINT", scope - 1);
            }
            if (state.poisoned_from >= scope) state.poisoned_from = 0;
        }
    } catch (error const& failure) {
        state.poisoned_from = scope > 1 ? 1 : 0;
        state.cause = failure.what();
    }
    if (state.scopes == 0) state.poisoned_from = 0;
}

}  // namespace koine::detail
