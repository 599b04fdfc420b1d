// SPDX-License-Identifier: BSL-1.0
// dialect · derived_columns: the columns that a derived table hands on to what stands outside it.
#pragma once

#include <koine/dialect/write_clauses.hpp>

namespace koine::detail {

inline constexpr char rank_name[] = "koine_rank";  ///< a row's number among those that distinct_on takes for the same

template <class Out>
constexpr void write_distinct_terms(Out& out, int owner) {
    int const clause = out.query.clause(owner, op::distinct_on);
    for (int i = out.query.first(clause); i < out.query.after(clause); i = out.query.after(i)) {
        if (i > out.query.first(clause)) out(", ");
        out(part{i, loose});
    }
}

/// `ROW_NUMBER() OVER (…)` in an order, among the rows that agree in what `partition` writes, as one more column.
template <class Out, class Partition>
constexpr void write_row_number(Out& out, Partition partition, order_plan const& order, int rows, bool reversed, char const* name) {
    out(", ROW_NUMBER() OVER (PARTITION BY ", partition, [&](Out& to) { write_order(to, order, rows, reversed); }, ") AS ", identifier{name});
}

/// The columns of a derived table that what stands outside it asks for.
struct needed_columns {
    bool at[maximum_columns]{};

    constexpr void add(column_set const& set) {
        for (int i = 0; i < set.count; ++i) at[set.at[i]] = true;
    }
    constexpr void add_named(tree const& query, int begin, int end, table_descriptor const& table) {
        for (int i = begin; i < end; ++i) {
            if (query[i].code == op::column && query[i].table == &table) at[query[i].column] = true;
            if (query[i].code == op::select && query[i].related && query[i].relation->from == &table) add(query[i].relation->from_columns);
        }
    }
    /// What the clauses of a statement or an include name, but for its conditions, which are written inside.
    constexpr void add_clauses(tree const& query, int owner, table_descriptor const& table) {
        if (owner < 0) return;
        for (int i = query.first(owner); i < query.after(owner); i = query.after(i))
            if (query[i].code == op::order_by || query[i].code == op::as_member) add_named(query, i, query.after(i), table);
    }
};

/// The columns of a source that a shape and its includes ask for.
template <class Out>
constexpr needed_columns columns_needed(Out& out, shape_descriptor const& shape, table_descriptor const& table, int owner, order_plan const& order) {
    needed_columns needed;
    if (&table == shape.table) {
        for_each_member(out.query, out.path, shape, [&](int, shape_member const& member) {
            if (member.role == member_role::column) needed.at[member.column] = true;
            if (member.related()) needed.add(member.relation->from_columns);
        });
        if (order.append_key) needed.add(table.primary_key);
    }
    needed.add_clauses(out.query, owner, table);
    // Deeper includes may name columns of this level.
    for (int i = 0; i < out.query.count; ++i)
        if (out.query[i].code == op::include && out.path.leads_to(out.query[i], true)) needed.add_named(out.query, i, out.query.after(i), table);
    return needed;
}

/// The columns that a derived table hands on, a junction's by number; whether there was any.
template <class Out>
constexpr bool write_columns(Out& out, needed_columns const& needed, int from, bool numbered, bool any = false) {
    for (short column = 0; column < out.sources.sources[from].table->columns.count; ++column) {
        if (!needed.at[column]) continue;
        if (any) out(", ");
        out(column_of_source{from, column});
        if (numbered) out(" AS ", [column](Out& to) { Out::dialect::computed_name(to, column); });
        any = true;
    }
    return any;
}

}  // namespace koine::detail
