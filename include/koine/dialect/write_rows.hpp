// SPDX-License-Identifier: BSL-1.0
// dialect · write_rows: what a SELECT selects, and from which tables.
#pragma once

#include <koine/dialect/write_list.hpp>

namespace koine::detail {

/// Whether an expression that a SELECT gives its shape can wait until the rows are chosen: a subquery, over the root's columns.
template <class Out>
constexpr bool can_wait(Out& out, int select, int given) {
    if (out.query.clause(select, op::inner_join) >= 0 || out.query.clause(select, op::left_join) >= 0) return false;
    for (int i = given; i < out.query.after(given); ++i)
        if (is_statement(out.query[i].code)) return true;
    return false;
}

/// Where a member's given expression is to be found: as itself, or as a column of the derived table of a page.
template <class Out>
constexpr void write_shape_items(Out& out, shape_descriptor const& shape, int from, to_one_joins& joins, int items, int page) {
    for_each_member(out.query, out.path, shape, [&](int i, shape_member const& member) {
        if (i > 0) out(", ");
        int const given = given_item(out.query, items, i);
        if (given >= 0 && page >= 0 && !can_wait(out, page, given))
            out("t", number{out.sources.sources[from].number}, ".", [i](Out& to) { Out::dialect::computed_name(to, i); });
        else if (given >= 0) with_row_in_sight(out, from, [given](Out& to) { to(part{given, loose}); });
        else if (member.role == member_role::column) out(column_of_source{from, member.column});
        else if (member.role == member_role::to_many && out.lists == strategy::split) out(column_of_source{from, member.relation->from_columns.at[0]});
        else if (member.role == member_role::to_many) write_list(out, member, from);
        else if (member.role == member_role::to_one) {
            to_one_join const& join = joins.at[joins.taken++];
            out(column_of_source{join.to, presence_column(*join.relation)}, ", ");
            write_shape_items(out, *member.nested, join.to, joins, include_of(out.query, out.path));
        }
    });
}

template <class Out>
constexpr void write_all_columns(Out& out, int from) {
    for (short i = 0; i < out.sources.sources[from].table->columns.count; ++i) {
        if (i > 0) out(", ");
        out(column_of_source{from, i});
    }
}

/// Pushes the root and the joined tables of a SELECT; the root's position.
template <class Out>
constexpr int enter_sources(Out& out, int select) {
    token const& word = out.query[select];
    int const root = word.related ? push_related(out, *word.relation, word.text) : out.sources.push(word.table, word.text);
    for (int i = out.query.first(select); i < out.query.after(select); i = out.query.after(i)) {
        token const& clause = out.query[i];
        if (clause.code != op::inner_join && clause.code != op::left_join) continue;
        bool const outer = clause.code == op::left_join;
        if (clause.relation_joins()) push_related(out, *clause.relation, clause.text, outer);
        else out.sources.push(clause.table, clause.text, outer);
    }
    return root;
}

template <class Out>
constexpr void write_from(Out& out, int select, int root) {
    out(" FROM ");
    write_source(out, root);
    bool const junction = out.query[select].related && out.query[select].relation->through_junction();
    if (junction) write_junction(out, *out.query[select].relation, root);
    int joined = root + (junction ? 2 : 1);
    for (int i = out.query.first(select); i < out.query.after(select); i = out.query.after(i)) {
        token const& word = out.query[i];
        if (word.code != op::inner_join && word.code != op::left_join) continue;
        out(word.code == op::left_join ? " LEFT JOIN " : " INNER JOIN ");
        bool const through = word.relation_joins() && word.relation->through_junction();
        if (through) out("(");
        write_source(out, joined);
        if (through) write_junction(out, *word.relation, joined);
        if (through) out(")");
        out(" ON ");
        if (word.relation_joins()) write_correlation(out, *word.relation, root, joined);
        else if (present(out, out.query.first(i))) write_condition(out, out.query.first(i));
        else Out::dialect::boolean_literal(out, true);
        joined += through ? 2 : 1;
    }
}

}  // namespace koine::detail
