// SPDX-License-Identifier: BSL-1.0
// dialect · insert_rules: what an insert says of its columns.
#pragma once

#include <koine/expression/tree.hpp>

namespace koine::detail {

/// The query whose rows are inserted: it stands behind their columns.
constexpr int inserted_query(tree const& query, int clause) { return query.first(clause) + query[clause].arity - 1; }

/// Whether an insert by assignments or of a query leaves out a column that has no default and may not be NULL.
constexpr bool lacks_required_column(tree const& query) {
    int const set = query.clause(0, op::set);
    int const rows = query.clause(0, op::insert_query);
    if (set < 0 && rows < 0) return false;
    table_descriptor const& table = *query[0].table;
    for (short column = 0; column < table.columns.count; ++column) {
        column_descriptor const& described = table.columns[column];
        if (described.nullable || described.generated || described.default_value.which != constant::kind::none) continue;
        bool given = false;
        if (set >= 0)
            for (int i = query.first(set); i < query.after(set); i = query.after(i)) given = given || query[query.first(i)].column == column;
        else
            for (int i = query.first(rows); i < inserted_query(query, rows); ++i) given = given || query[i].column == column;
        if (!given) return true;
    }
    return false;
}

/// The assignment of a column in a statement's `set`; -1 where it has none.
constexpr int assignment_of(tree const& query, int statement, short column) {
    int const set = query.clause(statement, op::set);
    if (set < 0) return -1;
    for (int i = query.first(set); i < query.after(set); i = query.after(i))
        if (query[query.first(query.unmarked(i))].column == column) return query.unmarked(i);
    return -1;
}

/// Whether what an upsert updates names values that its row does not give, or changes the key by which the row is known.
constexpr bool updates_wrongly(tree const& query) {
    for (int i = 0; i < query.count; ++i)
        if (query[i].code == op::excluded && (query[0].code != op::upsert || query[i].table != query[0].table || assignment_of(query, 0, query[i].column) < 0)) return true;
    int const update = query.clause(0, op::conflict_update);
    int const target = query.clause(0, op::conflict_target);
    if (update < 0 || target < 0) return false;
    for (int i = query.first(update); i < query.after(update); i = query.after(i)) {
        short const column = query[query.first(i)].column;
        for (int k = 0; k < query[target].path_length; ++k)
            if (query[target].path[k] == column && (query[query.second(i)].code != op::excluded || query[query.second(i)].column != column)) return true;
    }
    return false;
}

}  // namespace koine::detail
