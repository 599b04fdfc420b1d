// SPDX-License-Identifier: BSL-1.0
// driver · prepared: a query kept with its values, to be run again and again.
#pragma once

#include <koine/driver/level_reading.hpp>
#include <koine/driver/stream.hpp>

namespace koine::detail {

/// A query as it was when it was prepared. Its statement lies in the connection's cache, as any query's does; what this
/// keeps is the text of one whose parts can be absent, and copies of the values. `Asked` tells how it is run.
template <class Driver, class Result, class Asked>
class prepared_query {
public:
    prepared_query(connection_state<Driver>& state, Asked const& asked, int count)
        : state_(state), text_(asked.sql.text), order_(asked.sql.order, asked.sql.order + asked.sql.binds), values_(asked.values, count),
          view_{text_, order_.data(), asked.sql.binds, asked.sql.hash}, levels_(asked) {
        // A mistake of the text is found here, not at the first run.
        statement_run<Driver>(state_, asked.verb, view_);
    }
    prepared_query(prepared_query const&) = delete;
    prepared_query& operator=(prepared_query const&) = delete;

    auto all() {
        static_assert(!std::is_void_v<Result>, "koine: this statement gives no rows; run it by execute()");
        return load_all<Result>(state_, asked("all"));
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
    static constexpr bool united = std::is_same_v<Asked, united_request>;
    struct no_levels {
        explicit no_levels(request const&) {}
    };

    [[nodiscard]] Asked asked(char const* verb) const {
        request const whole{verb, view_, values_.data()};
        if constexpr (united) return {whole, levels_};
        else return {whole};
    }

    connection_state<Driver>& state_;
    std::string text_;
    std::vector<short> order_;
    kept_values values_;
    statement_view view_;
    [[no_unique_address]] std::conditional_t<united, united_levels, no_levels> levels_;
};

}  // namespace koine::detail
