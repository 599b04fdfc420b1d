// SPDX-License-Identifier: BSL-1.0
// dialect · write_gathered: an UPDATE or DELETE that first gathers its rows, and what they are set to. Its subqueries read the
// table that it changes, and the database would show them rows that are changed already.
#pragma once

#include <koine/dialect/order_assignments.hpp>
#include <koine/dialect/own_table.hpp>
#include <koine/dialect/write_rows.hpp>

namespace koine::detail {

/// Writes an assignment if it is there: the column, and what `value` writes.
template <class Out, class Value>
constexpr void write_assignment(Out& out, int marked, bool& any, Value value) {
    if (!present(out, marked)) return;
    if (std::exchange(any, true)) out(", ");
    int const i = out.query.unmarked(marked);
    if (out.marks && i != marked) out("\x01");
    short const column = out.query[out.query.first(i)].column;
    if constexpr (Out::dialect::writes_by_joins) out(column_of_source{0, column});
    else out(identifier{out.query[0].table->columns[column].name});
    out(" = ", [value, i](Out& to) { value(to, to.query.second(i)); });
}

/// Whether rows of a table can be found again: by their primary key, or by what the database calls a row.
template <class Dialect>
constexpr bool can_gather(table_descriptor const& table) {
    return table.primary_key.count > 0 || Dialect::row_name != nullptr;
}

/// Whether an update or erase asks for it: where it would else read changed rows, or where one that joins tables would set columns
/// in an order that nobody knows, or not be there.
template <class Dialect>
constexpr bool wants_to_gather(tree const& query) {
    bool const reads = reads_own_table(query);
    bool const joins = query.joins(0);
    if (query[0].code == op::erase) return (reads && Dialect::gathers_erased) || (joins && (!Dialect::erases_joined || (reads && Dialect::writes_by_joins)));
    return (reads && Dialect::gathers_updated) || (joins && Dialect::writes_by_joins && (reads || !assigns_apart(query, query.clause(0, op::set))));
}
template <class Dialect>
constexpr bool gathers(tree const& query) {
    return wants_to_gather<Dialect>(query) && can_gather<Dialect>(*query[0].table);
}

/// Calls `visit` with each assignment of an update, and the number under which the gathered rows have what it computes.
template <class Out, class Visit>
constexpr void for_each_assignment(Out& out, Visit visit) {
    int const set = out.query.clause(0, op::set);
    if (set < 0) return;
    int position = out.query[0].table->primary_key.count;
    for (int i = out.query.first(set); i < out.query.after(set); i = out.query.after(i)) visit(i, position++);
}

/// The rows, under the table's own name, which SQL of the user's own may use.
template <class Out>
constexpr void write_gathered_rows(Out& out) {
    table_descriptor const& table = *out.query[0].table;
    ++out.select_depth;
    out("SELECT ");
    if (table.primary_key.count == 0) out(identifier{table.name}, ".", Out::dialect::row_name);
    for (int i = 0; i < table.primary_key.count; ++i)
        out(i > 0 ? ", " : "", column_of_source{0, table.primary_key.at[i]}, " AS ", [i](Out& to) { Out::dialect::computed_name(to, i); });
    for_each_assignment(out, [&](int assignment, int position) {
        int const computed = out.query.second(out.query.unmarked(assignment));
        if (!present(out, assignment) || out.query[computed].code == op::value) return;
        out(", ", part{computed, loose}, " AS ", [position](Out& to) { Out::dialect::computed_name(to, position); });
    });
    out(" FROM ");
    write_table_name(out, table);
    write_joins(out, 0, 0, 1);
    write_where(out, 0, false, [](Out&) {});
    --out.select_depth;
}

template <class Out>
constexpr void write_gathered_column(Out& out, int position) {
    out("koine_rows.", [position](Out& to) { Out::dialect::computed_name(to, position); });
}

/// What pairs a row of the table with itself among the gathered ones.
template <class Out>
constexpr void write_gathered_pairs(Out& out) {
    column_set const& key = out.query[0].table->primary_key;
    ++out.select_depth;
    for (int i = 0; i < key.count; ++i)
        out(i > 0 ? " AND " : "", column_of_source{0, key.at[i]}, " = ", [i](Out& to) { write_gathered_column(to, i); });
    --out.select_depth;
}

/// The columns and what they are set to: a value by itself, anything else as the rows have it.
template <class Out>
constexpr void write_gathered_assignments(Out& out) {
    bool any = false;
    for_each_assignment(out, [&](int assignment, int position) {
        write_assignment(out, assignment, any, [position](Out& to, int assigned) {
            if (to.query[assigned].code == op::value) write_assigned(to, assigned);
            else write_gathered_column(to, position);
        });
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
