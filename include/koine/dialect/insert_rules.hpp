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

}  // namespace koine::detail
