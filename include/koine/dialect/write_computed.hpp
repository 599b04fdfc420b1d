// SPDX-License-Identifier: BSL-1.0
// dialect · write_computed: the queries of a UNION, INTERSECT or EXCEPT, and the tables that a WITH declares.
#pragma once

#include <koine/dialect/computed_rules.hpp>
#include <koine/dialect/write_expression.hpp>

namespace koine::detail {

constexpr char const* spelled_set(set_operation which) {
    switch (which) {
    case set_operation::union_distinct: return " UNION ";
    case set_operation::union_all: return " UNION ALL ";
    case set_operation::intersect_distinct: return " INTERSECT ";
    case set_operation::intersect_all: return " INTERSECT ALL ";
    case set_operation::except_distinct: return " EXCEPT ";
    case set_operation::except_all: return " EXCEPT ALL ";
    }
    return "";
}

/// Whether a query of a compound would give its last clauses to the whole, or is a compound itself.
constexpr bool stands_apart(tree const& query, int select) {
    for (op code : {op::with, op::order_by, op::limit, op::offset, op::last, op::distinct_on, op::raw_clause})
        if (query.clause(select, code) >= 0) return true;
    return false;
}

template <class Out>
constexpr void write_compound(Out& out, int compound) {
    auto const operation = static_cast<set_operation>(out.query[compound].number);
    for (int i = out.query.first(compound); i < out.query.after(compound); i = out.query.after(i)) {
        if (i > out.query.first(compound)) out(spelled_set(operation));
        auto const rows = [i](Out& to) { write_select(to, i, true); };
        if (stands_apart(out.query, i)) Out::dialect::apart(out, rows);
        else out(rows);
    }
}

/// The tables that a SELECT declares, in front of it.
template <class Out>
constexpr void write_with(Out& out, int select) {
    int with = out.query.clause(select, op::with);
    if (with < 0) return;
    bool recursive = false;
    for (int i = with; i >= 0; i = out.query.clause(select, op::with, out.query.after(i))) recursive = recursive || out.query[i].recursive();
    char const* separator = recursive ? "WITH RECURSIVE " : "WITH ";
    for (; with >= 0; with = out.query.clause(select, op::with, out.query.after(with))) {
        out(std::exchange(separator, ", "));
        Out::dialect::computed_name(out, out.query.number_of(with));
        char const* before = " (";
        for (column_descriptor const& column : out.query[with].table->columns) out(std::exchange(before, ", "), identifier{column.name});
        bool const around = std::exchange(out.recursive, out.query[with].recursive());
        out(") AS (", [&](Out& to) {
            int const definition = to.query.first(with);
            if (to.query[definition].code == op::compound) write_compound(to, definition);
            else write_select(to, definition, true);
        }, ")");
        out.recursive = around;
    }
    out(" ");
}

}  // namespace koine::detail
