// SPDX-License-Identifier: BSL-1.0
// dialect · own_table: whether a subquery of an update or erase reads the table that the statement changes.
#pragma once

#include <koine/expression/tree.hpp>

namespace koine::detail {

/// Whether a table is the one that a statement changes: by its name, because two models may be of one table.
constexpr bool is_written(tree const& query, table_descriptor const& table) {
    return table.name == query[0].table->name && table.schema == query[0].table->schema;
}

constexpr bool reads_written(tree const& query, relation_descriptor const& relation) {
    return is_written(query, *relation.to) || (relation.through_junction() && is_written(query, *relation.junction));
}

constexpr bool reads_written(tree const& query, shape_descriptor const& shape) {
    for (shape_member const& member : shape.members)
        if (member.related() && (reads_written(query, *member.relation) || reads_written(query, *member.nested))) return true;
    return false;
}

/// Whether a subquery of a clause reads the table that the statement changes.
constexpr bool clause_reads_own_table(tree const& query, int clause) {
    for (int i = clause; i < query.after(clause); ++i) {
        token const& word = query[i];
        bool const source = word.code == op::select || is_join(word.code);
        if (source && (is_written(query, *word.table) || ((word.related || word.relation_joins()) && reads_written(query, *word.relation)))) return true;
        if (word.code == op::select_shape && reads_written(query, *word.shape)) return true;
    }
    return false;
}

/// Whether a subquery of the conditions or right-hand sides of an update or erase does.
constexpr bool reads_own_table(tree const& query) {
    for (int clause = query.first(0); clause < query.after(0); clause = query.after(clause))
        if (query[clause].code != op::returning && clause_reads_own_table(query, clause)) return true;
    return false;
}

}  // namespace koine::detail
