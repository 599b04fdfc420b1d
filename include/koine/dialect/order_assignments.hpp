// SPDX-License-Identifier: BSL-1.0
// dialect · order_assignments: the order of an update's assignments where a database makes one after the other.
#pragma once

#include <koine/expression/tree.hpp>

namespace koine::detail {

/// The order of assignments in which none reads a column that was set before it; incomplete where they form a circle.
struct assignment_order {
    int at[maximum_columns]{};
    int count = 0;
    bool complete = true;
};
/// Whether what a column is set to reads a column of the table, which may be under a second name.
constexpr bool assignment_reads(tree const& query, int assignment, short column) {
    for (int i = query.second(assignment); i < query.after(assignment); ++i) {
        if (query[i].code == op::column && query[i].table == query[0].table && query[i].column == column) return true;
        if (query[i].code == op::select && query[i].related && query[i].relation->from == query[0].table && query[i].relation->from_columns.contains(column)) return true;
    }
    return false;
}

/// Whether no assignment reads a column that another one sets, so that their order does not matter.
constexpr bool assigns_apart(tree const& query, int set) {
    for (int i = query.first(set); i < query.after(set); i = query.after(i))
        for (int j = query.first(set); j < query.after(set); j = query.after(j))
            if (i != j && assignment_reads(query, query.unmarked(j), query[query.first(query.unmarked(i))].column)) return false;
    return true;
}

constexpr assignment_order order_assignments(tree const& query, int set) {
    assignment_order ordered;
    bool placed[maximum_columns]{};
    auto const reads = [&](int assignment, short column) { return assignment_reads(query, assignment, column); };
    // A whole row is set to values, which read nothing: its order is the one it has.
    bool any_reads = false;
    for (int i = query.first(set); i < query.after(set); i = query.after(i))
        for (int j = query.second(query.unmarked(i)); j < query.after(i); ++j) any_reads = any_reads || query[j].code == op::column || query[j].related;
    if (!any_reads) {
        for (int i = query.first(set); i < query.after(set); i = query.after(i)) ordered.at[ordered.count++] = i;
        return ordered;
    }
    for (bool moved = true; moved;) {
        moved = false;
        int position = 0;
        for (int i = query.first(set); i < query.after(set); i = query.after(i), ++position) {
            if (placed[position]) continue;
            bool free = true;
            short const column = query[query.first(query.unmarked(i))].column;
            for (int j = query.first(set), other = 0; j < query.after(set); j = query.after(j), ++other)
                if (j != i && !placed[other] && reads(query.unmarked(j), column)) free = false;
            if (!free) continue;
            placed[position] = true;
            ordered.at[ordered.count++] = i;
            moved = true;
        }
        if (ordered.count == query[set].arity) return ordered;
    }
    ordered.complete = false;
    return ordered;
}

}  // namespace koine::detail
