// SPDX-License-Identifier: BSL-1.0
// dialect · write_gathered: an UPDATE or DELETE that first gathers its rows, and what they are set to. Its subqueries read the
// table that it changes, and the database would show them rows that are changed already.
#pragma once

#include <koine/dialect/own_table.hpp>
#include <koine/dialect/write_clauses.hpp>

namespace koine::detail {

/// Writes an assignment if it is there: the column, and what `value` writes.
template <class Out, class Value>
constexpr void write_assignment(Out& out, int marked, bool& any, Value value) {
    if (!present(out, marked)) return;
    if (std::exchange(any, true)) out(", ");
    int const i = out.query.unmarked(marked);
    if (out.marks && i != marked) out("\x01");
    out(identifier{out.query[0].table->columns[out.query[out.query.first(i)].column].name}, " = ", [value, i](Out& to) { value(to, to.query.second(i)); });
}

/// Whether rows of a table can be found again: by their primary key, or by what the database calls a row.
template <class Dialect>
constexpr bool can_gather(table_descriptor const& table) {
    return table.primary_key.count > 0 || Dialect::row_name != nullptr;
}

/// Calls `visit` with each assignment of an update that is more than a value, and the number under which the rows have it.
template <class Out, class Visit>
constexpr void for_each_computed(Out& out, Visit visit) {
    int const set = out.query.clause(0, op::set);
    if (set < 0) return;
    int position = out.query[0].table->primary_key.count;
    for (int i = out.query.first(set); i < out.query.after(set); i = out.query.after(i), ++position)
        if (out.query[out.query.second(out.query.unmarked(i))].code != op::value) visit(i, position);
}

template <class Out>
constexpr void write_gathered_rows(Out& out) {
    table_descriptor const& table = *out.query[0].table;
    int const mark = out.sources.count;
    ++out.select_depth;
    int const rows = out.sources.push(&table, {});
    out("SELECT ");
    if (table.primary_key.count == 0) out("t", number{out.sources.sources[rows].number}, ".", Out::dialect::row_name);
    for (int i = 0; i < table.primary_key.count; ++i)
        out(i > 0 ? ", " : "", column_of_source{rows, table.primary_key.at[i]}, " AS ", [i](Out& to) { Out::dialect::computed_name(to, i); });
    for_each_computed(out, [&](int assignment, int position) {
        if (!present(out, assignment)) return;
        out(", ", part{out.query.second(out.query.unmarked(assignment)), loose}, " AS ", [position](Out& to) { Out::dialect::computed_name(to, position); });
    });
    out(" FROM ");
    write_source(out, rows);
    write_where(out, 0, false, [](Out&) {});
    --out.select_depth;
    out.sources.count = mark;
}

template <class Out>
constexpr void write_gathered_column(Out& out, int position) {
    out("koine_rows.", [position](Out& to) { Out::dialect::computed_name(to, position); });
}

/// What pairs a row of the table with itself among the gathered ones.
template <class Out>
constexpr void write_gathered_pairs(Out& out) {
    table_descriptor const& table = *out.query[0].table;
    for (int i = 0; i < table.primary_key.count; ++i) {
        if (i > 0) out(" AND ");
        out(identifier{table.name}, ".", identifier{table.columns[table.primary_key.at[i]].name}, " = ", [i](Out& to) { write_gathered_column(to, i); });
    }
}

template <class Out>
constexpr void write_gathered_assignments(Out& out) {
    int const set = out.query.clause(0, op::set);
    bool any = false;
    int position = out.query[0].table->primary_key.count;
    for (int i = out.query.first(set); i < out.query.after(set); i = out.query.after(i), ++position)
        write_assignment(out, i, any, [position](Out& to, int value) {
            if (to.query[value].code == op::value) write_assigned(to, value);
            else write_gathered_column(to, position);
        });
}

template <class Out>
constexpr void write_gathered_update(Out& out) {
    Out::dialect::update_gathered(out, [](Out& to) { write_table_name(to, *to.query[0].table); }, [](Out& to) { write_gathered_assignments(to); },
                                  [](Out& to) { write_gathered_rows(to); }, [](Out& to) { write_gathered_pairs(to); });
}

template <class Out>
constexpr void write_gathered_erase(Out& out) {
    auto const key = [](Out& to) {
        table_descriptor const& table = *to.query[0].table;
        if (table.primary_key.count == 0) to(Out::dialect::row_name);
        for (int i = 0; i < table.primary_key.count; ++i) to(i > 0 ? ", " : "", identifier{table.columns[table.primary_key.at[i]].name});
    };
    Out::dialect::erase_gathered(out, [](Out& to) { write_table_name(to, *to.query[0].table); }, key, [](Out& to) { write_gathered_rows(to); },
                                 [](Out& to) { write_gathered_pairs(to); });
}

}  // namespace koine::detail
