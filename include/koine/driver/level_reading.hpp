// SPDX-License-Identifier: BSL-1.0
// driver · level_reading: reads the rows of all levels of a result, from a statement each or from one for all.
#pragma once

#include <koine/decode/level_rows.hpp>
#include <koine/driver/load.hpp>

namespace koine::detail {

template <class Result, class Driver>
class level_reading {
public:
    using run_type = statement_run<Driver>;
    using row_type = keyed_row<typename run_type::statement_type>;

    explicit level_reading(level_views const& levels) : levels_(levels), waiting_(static_cast<std::size_t>(levels.count)) {
        rows_.reserve(static_cast<std::size_t>(levels.count));
        rows_.emplace_back(row_keepers<row_type>::template of<Result>::value);
        for (auto const* keeper : list_readers<row_keepers<row_type>::template of, row_keeper<row_type>, Result>) rows_.emplace_back(*keeper);
    }

    /// The rows of a statement that has this level's, behind the key of the rows they belong to.
    void read_level(run_type& running, int level) {
        int const ahead = level > 0 ? 1 : 0;
        row_type row(running.statement(), levels_, waiting_);
        row.begin(level, ahead, mismatches_);
        while (step(running, rows(level).columns() + ahead, level)) read_row_of(running, row, level, ahead > 0 ? 0 : -1);
    }
    /// The rows of a statement that has those of all levels, behind their level's number and the key; `columns` in all.
    void read_all(run_type& running, int columns) {
        row_type row(running.statement(), levels_, waiting_);
        while (step(running, columns, 0)) {
            std::int64_t level = 0;
            if (!running.statement().cell(0).template read<storage::int64>(level) || level < 0 || level >= levels_.count) [[unlikely]]
                throw error(error_kind::malformed, "koine: a row of the statement is of no list").with_sql(running.statement().sql());
            row.begin(static_cast<int>(level), 0, mismatches_);
            read_row_of(running, row, static_cast<int>(level), level > 0 ? 1 : -1);
        }
    }
    /// Whether any row has this list.
    [[nodiscard]] bool awaits(int level) const { return !waiting_[static_cast<std::size_t>(level)].all().empty(); }
    std::vector<Result> finish() {
        // Inner lists first: what is moved or copied is whole.
        for (int level = levels_.count - 1; level > 0; --level) rows(level).hand_out(rows(levels_.at[level].parent), waiting_[static_cast<std::size_t>(level)]);
        return rows(0).template take<Result>();
    }

private:
    level_rows<row_type>& rows(int level) { return rows_[static_cast<std::size_t>(level)]; }
    bool step(run_type& running, int columns, int level) {
        bool const row = running.step();
        if (int const found = running.statement().column_count(); found >= 0 && found != columns) [[unlikely]]
            fail_columns(level > 0 ? levels_.at[level].name : type_name<Result>(), columns, found);
        return row;
    }
    /// `key_column`: -1 where the row belongs to none.
    void read_row_of(run_type& running, row_type& row, int level, int key_column) {
        try {
            std::int64_t key = 0;
            if (key_column < 0) rows(level).append(row, mismatches_);
            else if (running.statement().cell(key_column).template read<storage::int64>(key)) rows(level).append(key, row, mismatches_);
        } catch (error& failure) {
            running.run_to_end();
            failure.with_sql(running.statement().sql());
            throw;
        }
        if (mismatches_.any()) [[unlikely]] {
            running.run_to_end();
            mismatches_.raise(running.statement().sql());
        }
    }

    level_views levels_;
    std::vector<level_rows<row_type>> rows_;
    std::vector<key_lists> waiting_;
    mismatch_list mismatches_;
};

/// A statement for the rows of all levels.
struct united_levels {
    level_views levels;
    int columns;
};
struct united_request : request, united_levels {};

template <class Result, class Driver>
[[gnu::noinline]] std::vector<Result> load_all(connection_state<Driver>& state, united_request const& asked) {
    level_reading<Result, Driver> reading(asked.levels);
    statement_run<Driver> running(state, asked.verb, asked.sql);
    running.bind(asked.values, asked.sql.order, asked.sql.binds);
    reading.read_all(running, asked.columns);
    return reading.finish();
}
template <class Result, class Driver>
std::optional<Result> load_first(connection_state<Driver>& state, united_request const& asked) {
    std::vector<Result> rows = load_all<Result>(state, asked);
    return rows.empty() ? std::nullopt : std::optional<Result>(std::move(rows.front()));
}
template <class Result, class Driver>
Result load_one(connection_state<Driver>& state, united_request const& asked) {
    std::vector<Result> rows = load_all<Result>(state, asked);
    if (rows.size() != 1) fail_count(asked.sql, !rows.empty());
    return std::move(rows.front());
}

}  // namespace koine::detail
