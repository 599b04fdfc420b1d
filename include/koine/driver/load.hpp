// SPDX-License-Identifier: BSL-1.0
// driver · load: runs a statement and reads its rows; one function for each struct that is read, not for each query.
#pragma once

#include <koine/decode/list_reader.hpp>
#include <koine/driver/connection_state.hpp>

namespace koine::detail {

/// A statement with the values that it is to run with.
struct request {
    char const* verb;
    statement_view const& sql;
    bound_value const* values;
};
/// One whose lists are not JSON.
struct list_request : request {};

/// Whether the rows of a result may come all at once, or must come one by one in constant memory.
enum class rows_in : unsigned char { bulk, sequence };

/// A run that has its values bound, and as many columns as the result is read from.
template <class Driver, class Result, list_form Lists = list_form::json>
class reading {
public:
    /// `memory`: where the rows are made that are read; null for the usual one.
    [[gnu::always_inline]] inline reading(connection_state<Driver>& state, request const& asked, rows_in how = rows_in::bulk, [[maybe_unused]] void* memory = nullptr) : running_(state, asked.verb, asked.sql) {
        if constexpr (chooses_memory<Result>) memory_ = memory;
        if constexpr (Lists == list_form::rows) {
            running_.template expect_lists<Result>();
            if constexpr (requires { running_.statement().make_lists_in(memory); }) running_.statement().make_lists_in(memory);
        }
        if (how == rows_in::sequence) running_.one_by_one();
        running_.bind(asked.values, asked.sql.order, asked.sql.binds);
        // A driver that cannot tell before the first row says -1.
        if (int const found = running_.statement().column_count(); found >= 0) [[likely]] require_columns(found);
    }
    bool step() {
        bool const row = running_.step();
        // Once more: what was prepared anew may have other columns.
        if (row && !std::exchange(counted_, true)) [[unlikely]] require_columns(running_.statement().column_count());
        return row;
    }
    void read(Result& row) {
        try {
            read_row<Lists>(running_.statement(), row, mismatches_, memory_);
        } catch (error& failure) {
            fail_row(&failure);
        }
        if (mismatches_.any()) [[unlikely]] fail_row(nullptr);
    }
    /// A write is done only when its last row was asked for.
    void finish() { running_.run_to_end(); }

    /// Makes the statement ready for another run.
    void rewind() { running_.rewind(); }

private:
    /// Of what is malformed, and of mismatches where it is null. Either may have been cut by the server, whose error then
    /// says more.
    [[noreturn, gnu::cold, gnu::noinline]] void fail_row(error* malformed) {
        running_.run_to_end();
        if (malformed == nullptr) mismatches_.raise(running_.statement().sql());
        malformed->with_sql(running_.statement().sql());
        throw;
    }
    static void require_columns(int found) {
        static constexpr std::string_view name = type_name<Result>();
        constexpr int columns = column_count_of<Result>();
        if (found != columns) [[unlikely]] fail_columns(name, columns, found);
    }

    statement_run<Driver> running_;
    mismatch_list mismatches_;
    [[no_unique_address]] std::conditional_t<chooses_memory<Result>, void*, usual_memory> memory_{};
    bool counted_ = false;
};

template <class Result, list_form Lists = list_form::json, class Driver>
[[gnu::noinline]] std::vector<Result> load_all(connection_state<Driver>& state, request const& asked) {
    std::vector<Result> rows;
    reading<Driver, Result, Lists> running(state, asked);
    while (running.step()) {
        if constexpr (std::is_same_v<Result, bool>) {
            bool row = false;  // std::vector<bool> has no elements to read into
            running.read(row);
            rows.push_back(row);
        } else {
            running.read(rows.emplace_back());
        }
    }
    return rows;
}

template <class Result, list_form Lists = list_form::json, class Driver>
[[gnu::noinline]] std::optional<Result> load_first(connection_state<Driver>& state, request const& asked) {
    std::optional<Result> row;
    reading<Driver, Result, Lists> running(state, asked);
    if (running.step()) running.read(row.emplace());
    running.finish();
    return row;
}

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_count(statement_view const& sql, bool any) {
    if (any) throw error(error_kind::too_many_rows, "koine: there is more than one row, where exactly one is asked for").with_sql(sql.text);
    throw error(error_kind::not_found, "koine: there is no row, where exactly one is asked for").with_sql(sql.text);
}

template <class Result, list_form Lists = list_form::json, class Driver>
[[gnu::noinline]] Result load_one(connection_state<Driver>& state, request const& asked) {
    Result row{};
    reading<Driver, Result, Lists> running(state, asked);
    if (!running.step()) fail_count(asked.sql, false);
    running.read(row);
    bool const more = running.step();
    running.finish();
    if (more) fail_count(asked.sql, true);
    return row;
}

template <class Result, class Driver>
std::vector<Result> load_all(connection_state<Driver>& state, list_request const& asked) {
    return load_all<Result, list_form::rows>(state, static_cast<request const&>(asked));
}
template <class Result, class Driver>
std::optional<Result> load_first(connection_state<Driver>& state, list_request const& asked) {
    return load_first<Result, list_form::rows>(state, static_cast<request const&>(asked));
}
template <class Result, class Driver>
Result load_one(connection_state<Driver>& state, list_request const& asked) {
    return load_one<Result, list_form::rows>(state, static_cast<request const&>(asked));
}

/// Runs a statement whose rows nobody wants; how many rows it changed.
template <class Driver>
[[gnu::noinline]] std::int64_t run_write(connection_state<Driver>& state, request const& asked) {
    statement_run<Driver> running(state, asked.verb, asked.sql);
    running.bind(asked.values, asked.sql.order, asked.sql.binds);
    while (running.step()) {}
    std::int64_t const changes = state.connection.changes();
    running.count_changes(changes);
    return changes;
}

}  // namespace koine::detail
