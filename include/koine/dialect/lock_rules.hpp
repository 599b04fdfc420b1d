// SPDX-License-Identifier: BSL-1.0
// dialect · lock_rules: which queries can lock rows, and which of their tables they name for it.
#pragma once

#include <koine/dialect/finding.hpp>
#include <koine/dialect/scope.hpp>
#include <koine/dialect/shape_path.hpp>

namespace koine::detail {

/// Whether the tables that a lock names are in sight from `rows` on, and no outer join may leave them out.
constexpr bool locks_present_tables(tree const& query, scope const& sources, int lock, int rows) {
    if (query[lock].arity == 0) return !sources.sources[rows].outer;
    for (int i = query.first(lock); i < query.after(lock); i = query.after(i)) {
        int const from = sources.find(query[i]);
        if (from < rows || sources.sources[from].outer || sources.sources[from].computed >= 0) return false;
    }
    return true;
}

/// Whether rows of a SELECT are compared with others by a window.
constexpr bool has_windows(tree const& query, int select) {
    for (int i = query.first(select); i < query.after(select);) {
        if (query[i].code == op::over) return true;
        i = is_statement(query[i].code) ? query.after(i) : i + 1;
    }
    return false;
}

/// What is wrong with a SELECT that locks rows: they are those of tables, as they stand there.
constexpr problem problem_of_lock(tree const& query, scope const& sources, int select, int rows, bool groups) {
    int const lock = query.clause(select, op::lock);
    if (lock < 0) return problem::none;
    bool const derived = query.clause(select, op::last) >= 0 || query.clause(select, op::distinct_on) >= 0 || query.clause(select, op::cursor_column) >= 0;
    bool const twice = query.clause(select, op::lock, query.after(lock)) >= 0;
    if (select != 0 || groups || has_windows(query, select) || derived || twice || sources.sources[rows].computed >= 0) return problem::lock_of_no_rows;
    return locks_present_tables(query, sources, lock, rows) ? problem::none : problem::lock_of_absent_table;
}

/// Whether a query that locks rows has other tables beside the one whose rows they are.
constexpr bool names_locked_tables(tree const& query) {
    int const lock = query.clause(0, op::lock);
    if (lock < 0) return false;
    if (query[lock].arity > 0 || query.joins(0)) return true;
    int const shaped = query.clause(0, op::select_shape);
    if (shaped < 0) return false;
    for (shape_member const& member : query[shaped].shape->members)
        if (member.role == member_role::to_one) return true;
    return false;
}

}  // namespace koine::detail
