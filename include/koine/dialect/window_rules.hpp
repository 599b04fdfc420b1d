// SPDX-License-Identifier: BSL-1.0
// dialect · window_rules: last, distinct_on, after and before ask for an order; a cursor for a value of each of its terms.
#pragma once

#include <koine/dialect/finding.hpp>
#include <koine/dialect/write_clauses.hpp>

namespace koine::detail {

/// Whether an include says which rows, and not only how they are read.
constexpr bool narrows(tree const& query, int include) {
    for (int i = query.first(include); i < query.after(include); i = query.after(i))
        if (query[i].code != op::as_member && query[i].code != op::unindexed) return true;
    return false;
}

/// The rules of one statement's or include's rows, which are a source in sight; behind it perhaps their junction.
class window_rules {
public:
    constexpr window_rules(tree const& query, scope const& sources, int rows, bool junction)
        : context_{query, sources}, query_(query), sources_(sources), table_(*sources.sources[rows].table), rows_(rows), junction_(junction) {}

    constexpr finding check(int owner, bool of_groups) const {
        bool const last = query_.clause(owner, op::last) >= 0;
        bool const cursors = query_.clause(owner, op::after) >= 0 || query_.clause(owner, op::before) >= 0 || query_.clause(owner, op::cursor_column) >= 0;
        if (!last && !cursors && query_.clause(owner, op::distinct_on) < 0) return {};
        if (sources_.sources[rows_].outer) return {problem::window_without_order, owner};
        if (of_groups) return {problem::window_over_groups, owner};
        if (last && query_.clause(owner, op::limit) >= 0) return {problem::limit_and_last, owner};
        order_plan const order = plan_order(context_, owner, rows_, true);
        if (!order.any()) return {problem::window_without_order, owner};
        for (int i = query_.first(owner); i < query_.after(owner); i = query_.after(i)) {
            if (query_[i].code != op::after && query_[i].code != op::before && query_[i].code != op::cursor_column) continue;
            if (problem const wrong = problem_of_cursor(i, order); wrong != problem::none) return {wrong, i};
        }
        return {};
    }

private:
    /// What plan_order asks of a statement that is being written.
    struct order_context {
        tree const& query;
        scope const& sources;
        bound_value const* values = nullptr;
    };

    constexpr problem problem_of_cursor(int cursor, order_plan const& order) const {
        bool const by_key = query_[cursor].path_length > 0;
        if (by_key && query_[cursor].table != &table_) return problem::cursor_row;
        if (!order.append_key && (order.clause < 0 || !order_names_key(context_, order.clause, rows_))) return problem::window_without_order;
        int value = query_.first(cursor);
        int terms = 0;
        bool meets = true;
        auto const meet = [&](storage kind, bool nullable) {
            ++terms;
            if (by_key || value >= query_.after(cursor)) return;
            meets = meets && same_family(query_[value].kind, kind) && (nullable || !query_[value].nullable);
            value = query_.after(value);
        };
        if (order.clause >= 0)
            for (int term = query_.first(order.clause); term < query_.after(order.clause); term = query_.after(term)) {
                if (query_[term].code == op::when) return problem::cursor_order;
                int const operand = query_.first(term);
                for (int i = operand; i < query_.after(operand); i = is_statement(query_[i].code) ? query_.after(i) : i + 1)
                    if (query_[i].code == op::over) return problem::misplaced_window;
                if (by_key && !is_of_row(operand)) return problem::cursor_row;
                meet(query_[operand].kind, can_be_null(query_, sources_, operand));
            }
        if (order.append_key)
            for (int i = 0; i < table_.primary_key.count; ++i) meet(table_.columns[table_.primary_key.at[i]].kind, false);
        if (terms > maximum_order_terms) return problem::cursor_terms;
        return meets && (by_key || query_[cursor].code == op::cursor_column || terms == query_[cursor].arity) ? problem::none : problem::cursor_values;
    }
    /// Whether a term is of the row alone, or its junction's, so that the cursor's row has the same.
    [[nodiscard]] constexpr bool is_of_row(int operand) const {
        for (int i = operand; i < query_.after(operand);) {
            if (query_[i].code == op::column) {
                int const from = sources_.find(query_[i]);
                if (from != rows_ && !(junction_ && from == rows_ + 1)) return false;
            }
            i = is_statement(query_[i].code) ? query_.after(i) : i + 1;
        }
        return true;
    }
    static constexpr bool same_family(storage left, storage right) {
        if (left == storage::uint64 || right == storage::uint64) return left == right;
        if (is_decimal(left)) return is_decimal(right);
        bool const number = is_integer(left) || is_floating(left);
        return number ? is_integer(right) || is_floating(right) : left == right;
    }

    order_context context_;
    tree const& query_;
    scope const& sources_;
    table_descriptor const& table_;
    int rows_;
    bool junction_;
};

}  // namespace koine::detail
