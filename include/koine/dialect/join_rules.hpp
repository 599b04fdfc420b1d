// SPDX-License-Identifier: BSL-1.0
// dialect · join_rules: what an update sets by a joined table is one value: no more than one row of it matches.
#pragma once

#include <koine/descriptor/relation_of.hpp>
#include <koine/expression/tree.hpp>

namespace koine::detail {

/// Whether a word is a column of a table that is joined, or a subquery about rows that are related to it.
constexpr bool reads_joined(token const& word, token const& joined) {
    if (word.code == op::column) return word.table == joined.table && word.text == joined.text;
    return word.related && word.relation->from == joined.table && word.outer == joined.text;
}

/// Whether what columns are set to names a joined table.
constexpr bool sets_by(tree const& query, token const& joined) {
    int const set = query.clause(0, op::set);
    if (set < 0) return false;
    for (int assignment = query.first(set); assignment < query.after(set); assignment = query.after(assignment))
        for (int i = query.second(query.unmarked(assignment)); i < query.after(assignment); ++i)
            if (reads_joined(query[i], joined)) return true;
    return false;
}

constexpr bool joins_one(tree const& query, int clause);

/// Whether an operand is one value for a row that is changed: it names no table that is joined by `clause` or behind it, and of
/// those before it none of which several rows may match.
constexpr bool is_one_value(tree const& query, int operand, int clause) {
    for (int i = operand; i < query.after(operand); ++i) {
        if (is_statement(query[i].code)) return false;
        for (int other = query.first(0); other < query.after(0); other = query.after(other))
            if (is_join(query[other].code) && reads_joined(query[i], query[other]) && (other >= clause || !joins_one(query, other))) return false;
    }
    return true;
}

/// Whether a condition equates a column of a joined table with one value.
constexpr bool equates(tree const& query, int condition, int clause, short column) {
    int const one = query.first(condition);
    if (query[condition].code == op::logical_and) return equates(query, one, clause, column) || equates(query, query.second(condition), clause, column);
    if (query[condition].code != op::equal) return false;
    int const other = query.second(condition);
    auto const is_column = [&](int operand) { return query[operand].code == op::column && reads_joined(query[operand], query[clause]) && query[operand].column == column; };
    return (is_column(one) && is_one_value(query, other, clause)) || (is_column(other) && is_one_value(query, one, clause));
}
constexpr bool equates_key(tree const& query, int clause, column_set const& key) {
    for (int i = 0; i < key.count; ++i) {
        bool equated = equates(query, query.first(clause), clause, key.at[i]);
        for (int where = query.clause(0, op::where); where >= 0; where = query.clause(0, op::where, query.after(where)))
            equated = equated || equates(query, query.first(where), clause, key.at[i]);
        if (!equated) return false;
    }
    return key.count > 0;
}

/// Whether at most one row of a joined table matches: by a relation to one, or because a key of it is equated.
constexpr bool joins_one(tree const& query, int clause) {
    if (query[clause].relation_joins()) return !query[clause].relation->to_many();
    if (equates_key(query, clause, query[clause].table->primary_key)) return true;
    for (key_descriptor const& key : query[clause].table->keys)
        if (key.unique && equates_key(query, clause, key.columns)) return true;
    return false;
}

/// The clause that joins a table by which an update sets columns, though several rows of it may match; -1 where there is none.
constexpr int ambiguous_join(tree const& query) {
    for (int i = query.first(0); i < query.after(0); i = query.after(i))
        if (is_join(query[i].code) && sets_by(query, query[i]) && !joins_one(query, i)) return i;
    return -1;
}

}  // namespace koine::detail
