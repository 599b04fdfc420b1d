// SPDX-License-Identifier: BSL-1.0
// dialect · write_levels: the rows of one list for all parents at once, behind the key by which they belong to them; as a
// statement of their own, or those of all levels in one.
#pragma once

#include <koine/dialect/strategy_choice.hpp>
#include <koine/dialect/write_select.hpp>

namespace koine::detail {

template <class Out>
constexpr void write_parent_keys(Out& out, list_levels const& levels, int list);

/// The column that holds the parent's key: of the rows, or of the junction's.
constexpr column_of_source parent_key(relation_descriptor const& relation, int rows) {
    return {relation.through_junction() ? rows + 1 : rows, relation.to_columns.at[0]};
}

template <class Out>
constexpr void write_list_source(Out& out, list_levels const& levels, int list, int rows, to_one_joins const& joins) {
    relation_descriptor const& relation = *levels.at[list].relation;
    out(" FROM ");
    write_source(out, rows);
    write_junction(out, relation, rows);
    write_to_one_joins(out, joins);
    write_where(out, include_of(out.query, levels.at[list].path), true, [&](Out& to) {
        auto const keys = [&](Out& in) { write_parent_keys(in, levels, list); };
        auto const key = [&](Out& in) { in(parent_key(relation, rows)); };
        if (to.row != nullptr) Out::dialect::among_keys(to, key, keys, relation.lacks_index());
        else to(key, " IN (", keys, ")");
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

inline constexpr char level_name[] = "koine_level_";  ///< of a level whose rows the statement names

/// A SELECT of the keys of the rows that a list's rows belong to.
template <class Out>
constexpr void write_parent_keys(Out& out, list_levels const& levels, int list) {
    list_level const& level = levels.at[list];
    if constexpr (Out::dialect::names_levels)
        if (out.row != nullptr) {
            level_layout const& layout = out.row->layout;
            return out("SELECT ", [&](Out& to) { Out::dialect::computed_name(to, layout.cell_of(level.parent + 1, level.column).place); },
                       " FROM ", level_name, number{level.parent + 1});
        }
    int const mark = out.sources.count;
    short const key = level.relation->from_columns.at[0];
    to_one_joins joins;
    if (level.parent >= 0) {
        list_level const& parent = levels.at[level.parent];
        int const rows = push_related(out, *parent.relation, {});
        int const from = join_way(out, level.path, parent.path.length, parent.shape, rows, joins);
        out("SELECT ", column_of_source{from, key});
        write_list_source(out, levels, level.parent, rows, joins);
    } else {
        int const root = enter_sources(out, 0);
        int const from = join_way(out, level.path, 0, out.query[out.query.clause(0, op::select_shape)].shape, root, joins);
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

/// NULL for the columns that no cell of this row takes any more.
template <class Out>
constexpr void end_row(Out& out) {
    if (out.row == nullptr) return;
    while (out.row->column < out.row->layout.columns) write_absent_cell(out);
}

/// The rows of a list; in one statement for all levels behind the number of theirs.
template <class Out>
constexpr void write_rows_of_list(Out& out, list_levels const& levels, int list) {
    list_level const& level = levels.at[list];
    int const mark = out.sources.count;
    ++out.select_depth;
    out.path = level.path;
    int const include = include_of(out.query, level.path);
    int const rows = push_related(out, *level.relation, {});
    to_one_joins joins;
    collect_to_one(out, *level.shape, rows, joins);
    out("SELECT ");
    if (out.row != nullptr) out(number{list + 1}, ", ");
    out(parent_key(*level.relation, rows));
    if (out.row == nullptr) out(", ");
    write_shape_items(out, *level.shape, rows, joins, include);
    end_row(out);
    write_list_source(out, levels, list, rows, joins);
    if (order_plan const order = plan_order(out, include, rows, false); order.any()) {
        write_order(out, order, rows);
        if (out.row != nullptr) Out::dialect::keep_order(out);
    }
    --out.select_depth;
    out.sources.count = mark;
}

/// The root's rows as one of the levels.
template <class Out>
constexpr void write_root_rows(Out& out) {
    int const mark = out.sources.count;
    ++out.select_depth;
    int const shaped = out.query.clause(0, op::select_shape);
    int const root = enter_sources(out, 0);
    bool const cut = cuts_off(out, 0);
    order_plan const order = plan_order(out, 0, root, cut);
    to_one_joins joins;
    collect_to_one(out, *out.query[shaped].shape, root, joins);
    out("SELECT 0, ");
    Out::dialect::absent(out, storage::int64);
    write_shape_items(out, *out.query[shaped].shape, root, joins, shaped);
    end_row(out);
    write_from(out, 0, root);
    write_to_one_joins(out, joins);
    write_where(out, 0, false, [](Out&) {});
    if (order.any()) write_order(out, order, root);
    if (cut) write_limit(out, 0);
    else if (order.any()) Out::dialect::keep_order(out);
    --out.select_depth;
    out.sources.count = mark;
}

/// The rows of all levels. Each level's are in their order, and the levels in any.
template <class Out>
constexpr void write_united(Out& out, list_levels const& levels) {
    using dialect = typename Out::dialect;
    level_layout const layout(out.query, levels, dialect::levels_share_columns);
    auto const rows_of = [&](int level) {
        return [&, level](Out& to) {
            level_row row{layout, level};
            to.row = &row;
            if (level == 0) write_root_rows(to);
            else write_rows_of_list(to, levels, level - 1);
            to.row = nullptr;
            to.path = {};
        };
    };
    bool named[maximum_list_levels + 1]{};
    if constexpr (dialect::names_levels) {
        for (int i = 0; i < levels.count; ++i) named[levels.at[i].parent + 1] = true;
        for (int level = 0; level <= levels.count; ++level)
            if (named[level]) out(level == 0 ? "WITH " : ", ", level_name, number{level}, " AS MATERIALIZED (", rows_of(level), ")");
        out(" ");
    }
    for (int level = 0; level <= levels.count; ++level) {
        if (level > 0) out(" UNION ALL ");
        if (named[level]) out("SELECT * FROM ", level_name, number{level});
        else out("(", rows_of(level), ")");
    }
}

}  // namespace koine::detail
