// SPDX-License-Identifier: BSL-1.0
// driver · transaction: begins and ends the scopes of a transaction; those inside another are savepoints.
#pragma once

#include <koine/driver/connection_state.hpp>
#include <koine/driver/transaction_options.hpp>

namespace koine::detail {

/// Runs a statement about the savepoint of the n-th scope inside the outermost.
template <class Driver>
void execute_savepoint(connection_state<Driver>& state, std::string_view statement, int inner_scope) {
    state.connection.execute(spell({statement, " koine_", digits_of(inner_scope)}).c_str());
}

template <class Driver>
void begin_scope(connection_state<Driver>& state, transaction_options const& options = {}) {
    state.require_ready();
    if (state.scopes == 0) state.foreign = state.connection.in_transaction();
    if (state.scopes == 0 && !state.foreign) {
        state.connection.begin(options);
    } else {
        if (options.isolation != isolation::server_default || options.read_only || options.attempts != 1)
            throw error(error_kind::misuse, "koine: a transaction inside another is a savepoint, and takes no options; give them to the outermost");
        execute_savepoint(state, "SAVEPOINT", state.scopes);
    }
    ++state.scopes;
}

template <class Driver>
void commit_scope(connection_state<Driver>& state) {
    if (state.streaming) state.fail_streaming();
    if (state.scopes == 1 && !state.foreign) state.connection.commit();
    else execute_savepoint(state, "RELEASE SAVEPOINT", state.scopes - 1);
    --state.scopes;
}

/// Undoes the innermost scope. Where the database ended the whole transaction by itself, the outer ones stay poisoned.
template <class Driver>
void roll_back_scope(connection_state<Driver>& state) noexcept {
    int const scope = state.scopes--;
    try {
        if (scope == 1 && !state.foreign) {
            state.connection.roll_back();
        } else if (!state.connection.in_transaction()) {
            if (state.poisoned_from == 0) state.poisoned_from = 1;
        } else {
            execute_savepoint(state, "ROLLBACK TO SAVEPOINT", scope - 1);
            execute_savepoint(state, "RELEASE SAVEPOINT", scope - 1);
            if (state.poisoned_from >= scope) state.poisoned_from = 0;
        }
    } catch (error const& failure) {
        state.poisoned_from = scope > 1 ? 1 : 0;
        state.cause = failure.what();
    }
    if (state.scopes == 0) state.poisoned_from = 0;
}

/// Runs `body` in a scope of its own; commits what it did, or rolls it back when it throws.
template <class Driver, class Body>
auto in_scope(connection_state<Driver>& state, transaction_options const& options, Body& body) {
    begin_scope(state, options);
    try {
        if constexpr (std::is_void_v<decltype(body())>) {
            body();
            if (state.poisoned_from != 0) state.fail_poisoned();
            commit_scope(state);
        } else {
            auto result = body();
            if (state.poisoned_from != 0) state.fail_poisoned();
            commit_scope(state);
            return result;
        }
    } catch (...) {
        roll_back_scope(state);
        throw;
    }
}

/// Waits before the next attempt: up to twice as long each time, by chance, so that two who lost do not meet again.
inline void pause_before(int attempt, transaction_options const& options) {
    std::int64_t longest = options.first_pause > 0 ? options.first_pause : 0;
    for (int i = 1; i < attempt && longest < 1000; ++i) longest *= 2;
    std::int64_t const nanoseconds = longest * 500000 + monotonic_nanoseconds() % (longest * 500000 + 1);
    std::timespec rest{static_cast<std::time_t>(nanoseconds / 1000000000), static_cast<long>(nanoseconds % 1000000000)};
    while (::nanosleep(&rest, &rest) != 0) {}
}

/// Whether a scope that begins now would be the whole of its transaction.
template <class Driver>
bool outermost(connection_state<Driver> const& state) {
    return state.scopes == 0 && !state.connection.in_transaction();
}

/// As `in_scope`, run again while it ends in an error that a retry can help; only the outermost scope is.
template <class Driver, class Body>
auto in_transaction(connection_state<Driver>& state, transaction_options const& options, Body body) {
    for (int attempt = 1;; ++attempt) {
        bool const last = attempt >= options.attempts || !outermost(state);
        try {
            return in_scope(state, options, body);
        } catch (error const& failure) {
            if (last || !failure.retryable() || !state.connection.alive()) throw;
        }
        pause_before(attempt, options);
    }
}

}  // namespace koine::detail
