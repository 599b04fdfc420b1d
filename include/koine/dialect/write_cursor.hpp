// SPDX-License-Identifier: BSL-1.0
// dialect · write_cursor: the condition that a row lies behind (or before) a cursor in an order, term by term.
#pragma once

#include <koine/dialect/write_clauses.hpp>

namespace koine::detail {

/// One term of an order.
struct cursor_term {
    int operand = -1;      ///< of the query; -1: a column of the primary key
    short key_column = -1;
    storage kind{};
    bool descends = false;
    bool nullable = false;
    bool null_is_last = true;
    int value = -1;        ///< what it is compared with; -1: the same of the row that a key names
};

struct cursor_plan {
    int clause = -1;
    cursor_term terms[maximum_order_terms]{};
    int count = 0;
    bool by_key = false;
};

/// The terms of an order, with the primary key where it is appended.
template <class Out>
constexpr cursor_plan plan_terms(Out& out, order_plan const& order, int from) {
    cursor_plan plan;
    table_descriptor const& table = *out.sources.sources[from].table;
    if (order.clause >= 0)
        for (int term = out.query.first(order.clause); term < out.query.after(order.clause); term = out.query.after(term)) {
            int const operand = out.query.first(out.query.unmarked(term));
            if (plan.count < maximum_order_terms)
                plan.terms[plan.count++] = {.operand = operand,
                                            .kind = out.query[operand].kind,
                                            .descends = out.query[term].code == op::descending,
                                            .nullable = can_be_null(out.query, out.sources, operand),
                                            .null_is_last = nulls_of(out, term, false) != null_place::first};
        }
    if (order.append_key)
        for (int i = 0; i < table.primary_key.count; ++i) {
            short const column = table.primary_key.at[i];
            if (plan.count < maximum_order_terms)
                plan.terms[plan.count++] = {.key_column = column, .kind = table.columns[column].kind, .descends = order.key_descends};
        }
    return plan;
}

/// The after or before of a statement or an include, with the terms that it is about.
template <class Out>
constexpr cursor_plan plan_cursor(Out& out, int clause, order_plan const& order, int from) {
    cursor_plan plan = plan_terms(out, order, from);
    plan.clause = clause;
    plan.by_key = out.query[clause].path_length > 0;
    int value = out.query.first(clause);
    for (int i = 0; i < plan.count; ++i) {
        if (out.query[clause].code == op::before) {
            plan.terms[i].descends = !plan.terms[i].descends;
            plan.terms[i].null_is_last = !plan.terms[i].null_is_last;
        }
        if (plan.by_key || value >= out.query.after(clause)) continue;
        plan.terms[i].value = value;
        value = out.query.after(value);
    }
    return plan;
}

/// Writes the condition from one term on. `here` writes a term of the row, `there` the same of the cursor.
template <class Out, class Here, class There>
constexpr void write_behind(Out& out, cursor_plan const& plan, int at, Here here, There there) {
    using dialect = typename Out::dialect;
    cursor_term const& term = plan.terms[at];
    bool const last = at + 1 == plan.count;
    bool const perhaps_null = plan.by_key ? term.nullable : out.query[term.value].nullable;
    auto const row = [&, at](Out& to) { here(to, at); };
    auto const cursor = [&, at](Out& to) { there(to, at); };
    auto const strictly = [&](Out& to) {
        if (term.descends) dialect::less(to, row, cursor);
        else dialect::greater(to, row, cursor);
    };
    if (!term.nullable) {
        if (last) return strictly(out);
        if (term.descends) dialect::less_equal(out, row, cursor);
        else dialect::greater_equal(out, row, cursor);
        out(" AND (", strictly, " OR ", [&](Out& to) { write_behind(to, plan, at + 1, here, there); }, ")");
        return;
    }
    out("(", strictly);
    if (term.null_is_last) {
        out(" OR ");
        if (perhaps_null) out("(");
        dialect::is_null(out, row);
        if (perhaps_null) out(" AND ", [&](Out& to) { dialect::is_not_null(to, cursor); }, ")");
    } else if (perhaps_null) {
        out(" OR (", [&](Out& to) { dialect::is_not_null(to, row); }, " AND ", [&](Out& to) { dialect::is_null(to, cursor); }, ")");
    }
    if (!last) {
        out(" OR (");
        if (perhaps_null) dialect::same_as(out, row, cursor);
        else dialect::equal(out, row, cursor);
        out(" AND ", [&](Out& to) { write_behind(to, plan, at + 1, here, there); }, ")");
    }
    out(")");
}

/// The row that a cursor's key names, among the same parent's rows.
template <class Out, class Here>
constexpr void write_behind_row(Out& out, cursor_plan const& plan, int from, relation_descriptor const* junction_of, Here here) {
    token const& word = out.query[plan.clause];
    int const mark = out.sources.count;
    int const junction = junction_of != nullptr ? from + 1 : -1;
    table_descriptor const* const table = out.sources.sources[from].table;
    std::string_view const alias = out.sources.sources[from].alias;
    ++out.select_depth;
    int const cursor = out.sources.push(table, hidden_alias);
    if (junction >= 0) out.sources.push(junction_of->junction, hidden_alias);
    auto const show = [=](Out& to, std::string_view under) {
        for (int i = cursor; i < cursor + (junction >= 0 ? 2 : 1); ++i) to.sources.sources[i].alias = under;
    };
    auto const there = [&](Out& to, int at) {
        if (plan.terms[at].operand < 0) return to(column_of_source{cursor, plan.terms[at].key_column});
        show(to, alias);
        to(part{plan.terms[at].operand, additive});
        show(to, hidden_alias);
    };
    out("EXISTS (SELECT 1 FROM ", [&](Out& to) { write_source(to, cursor); });
    if (junction >= 0) write_junction(out, *junction_of, cursor);
    out(" WHERE ");
    int value = out.query.first(plan.clause);
    for (int i = 0; i < word.path_length; ++i, value = out.query.after(value))
        Out::dialect::equal(out, column_of_source{cursor, word.path[i]}, part{value, additive}), out(" AND ");
    if (junction >= 0) {
        write_pairing(out, cursor + 1, junction_of->to_columns, junction, junction_of->to_columns);
        out(" AND ");
    }
    write_behind(out, plan, 0, here, there);
    out(")");
    out.sources.count = mark;
    --out.select_depth;
}

/// Writes the cursors of a statement or an include, with AND before each but a first. `here` writes a term of the row.
template <class Out, class Here>
constexpr bool write_cursors(Out& out, int owner, order_plan const& order, int from, relation_descriptor const* junction_of, bool any, Here here) {
    if (owner < 0) return any;
    for (int i = out.query.first(owner); i < out.query.after(owner); i = out.query.after(i)) {
        if (out.query[i].code != op::after && out.query[i].code != op::before) continue;
        cursor_plan const plan = plan_cursor(out, i, order, from);
        out(any ? " AND " : " WHERE ");
        any = true;
        auto const term = [&](Out& to, int at) { here(to, plan.terms[at]); };
        if (plan.by_key) write_behind_row(out, plan, from, junction_of, term);
        else write_behind(out, plan, 0, term, [&](Out& to, int at) { to(part{plan.terms[at].value, additive}); });
    }
    return any;
}

/// The values of a row's order as one more column, a JSON array, from which its cursor is made.
template <class Out, class Here>
constexpr void write_cursor_column(Out& out, order_plan const& order, int from, Here here) {
    cursor_plan const plan = plan_terms(out, order, from);
    out(", ");
    Out::dialect::json_array(out, [&](Out& to) {
        for (int i = 0; i < plan.count; ++i) {
            if (i > 0) to(", ");
            cursor_term const& term = plan.terms[i];
            Out::dialect::json_value(to, [&](Out& in) { Out::dialect::computed(in, [&](Out& inner) { here(inner, term); }, term.kind); }, term.kind);
        }
    });
}

template <class Out>
constexpr bool has_cursors(Out& out, int owner) {
    return says(out, owner, op::after) || says(out, owner, op::before);
}

/// A term as the rows of a source have it.
template <class Out>
constexpr auto own_term(int from) {
    return [from](Out& to, cursor_term const& term) {
        if (term.operand >= 0) to(part{term.operand, additive});
        else to(column_of_source{from, term.key_column});
    };
}

}  // namespace koine::detail
