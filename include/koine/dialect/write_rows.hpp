// SPDX-License-Identifier: BSL-1.0
// dialect · write_rows: what a SELECT selects, and from which tables.
#pragma once

#include <koine/dialect/level_layout.hpp>
#include <koine/dialect/write_list.hpp>

namespace koine::detail {

/// Whether an expression that a SELECT gives its shape can wait until the rows are chosen: a subquery, over the root's columns.
template <class Out>
constexpr bool can_wait(Out& out, int select, int given) {
    if (out.query.joins(select)) return false;
    for (int i = given; i < out.query.after(given); ++i)
        if (out.query[i].code == op::over) return false;
    for (int i = given; i < out.query.after(given); ++i)
        if (is_statement(out.query[i].code)) return true;
    return false;
}

/// NULL in a column that only rows of other levels have.
template <class Out>
constexpr void write_absent_cell(Out& out) {
    out(", ");
    Out::dialect::absent(out, out.row->layout.kinds[out.row->column++]);
}

/// What comes before a cell; in a row of one of several levels the columns before its own, too.
template <class Out>
constexpr void begin_cell(Out& out, bool first) {
    if (out.row != nullptr) {
        if (out.row->repeats()) return;
        while (out.row->column < out.row->cell().place) write_absent_cell(out);
        out(", ");
    } else if (!first) {
        out(", ");
    }
}
/// A cell. In a row of one of several levels it is of the type that its column has for all of them; `column`: no expression.
template <class Out, class Write>
constexpr void write_cell(Out& out, storage kind, bool column, Write write) {
    if (out.recursive) return Out::dialect::recursive_cell(out, write, kind, column);
    if (out.row == nullptr) return write(out);
    if (!out.row->repeats()) {
        if (column) Out::dialect::cell_of_level(out, write, kind);
        else Out::dialect::cell_of_level(out, [&](Out& to) { to("(", write, ")"); }, kind);
        if constexpr (Out::dialect::names_levels)
            if (out.row->cell().key) out(" AS ", [](Out& to) { Out::dialect::computed_name(to, to.row->cell().place); });
        ++out.row->column;
    }
    ++out.row->position;
}

/// Where a member's given expression is to be found: as itself, or as a column of the derived table of a page.
template <class Out>
constexpr void write_shape_items(Out& out, shape_descriptor const& shape, int from, to_one_joins& joins, int items, int page) {
    auto const put_column = [&](int source, table_descriptor const& table, short column) {
        write_cell(out, table.columns[column].kind, true, [=](Out& to) { to(column_of_source{source, column}); });
    };
    for_each_member(out.query, out.path, shape, [&](int i, shape_member const& member) {
        begin_cell(out, i == 0);
        int const given = given_item(out.query, items, i);
        if (given >= 0 && page >= 0 && !can_wait(out, page, given))
            out("t", number{out.sources.sources[from].number}, ".", [i](Out& to) { Out::dialect::computed_name(to, i); });
        else if (given >= 0)
            write_cell(out, member.kind, false, [&](Out& within) { with_row_in_sight(within, from, [given](Out& to) { to(part{given, loose}); }); });
        else if (member.role == member_role::column) put_column(from, *shape.table, member.column);
        else if (member.role == member_role::to_many && (out.lists == strategy::split || out.row != nullptr))
            put_column(from, *member.relation->from, member.relation->from_columns.at[0]);
        else if (member.role == member_role::to_many) write_list(out, member, from);
        else if (member.role == member_role::to_one) {
            to_one_join const& join = joins.at[joins.taken++];
            put_column(join.to, *join.relation->to, presence_column(*join.relation));
            if (out.row == nullptr) out(", ");
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
    auto const declare = [&](int position, int at) {
        if (int const with = out.query.declaration_of(at); with >= 0) out.sources.sources[position].computed = out.query.number_of(with);
    };
    declare(root, select);
    for (int i = out.query.first(select); i < out.query.after(select); i = out.query.after(i)) {
        token const& clause = out.query[i];
        if (!is_join(clause.code)) continue;
        bool const outer = out.sources.enter_join(clause.code, root);
        if (clause.relation_joins()) push_related(out, *clause.relation, clause.text, outer);
        else declare(out.sources.push(clause.table, clause.text, outer), i);
    }
    return root;
}

constexpr char const* spelled_join(op code) {
    switch (code) {
    case op::left_join: return " LEFT JOIN ";
    case op::right_join: return " RIGHT JOIN ";
    case op::full_join: return " FULL JOIN ";
    case op::cross_join: return " CROSS JOIN ";
    default: return " INNER JOIN ";
    }
}

/// The tables that a statement joins to its root, the first of which lies at `joined`.
template <class Out>
constexpr void write_joins(Out& out, int select, int root, int joined) {
    for (int i = out.query.first(select); i < out.query.after(select); i = out.query.after(i)) {
        token const& word = out.query[i];
        if (!is_join(word.code)) continue;
        out(spelled_join(word.code));
        bool const through = word.relation_joins() && word.relation->through_junction();
        if (through) out("(");
        write_source(out, joined);
        if (through) write_junction(out, *word.relation, joined);
        if (through) out(")");
        if (word.code == op::cross_join) {
            ++joined;
            continue;
        }
        out(" ON ");
        if (word.relation_joins()) write_correlation(out, *word.relation, root, joined);
        else if (present(out, out.query.first(i))) write_condition(out, out.query.first(i));
        else Out::dialect::boolean_literal(out, true);
        joined += through ? 2 : 1;
    }
}

template <class Out>
constexpr void write_from(Out& out, int select, int root) {
    out(" FROM ");
    write_source(out, root);
    bool const junction = out.query[select].related && out.query[select].relation->through_junction();
    if (junction) write_junction(out, *out.query[select].relation, root);
    write_joins(out, select, root, root + (junction ? 2 : 1));
}

}  // namespace koine::detail
