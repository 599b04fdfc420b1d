// SPDX-License-Identifier: BSL-1.0
// driver · prepared: a query kept with its values, to be run again and again.
#pragma once

#include <koine/driver/level_reading.hpp>
#include <koine/driver/stream.hpp>

namespace koine::detail {

/// The text of a statement, and the order of what it binds.
class kept_statement {
public:
    explicit kept_statement(statement_view const& sql) : text_(sql.text), order_(sql.order, sql.order + sql.binds), view_{text_, order_.data(), sql.binds, sql.hash} {}
    kept_statement(kept_statement const&) = delete;
    kept_statement& operator=(kept_statement const&) = delete;

    [[nodiscard]] statement_view const& view() const { return view_; }

private:
    std::string text_;
    std::vector<short> order_;
    statement_view view_;
};

/// A query as it was when it was prepared. Its statement lies in the connection's cache, as any query's does; what this
/// keeps is the text of one whose parts can be absent, and copies of the values. `Asked` tells how it is run, and `AskedAll`
/// how where all rows are read.
template <class Driver, class Result, class Asked, class AskedAll>
class prepared_query {
    static constexpr bool united = std::is_same_v<AskedAll, united_request>;

public:
    prepared_query(connection_state<Driver>& state, Asked const& asked, AskedAll const& all, int count)
        : state_(state), statement_(asked.sql), values_(asked.values, count), all_(all) {
        // A mistake of the text is found here, not at the first run.
        if constexpr (united) statement_run<Driver>(state_, asked.verb, all_.statement.view());
        else statement_run<Driver>(state_, asked.verb, statement_.view());
    }
    prepared_query(prepared_query const&) = delete;
    prepared_query& operator=(prepared_query const&) = delete;

    auto all() {
        static_assert(!std::is_void_v<Result>, "koine: this statement gives no rows; run it by execute()");
        if constexpr (united) return load_all<Result>(state_, united_request{{"all", all_.statement.view(), values_.data()}, all_.levels, all_.columns});
        else return load_all<Result>(state_, asked("all"));
    }
    auto first() {
        static_assert(!std::is_void_v<Result>, "koine: this statement gives no rows; run it by execute()");
        return load_first<Result>(state_, asked("first"));
    }
    auto one() {
        static_assert(!std::is_void_v<Result>, "koine: this statement gives no rows; run it by execute()");
        return load_one<Result>(state_, asked("one"));
    }
    std::int64_t execute() { return run_write(state_, asked("execute")); }

private:
    struct united_statement {
        explicit united_statement(united_request const& all) : statement(all.sql), levels(all.levels), columns(all.columns) {}
        kept_statement statement;
        level_views levels;
        int columns;
    };
    struct same_statement {
        explicit same_statement(request const&) {}
    };

    [[nodiscard]] Asked asked(char const* verb) const { return Asked{request{verb, statement_.view(), values_.data()}}; }

    connection_state<Driver>& state_;
    kept_statement statement_;
    kept_values values_;
    [[no_unique_address]] std::conditional_t<united, united_statement, same_statement> all_;
};

}  // namespace koine::detail
