// SPDX-License-Identifier: BSL-1.0
// driver · split: runs a query and a statement for each of its lists, from one snapshot, and in one round trip where it can.
#pragma once

#include <koine/detail/owned.hpp>
#include <koine/decode/split_rows.hpp>
#include <koine/driver/batch_run.hpp>
#include <koine/driver/load.hpp>
#include <koine/driver/transaction.hpp>

#include <koine/dialect/render.hpp>

namespace koine::detail {

/// A query with the statements of its lists.
struct split_request : request {
    list_levels const& levels;
    statement_view const* lists;

    [[nodiscard]] request at(int level) const { return {verb, level < 0 ? sql : lists[level], values}; }
};

/// The statements of the lists of a query whose parts can be absent.
class present_lists {
public:
    template <class Dialect>
    void render(tree const& query, bound_value const* values, int count) {
        for (int level = 0; level < count; ++level) {
            string_sink const& text = *texts_.emplace_back(make_owned<string_sink>(render_present<Dialect>(query, values, level)));
            views_.push_back({text.text, text.order.data(), text.binds, hash_text(text.text)});
        }
    }
    [[nodiscard]] statement_view const* data() const { return views_.data(); }

private:
    std::vector<owned<string_sink>> texts_;
    std::vector<statement_view> views_;
};

/// Reads what the statements give: first the rows of the query, then list by list those that belong to them.
template <class Result, class Driver>
class split_reading {
public:
    using run_type = statement_run<Driver>;
    using statement_type = typename run_type::statement_type;
    using row_type = keyed_row<statement_type>;

    explicit split_reading(list_levels const& levels) : levels_(levels), waiting_(static_cast<std::size_t>(levels.count)) {}

    void read_root(run_type& running) {
        row_type row(running.statement(), levels_, -1, 0);
        while (step(running, column_count_of<Result>(), type_name<Result>())) {
            append_keyed(rows_, row, mismatches_);
            require_match(running);
        }
        row.settle(reinterpret_cast<char*>(rows_.data()), sizeof(Result), waiting_);
    }
    void read_level(run_type& running, int level) {
        split_reader<row_type> const& reader = *readers[static_cast<std::size_t>(level)];
        row_type row(running.statement(), levels_, level, 1);
        void* list = nullptr;
        std::int64_t last = 0;
        bool any = false;
        while (step(running, reader.columns + 1, levels_.at[level].relation->name)) {
            std::int64_t key = 0;
            if (!running.statement().cell(0).template read<storage::int64>(key)) continue;
            if (!any || key != last) {
                if (list != nullptr) row.settle(reader.data(list), reader.stride, waiting_);
                list = waiting_[static_cast<std::size_t>(level)].take(key);
                last = key;
                any = true;
            }
            if (list == nullptr) continue;
            reader.append(list, row, mismatches_);
            require_match(running);
        }
        if (list != nullptr) row.settle(reader.data(list), reader.stride, waiting_);
    }
    /// Whether any row has this list.
    [[nodiscard]] bool awaits(int level) const { return !waiting_[static_cast<std::size_t>(level)].empty(); }
    std::vector<Result> finish() {
        // Inner lists first: what is copied is whole.
        for (int level = levels_.count - 1; level >= 0; --level)
            waiting_[static_cast<std::size_t>(level)].for_each_repeated(readers[static_cast<std::size_t>(level)]->copy);
        return std::move(rows_);
    }

private:
    static constexpr auto const& readers = list_readers<split_readers<row_type>::template of, split_reader<row_type>, Result>;

    static bool step(run_type& running, int columns, std::string_view shape) {
        bool const row = running.step();
        if (int const found = running.statement().column_count(); found >= 0 && found != columns) [[unlikely]] fail_columns(shape, columns, found);
        return row;
    }
    void require_match(run_type& running) {
        if (mismatches_.any()) [[unlikely]] {
            running.run_to_end();
            mismatches_.raise(running.statement().sql());
        }
    }

    list_levels const& levels_;
    std::vector<Result> rows_;
    std::vector<waiting_lists> waiting_;
    mismatch_list mismatches_;
};

inline constexpr std::string_view begin_snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
inline constexpr std::string_view end_snapshot = "COMMIT";

/// Sends all statements at once, in a transaction of their own where there is none.
template <class Result, class Driver>
void load_together(connection_state<Driver>& state, split_request const& asked, split_reading<Result, Driver>& reading) {
    bool const alone = outermost(state);
    static constexpr statement_view begin{begin_snapshot, nullptr, 0, hash_text(begin_snapshot)};
    static constexpr statement_view end{end_snapshot, nullptr, 0, hash_text(end_snapshot)};
    std::vector<request> all;
    if (alone) all.push_back({asked.verb, begin, nullptr});
    std::size_t const first = all.size();
    for (int level = -1; level < asked.levels.count; ++level) all.push_back(asked.at(level));
    if (alone) all.push_back({asked.verb, end, nullptr});
    batch_run<Driver> runs(state, all.data(), all.size());
    runs.run();
    reading.read_root(runs[first]);
    for (int level = 0; level < asked.levels.count; ++level) reading.read_level(runs[first + 1 + static_cast<std::size_t>(level)], level);
}

/// Runs one after the other; a list that no row has is not asked for.
template <class Result, class Driver>
void load_in_turn(connection_state<Driver>& state, split_request const& asked, split_reading<Result, Driver>& reading) {
    for (int level = -1; level < asked.levels.count; ++level) {
        if (level >= 0 && !reading.awaits(level)) continue;
        request const one = asked.at(level);
        statement_run<Driver> running(state, one.verb, one.sql);
        running.bind(one.values, one.sql.order, one.sql.binds);
        if (level < 0) reading.read_root(running);
        else reading.read_level(running, level);
    }
}

template <class Result, class Driver>
[[gnu::noinline]] std::vector<Result> load_all(connection_state<Driver>& state, split_request const& asked) {
    auto const read = [&](auto load) {
        split_reading<Result, Driver> reading(asked.levels);
        load(state, asked, reading);
        return reading.finish();
    };
    if constexpr (has_pipelines<typename Driver::connection>) return read(&load_together<Result, Driver>);
    else {
        auto const in_turn = [&] { return read(&load_in_turn<Result, Driver>); };
        return outermost(state) ? in_transaction(state, {.isolation = isolation::repeatable_read, .read_only = true}, in_turn) : in_turn();
    }
}

}  // namespace koine::detail
