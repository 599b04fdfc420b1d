// SPDX-License-Identifier: BSL-1.0
// driver · split: runs a query and a statement for each of its lists, from one snapshot, and in one round trip where it can.
#pragma once

#include <koine/detail/owned.hpp>
#include <koine/driver/batch_run.hpp>
#include <koine/driver/level_reading.hpp>
#include <koine/driver/transaction.hpp>

#include <koine/dialect/render.hpp>

namespace koine::detail {

/// A query with the statements of its lists.
struct split_request : request {
    level_views levels;
    statement_view const* lists;

    [[nodiscard]] request at(int level) const { return {verb, level == 0 ? sql : lists[level - 1], values}; }
};

/// The statements of the lists of a query whose parts can be absent.
class present_lists {
public:
    template <class Dialect>
    void render(tree const& query, bound_value const* values, int count) {
        for (int list = 0; list < count; ++list) {
            string_sink const& text = *texts_.emplace_back(make_owned<string_sink>(render_present<Dialect>(query, values, list)));
            views_.push_back({text.text, text.order.data(), text.binds, hash_text(text.text)});
        }
    }
    [[nodiscard]] statement_view const* data() const { return views_.data(); }

private:
    std::vector<owned<string_sink>> texts_;
    std::vector<statement_view> views_;
};

inline constexpr std::string_view begin_snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
inline constexpr std::string_view end_snapshot = "COMMIT";

/// Sends all statements at once, in a transaction of their own where there is none.
template <class Result, class Driver>
void load_together(connection_state<Driver>& state, split_request const& asked, level_reading<Result, Driver>& reading) {
    bool const alone = outermost(state);
    static constexpr statement_view begin{begin_snapshot, nullptr, 0, hash_text(begin_snapshot)};
    static constexpr statement_view end{end_snapshot, nullptr, 0, hash_text(end_snapshot)};
    std::vector<request> all;
    if (alone) all.push_back({asked.verb, begin, nullptr});
    std::size_t const first = all.size();
    for (int level = 0; level < asked.levels.count; ++level) all.push_back(asked.at(level));
    if (alone) all.push_back({asked.verb, end, nullptr});
    batch_run<Driver> runs(state, all.data(), all.size());
    runs.run();
    for (int level = 0; level < asked.levels.count; ++level) reading.read_level(runs[first + static_cast<std::size_t>(level)], level);
}

/// Runs one after the other; a list that no row has is not asked for.
template <class Result, class Driver>
void load_in_turn(connection_state<Driver>& state, split_request const& asked, level_reading<Result, Driver>& reading) {
    for (int level = 0; level < asked.levels.count; ++level) {
        if (level > 0 && !reading.awaits(level)) continue;
        request const one = asked.at(level);
        statement_run<Driver> running(state, one.verb, one.sql);
        running.bind(one.values, one.sql.order, one.sql.binds);
        reading.read_level(running, level);
    }
}

template <class Result, class Driver>
[[gnu::noinline]] std::vector<Result> load_all(connection_state<Driver>& state, split_request const& asked) {
    auto const read = [&](auto load) {
        level_reading<Result, Driver> reading(asked.levels);
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
