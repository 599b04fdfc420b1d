// SPDX-License-Identifier: BSL-1.0
// dialect · write_include: a shape's relations. To-one members are joined; a to-many member is one JSON array, made by a
// scalar subquery of positional arrays (objects are 1.5 times as slow and a third longer).
#pragma once

#include <koine/dialect/write_clauses.hpp>

namespace koine::detail {

/// The to-one members of a shape, as joins, in the order in which the shape names them.
struct to_one_join {
    relation_descriptor const* relation = nullptr;
    int from = -1;
    int to = -1;
};
struct to_one_joins {
    to_one_join at[48]{};
    int count = 0;
    int taken = 0;
};

template <class Out>
constexpr void collect_to_one(Out& out, shape_descriptor const& shape, int from, to_one_joins& joins) {
    for (shape_member const& member : shape.members) {
        if (member.role != member_role::to_one) continue;
        int const to = out.sources.push(member.relation->to, hidden_alias, true);
        joins.at[joins.count++] = {member.relation, from, to};
        collect_to_one(out, *member.nested, to, joins);
    }
}

template <class Out>
constexpr void write_to_one_joins(Out& out, to_one_joins const& joins) {
    for (int i = 0; i < joins.count; ++i) {
        out(" LEFT JOIN ");
        write_source(out, joins.at[i].to);
        out(" ON ");
        write_correlation(out, *joins.at[i].relation, joins.at[i].from, joins.at[i].to);
    }
}

/// Tells whether a joined row is there: its primary key, or what the relation references, is not NULL.
constexpr short presence_column(relation_descriptor const& relation) {
    return relation.to->primary_key.count > 0 ? relation.to->primary_key.at[0] : relation.to_columns.at[0];
}

template <class Out>
constexpr void write_list(Out& out, shape_member const& member, int from);

template <class Out>
constexpr void write_json_members(Out& out, shape_descriptor const& shape, int from, to_one_joins& joins, int first, int last);

/// One row of a shape as a JSON array, or as an array of arrays where it is wide.
template <class Out>
constexpr void write_json_row(Out& out, shape_descriptor const& shape, int from, to_one_joins& joins) {
    int const count = shape.members.count;
    if (count <= json_members_per_array) {
        Out::dialect::json_array(out, [&](Out& to) { write_json_members(to, shape, from, joins, 0, count); });
        return;
    }
    Out::dialect::json_array(out, [&](Out& to) {
        for (int first = 0; first < count; first += json_members_per_array) {
            if (first > 0) to(", ");
            int const last = first + json_members_per_array < count ? first + json_members_per_array : count;
            Out::dialect::json_array(to, [&](Out& inner) { write_json_members(inner, shape, from, joins, first, last); });
        }
    });
}

template <class Out>
constexpr void write_json_members(Out& out, shape_descriptor const& shape, int from, to_one_joins& joins, int first, int last) {
    for (int i = first; i < last; ++i) {
        shape_member const& member = shape.members[i];
        if (i > first) out(", ");
        out.path[out.path_length++] = static_cast<short>(i);
        if (member.role == member_role::column) {
            Out::dialect::json_value(out, column_of_source{from, member.column}, member.kind);
        } else if (member.role == member_role::to_one) {
            to_one_join const& join = joins.at[joins.taken++];
            Out::dialect::json_if_present(out, column_of_source{join.to, presence_column(*join.relation)},
                                          [&](Out& to) { write_json_row(to, *member.nested, join.to, joins); });
        } else if (member.role == member_role::to_many) {
            Out::dialect::json_nested(out, [&](Out& to) { write_list(to, member, from); });
        }
        --out.path_length;
    }
}

/// The include clause whose path is the member that is being written; -1 where there is none.
template <class Out>
constexpr int window_of(Out& out) {
    for (int i = 0; i < out.query.count; ++i) {
        token const& word = out.query[i];
        if (word.code != op::include || word.path_length != out.path_length) continue;
        bool same = true;
        for (int level = 0; level < out.path_length; ++level) same = same && word.path[level] == out.path[level];
        if (same) return i;
    }
    return -1;
}

inline constexpr int maximum_columns = 1024;

/// The columns of a derived table that what stands outside it asks for.
struct needed_columns {
    bool at[maximum_columns]{};

    constexpr void add(column_set const& set) {
        for (int i = 0; i < set.count; ++i) at[set.at[i]] = true;
    }
    constexpr void add_named(tree const& query, int begin, int end, table_descriptor const& table) {
        for (int i = begin; i < end; ++i)
            if (query[i].code == op::column && query[i].table == &table) at[query[i].column] = true;
    }
};

/// The columns that a derived table hands on under their own names; at least one.
template <class Out>
constexpr void write_needed_columns(Out& out, shape_descriptor const& shape, int from, order_plan const& order) {
    needed_columns needed;
    for (shape_member const& member : shape.members) {
        if (member.role == member_role::column) needed.at[member.column] = true;
        if (member.related()) needed.add(member.relation->from_columns);
    }
    if (order.clause >= 0) needed.add_named(out.query, order.clause, out.query.after(order.clause), *shape.table);
    if (order.append_key) needed.add(shape.table->primary_key);
    // Deeper includes may name columns of this level.
    for (int i = 0; i < out.query.count; ++i)
        if (out.query[i].code == op::include && out.query[i].path_length > out.path_length)
            needed.add_named(out.query, i, out.query.after(i), *shape.table);
    bool any = false;
    for (short column = 0; column < shape.table->columns.count; ++column) {
        if (!needed.at[column]) continue;
        if (any) out(", ");
        out(column_of_source{from, column});
        any = true;
    }
    if (!any) out(column_of_source{from, 0});
}

/// The rows of a to-many member of one parent: a subquery with one JSON array.
template <class Out>
constexpr void write_list(Out& out, shape_member const& member, int from) {
    using dialect = typename Out::dialect;
    relation_descriptor const& relation = *member.relation;
    int const mark = out.sources.count;
    ++out.select_depth;
    int const window = window_of(out);
    int const rows = out.sources.push(relation.to, {});
    order_plan const order = plan_order(out, window, rows, cuts_off(out, window));
    to_one_joins joins;
    collect_to_one(out, *member.nested, rows, joins);
    bool const derived = order.any() && (cuts_off(out, window) ? !dialect::aggregate_limits : !dialect::aggregate_orders);
    auto const row = [&](Out& to) { write_json_row(to, *member.nested, rows, joins); };
    auto const terms = [&](Out& to) { write_order_terms(to, order, rows); };
    auto const correlate = [&](Out& to) { write_correlation(to, relation, from, rows); };
    out("(SELECT ");
    if (order.any() && (dialect::aggregate_orders || (!derived && dialect::aggregate_limits)))
        dialect::json_group_ordered(out, row, terms, [&](Out& to) {
            if (!derived) write_limit(to, window);
        });
    else dialect::json_group(out, row);
    if (derived) {
        out(" FROM (SELECT ");
        write_needed_columns(out, *member.nested, rows, order);
        out(" FROM ");
        write_source(out, rows);
        write_where(out, window, true, correlate);
        write_order(out, order, rows);
        if (cuts_off(out, window)) write_limit(out, window);
        else dialect::keep_order(out);
        out(") AS t", number{out.sources.sources[rows].number});
        write_to_one_joins(out, joins);
    } else {
        out(" FROM ");
        write_source(out, rows);
        write_to_one_joins(out, joins);
        write_where(out, window, true, correlate);
    }
    out(")");
    --out.select_depth;
    out.sources.count = mark;
}

}  // namespace koine::detail
