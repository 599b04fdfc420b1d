// SPDX-License-Identifier: BSL-1.0
// driver · steps: runs the verbs that a dialect does in several statements, as one.
#pragma once

#include <koine/dialect/render.hpp>
#include <koine/driver/load.hpp>
#include <koine/driver/sent_statement.hpp>
#include <koine/driver/transaction.hpp>

#include <array>

namespace koine::detail {

/// One of the statements of a verb, and what it does.
struct step_statement {
    step does;
    statement_view const* sql;
};

template <class Dialect, class Tokens>
inline constexpr auto step_statements_of = []<int... Step>(std::integer_sequence<int, Step...>) {
    return std::array<step_statement, sizeof...(Step)>{step_statement{steps_of<Dialect>(tree_of<Tokens>).at[Step], &statement_of<Dialect, Tokens, Step>}...};
}(std::make_integer_sequence<int, steps_of<Dialect>(tree_of<Tokens>).count>{});

/// How many rows an upsert wrote: MySQL counts two for one that it updated.
constexpr std::int64_t rows_of_upsert(std::int64_t counted) { return counted > 1 ? 1 : counted; }

/// All statements of a verb with their values; each picks those that it takes.
struct step_request {
    char const* verb;
    step_statement const* steps;
    int count;
    bound_value const* values;

    [[nodiscard]] request at(int index) const { return {verb, *steps[index].sql, values}; }
    /// The statement that gives the verb's rows; every verb of several statements that gives any ends in it.
    [[nodiscard]] bool reads_back() const { return steps[count - 1].does == step::read_back; }
    [[nodiscard]] request read_back() const { return at(count - 1); }
};

/// An upsert of one statement. Two of one missing key at once can lose against each other.
struct upsert_request : request {};

/// What the insert of a row that is given back asks of a connection: one statement, or the steps of several.
template <class Dialect, class Query>
auto request_of_row(char const* verb, bound_value const* values) {
    sent_statement<Dialect, Query>::note();
    if constexpr (statement_count<Dialect, Query> == 1) return request{verb, statement_of<Dialect, typename Query::tokens>, values};
    else return step_request{verb, step_statements_of<Dialect, typename Query::tokens>.data(), statement_count<Dialect, Query>, values};
}

/// Inserts, and on a duplicate updates or finds the row that has the conflict target's key: how many rows it wrote. A
/// duplicate of another key is the error that the insert gave. A row that is gone between the two is inserted again.
template <class Driver>
std::int64_t insert_or_meet(connection_state<Driver>& state, step_request const& asked) {
    constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) {
        try {
            return run_write(state, asked.at(0));
        } catch (error const& failure) {
            if (failure.kind() != error_kind::unique) throw;
            // The databases that take several statements undo the one that failed, and go on.
            state.poisoned_from = 0;
            if (asked.steps[1].does == step::find_by_key) {
                if (load_first<std::int64_t>(state, asked.at(1))) return 0;
            } else if (run_write(state, asked.at(1)) > 0) {
                return 1;
            }
            if (attempt < attempts) continue;
            state.note_failure(failure);
            throw;
        }
    }
}

/// Runs all of them in one transaction; `read` is called where the verb leaves a row behind. The user's transaction serves
/// as it is: a statement that failed is undone alone. In one of its own a verb that lost against another is run again.
template <class Driver, class Read>
std::int64_t run_steps(connection_state<Driver>& state, step_request const& asked, Read read) {
    auto const run = [&] {
        std::int64_t const written = asked.steps[0].does == step::insert_only ? insert_or_meet(state, asked) : run_write(state, asked.at(0));
        if (asked.reads_back() && written > 0) read();
        return rows_of_upsert(written);
    };
    return outermost(state) ? in_transaction(state, transaction_options{.attempts = 10}, run) : run();
}

template <class Driver>
[[gnu::noinline]] std::int64_t run_write(connection_state<Driver>& state, step_request const& asked) {
    return run_steps(state, asked, [] {});
}
template <class Result, class Driver>
std::vector<Result> load_all(connection_state<Driver>& state, step_request const& asked) {
    std::vector<Result> rows;
    run_steps(state, asked, [&] { rows = load_all<Result>(state, asked.read_back()); });
    return rows;
}
template <class Result, class Driver>
std::optional<Result> load_first(connection_state<Driver>& state, step_request const& asked) {
    std::optional<Result> row;
    run_steps(state, asked, [&] { row = load_first<Result>(state, asked.read_back()); });
    return row;
}
template <class Result, class Driver>
Result load_one(connection_state<Driver>& state, step_request const& asked) {
    std::optional<Result> row = load_first<Result>(state, asked);
    if (!row) fail_count(*asked.steps[0].sql, false);
    return *std::move(row);
}

/// Runs an upsert, again where another of the same key came between: MySQL may choose it as a deadlock's victim, and
/// PostgreSQL looks at keys beside the conflict target too early, and finds the other's row there.
template <class Driver, class Run>
auto run_upsert(connection_state<Driver>& state, Run run) {
    constexpr int attempts = 10;
    for (int attempt = 1;; ++attempt) {
        try {
            return run();
        } catch (error const& failure) {
            bool const lost = failure.kind() == error_kind::deadlock || failure.kind() == error_kind::serialization;
            bool const met = failure.kind() == error_kind::unique && attempt == 1;
            if (attempt == attempts || !(lost || met) || !outermost(state)) throw;
        }
    }
}
template <class Driver>
std::int64_t run_write(connection_state<Driver>& state, upsert_request const& asked) {
    return rows_of_upsert(run_upsert(state, [&] { return run_write(state, request(asked)); }));
}
template <class Result, class Driver>
std::vector<Result> load_all(connection_state<Driver>& state, upsert_request const& asked) {
    return run_upsert(state, [&] { return load_all<Result>(state, request(asked)); });
}
template <class Result, class Driver>
std::optional<Result> load_first(connection_state<Driver>& state, upsert_request const& asked) {
    return run_upsert(state, [&] { return load_first<Result>(state, request(asked)); });
}
template <class Result, class Driver>
Result load_one(connection_state<Driver>& state, upsert_request const& asked) {
    return run_upsert(state, [&] { return load_one<Result>(state, request(asked)); });
}

}  // namespace koine::detail
