// SPDX-License-Identifier: BSL-1.0
// dialect · write_update: UPDATE and DELETE, of one table, or with others that are named by joins, or behind FROM and USING.
#pragma once

#include <koine/dialect/write_gathered.hpp>

namespace koine::detail {

/// Puts the tables in sight that an update or erase joins.
template <class Out>
constexpr void enter_joined(Out& out) {
    for (int i = out.query.first(0); i < out.query.after(0); i = out.query.after(i)) {
        token const& word = out.query[i];
        if (word.relation_joins()) push_related(out, *word.relation, word.text);
        else if (is_join(word.code)) out.sources.push(word.table, word.text);
    }
}

/// Calls `visit` with each clause that joins a table, and the table's place.
template <class Out, class Visit>
constexpr void for_each_joined(Out& out, Visit visit) {
    int joined = 1;
    for (int i = out.query.first(0); i < out.query.after(0); i = out.query.after(i)) {
        if (!is_join(out.query[i].code)) continue;
        visit(i, joined);
        joined += out.query[i].relation_joins() && out.query[i].relation->through_junction() ? 2 : 1;
    }
}

/// The other tables, whose conditions go into WHERE: a condition behind ON would not see the table that is changed.
template <class Out>
constexpr void write_other_tables(Out& out) {
    for_each_joined(out, [&](int clause, int joined) {
        if (joined > 1) out(", ");
        write_source(out, joined);
        if (out.query[clause].relation_joins()) write_junction(out, *out.query[clause].relation, joined);
    });
}

/// What pairs them with the rows.
template <class Out>
constexpr void write_pairings(Out& out) {
    for_each_joined(out, [&](int clause, int joined) {
        if (joined > 1) out(" AND ");
        if (out.query[clause].relation_joins()) write_correlation(out, *out.query[clause].relation, 0, joined);
        else if (present(out, out.query.first(clause))) write_condition(out, out.query.first(clause), conjunction);
        else Out::dialect::boolean_literal(out, true);
    });
}

template <class Out>
constexpr void write_assignments(Out& out) {
    int const set = out.query.clause(0, op::set);
    bool any = false;
    auto const assign = [&](int marked) { write_assignment(out, marked, any, [](Out& to, int value) { write_assigned(to, value); }); };
    if (Out::dialect::can(feature::simultaneous_update) || out.query.joins(0)) {
        for (int i = out.query.first(set); i < out.query.after(set); i = out.query.after(i)) assign(i);
    } else {
        assignment_order const order = order_assignments(out.query, set);
        for (int i = 0; i < order.count; ++i) assign(order.at[i]);
    }
}

template <class Out>
constexpr void write_joined_update(Out& out) {
    constexpr bool by_joins = Out::dialect::writes_by_joins;
    out("UPDATE ");
    write_table_name(out, *out.query[0].table);
    ++out.select_depth;
    if (by_joins) write_joins(out, 0, 0, 1);
    out(" SET ", [](Out& to) { write_assignments(to); });
    if (!by_joins) out(" FROM ", [](Out& to) { write_other_tables(to); });
    write_where(out, 0, !by_joins, [](Out& to) { write_pairings(to); });
    --out.select_depth;
}

template <class Out>
constexpr void write_joined_erase(Out& out) {
    constexpr bool by_joins = Out::dialect::writes_by_joins;
    auto const table = [](Out& to) { write_table_name(to, *to.query[0].table); };
    ++out.select_depth;
    if (by_joins) out("DELETE ", table, " FROM ", table, [](Out& to) { write_joins(to, 0, 0, 1); });
    else out("DELETE FROM ", table, " USING ", [](Out& to) { write_other_tables(to); });
    write_where(out, 0, !by_joins, [](Out& to) { write_pairings(to); });
    --out.select_depth;
}

template <class Out>
constexpr void write_update(Out& out) {
    if constexpr (Out::dialect::gathers_updated || Out::dialect::writes_by_joins)
        if (gathers<typename Out::dialect>(out.query)) return write_gathered_update(out);
    if (out.query.joins(0)) return write_joined_update(out);
    out("UPDATE ");
    write_table_name(out, *out.query[0].table);
    out(" SET ", [](Out& to) { write_assignments(to); });
    if (reads_own_table(out.query)) Out::dialect::update_reads_itself(out);
    write_where(out, 0, false, [](Out&) {});
}

template <class Out>
constexpr void write_erase(Out& out) {
    if constexpr (Out::dialect::gathers_erased || Out::dialect::writes_by_joins)
        if (gathers<typename Out::dialect>(out.query)) return write_gathered_erase(out);
    if (out.query.joins(0)) return write_joined_erase(out);
    out("DELETE FROM ");
    write_table_name(out, *out.query[0].table);
    write_where(out, 0, false, [](Out&) {});
}

}  // namespace koine::detail
