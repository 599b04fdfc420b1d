// SPDX-License-Identifier: BSL-1.0
// dialect · write_split: the rows of one list for all parents at once, behind the key by which they belong to them.
#pragma once

#include <koine/dialect/list_levels.hpp>
#include <koine/dialect/write_select.hpp>

namespace koine::detail {

template <class Out>
constexpr void write_parent_keys(Out& out, list_levels const& levels, int level);

/// The column that holds the parent's key: of the rows, or of the junction's.
constexpr column_of_source parent_key(relation_descriptor const& relation, int rows) {
    return {relation.through_junction() ? rows + 1 : rows, relation.to_columns.at[0]};
}

template <class Out>
constexpr void write_level_rows(Out& out, list_levels const& levels, int level, int rows, to_one_joins const& joins) {
    relation_descriptor const& relation = *levels.at[level].relation;
    out(" FROM ");
    write_source(out, rows);
    write_junction(out, relation, rows);
    write_to_one_joins(out, joins);
    write_where(out, include_of(out.query, levels.at[level].path), true, [&](Out& to) {
        to(parent_key(relation, rows), " IN (");
        write_parent_keys(to, levels, level);
        to(")");
    });
}

/// Joins the to-one members between a row and the list of this path inside it; the row that has the list.
template <class Out>
constexpr int join_way(Out& out, shape_path const& path, int begin, shape_descriptor const* shape, int from, to_one_joins& joins) {
    shape_path way = path;
    for (int i = begin; i + 1 < path.length; ++i) {
        way.length = i + 1;
        shape_member const member = member_with(out.query, way, shape->members[path.at[i]]);
        int const to = out.sources.push(member.relation->to, hidden_alias, true);
        joins.at[joins.count++] = {member.relation, from, to};
        from = to;
        shape = member.nested;
    }
    return from;
}

/// A SELECT of the keys of the rows that a list's rows belong to.
template <class Out>
constexpr void write_parent_keys(Out& out, list_levels const& levels, int level) {
    int const mark = out.sources.count;
    list_level const& list = levels.at[level];
    short const key = list.relation->from_columns.at[0];
    to_one_joins joins;
    if (list.parent >= 0) {
        list_level const& parent = levels.at[list.parent];
        int const rows = push_related(out, *parent.relation, {});
        int const from = join_way(out, list.path, parent.path.length, parent.shape, rows, joins);
        out("SELECT ", column_of_source{from, key});
        write_level_rows(out, levels, list.parent, rows, joins);
    } else {
        int const root = enter_sources(out, 0);
        int const from = join_way(out, list.path, 0, out.query[out.query.clause(0, op::select_shape)].shape, root, joins);
        bool const cut = cuts_off(out, 0);
        // MySQL has no LIMIT in what IN looks into, but in a derived table there.
        out(cut ? "SELECT * FROM (SELECT " : "SELECT ", column_of_source{from, key});
        write_from(out, 0, root);
        write_to_one_joins(out, joins);
        write_where(out, 0, false, [](Out&) {});
        if (cut) {
            write_order(out, plan_order(out, 0, root, true), root);
            write_limit(out, 0);
            out(") AS t", number{out.sources.next_number++});
        }
    }
    out.sources.count = mark;
}

template <class Out>
constexpr void write_level(Out& out, list_levels const& levels, int level) {
    list_level const& list = levels.at[level];
    ++out.select_depth;
    out.path = list.path;
    int const include = include_of(out.query, list.path);
    int const rows = push_related(out, *list.relation, {});
    to_one_joins joins;
    collect_to_one(out, *list.shape, rows, joins);
    out("SELECT ", parent_key(*list.relation, rows), ", ");
    write_shape_items(out, *list.shape, rows, joins, include);
    write_level_rows(out, levels, level, rows, joins);
    out(" ORDER BY ", parent_key(*list.relation, rows));
    if (order_plan const order = plan_order(out, include, rows, true); order.any()) {
        out(", ");
        write_order_terms(out, order, rows);
    }
}

}  // namespace koine::detail
