// SPDX-License-Identifier: BSL-1.0
// dialect · write_list: the rows of a to-many member of one parent, as one value that a subquery makes.
#pragma once

#include <koine/dialect/derived_columns.hpp>
#include <koine/dialect/write_include.hpp>

namespace koine::detail {

/// A list of related rows: its sources, and what its include says.
struct list_plan {
    shape_member const& member;
    relation_descriptor const& relation;
    int from;          ///< the source of the parent
    int rows;          ///< that of the related rows; the junction's is the next
    int include;       ///< the clause; -1: none
    order_plan order;
    bool cut;          ///< by limit, offset or last
    bool reversed;     ///< by last
    bool ranked;       ///< by distinct_on

    [[nodiscard]] constexpr relation_descriptor const* junction() const { return relation.through_junction() ? &relation : nullptr; }
};

/// Says whether a junction's columns are read from the table itself, or from the derived table around it.
template <class Out>
constexpr void hand_on_junction(Out& out, list_plan const& plan, bool within) {
    if (plan.relation.through_junction()) out.sources.sources[plan.rows + 1].within = within ? out.sources.sources[plan.rows].number : short{-1};
}

template <class Out>
constexpr void write_list_alias(Out& out, list_plan const& plan) {
    out(" AS t", number{out.sources.sources[plan.rows].number});
}

template <class Out>
constexpr bool write_list_cursors(Out& out, list_plan const& plan, bool any) {
    return write_cursors(out, plan.include, plan.order, plan.rows, plan.junction(), any, own_term<Out>(plan.rows));
}

/// The parent's rows and no others: what the foreign key of the rows, or of their junction's, equals.
template <class Out>
constexpr void write_list_correlation(Out& out, list_plan const& plan) {
    write_correlation(out, plan.relation, plan.from, plan.rows);
}

inline constexpr char place_name[] = "koine_place";  ///< from the end, among the parent's rows

/// The innermost SELECT of a derived list: the columns to hand on, the rows, and their conditions.
template <class Out, class Numbers>
constexpr void write_list_rows(Out& out, list_plan const& plan, bool correlated, Numbers numbers) {
    shape_descriptor const& shape = *plan.member.nested;
    hand_on_junction(out, plan, false);
    needed_columns needed = columns_needed(out, shape, *shape.table, plan.include, plan.order);
    needed_columns paired;
    if (plan.relation.through_junction()) paired = columns_needed(out, shape, *plan.relation.junction, plan.include, plan.order);
    if (!correlated) (plan.relation.through_junction() ? paired : needed).add(plan.relation.to_columns);
    out("SELECT ");
    bool const any = write_columns(out, needed, plan.rows, false);
    if (!(plan.relation.through_junction() ? write_columns(out, paired, plan.rows + 1, true, any) : any)) out(column_of_source{plan.rows, 0});
    numbers(out);
    out(" FROM ");
    write_source(out, plan.rows);
    write_junction(out, plan.relation, plan.rows);
    bool const cursors = !plan.ranked && has_cursors(out, plan.include);
    bool const conditions = write_where(out, plan.include, correlated, [&](Out& to) { write_list_correlation(to, plan); }, cursors);
    if (cursors) write_list_cursors(out, plan, conditions);
}

/// The rows of a list as a derived table that sees its parent: ordered and cut off there.
template <class Out>
constexpr void write_correlated_table(Out& out, list_plan const& plan) {
    using dialect = typename Out::dialect;
    bool const orders_again = plan.reversed && !dialect::aggregate_orders;
    auto const order_and_limit = [&](Out& to) {
        if (!plan.cut && dialect::aggregate_orders) return;
        write_order(to, plan.order, plan.rows, plan.reversed);
        if (plan.cut) write_limit(to, plan.include);
        else dialect::keep_order(to);
    };
    out(orders_again ? "(SELECT * FROM (" : "(");
    if (plan.ranked) {
        out("SELECT * FROM (");
        write_list_rows(out, plan, true, [&](Out& to) {
            write_row_number(to, [&](Out& in) { write_distinct_terms(in, plan.include); }, plan.order, plan.rows, false, rank_name);
        });
        out(")");
        write_list_alias(out, plan);
        hand_on_junction(out, plan, true);
        out(" WHERE ", identifier{rank_name}, " = 1");
        write_list_cursors(out, plan, true);
        order_and_limit(out);
    } else {
        write_list_rows(out, plan, true, [](Out&) {});
        order_and_limit(out);
    }
    out(")");
    hand_on_junction(out, plan, true);
    if (orders_again) {
        write_list_alias(out, plan);
        write_order(out, plan.order, plan.rows);
        dialect::keep_order(out);
        out(")");
    }
    write_list_alias(out, plan);
}

/// The same where a derived table cannot see its parent: rows are numbered for each parent, and chosen outside.
template <class Out>
constexpr void write_numbered_table(Out& out, list_plan const& plan) {
    int const pairs = plan.relation.through_junction() ? plan.rows + 1 : plan.rows;
    auto const parent = [&](Out& to) {
        for (int i = 0; i < plan.relation.to_columns.count; ++i) to(i > 0 ? ", " : "", column_of_source{pairs, plan.relation.to_columns.at[i]});
    };
    auto const place = [&](Out& to) { write_row_number(to, parent, plan.order, plan.rows, true, place_name); };
    if (plan.ranked && plan.reversed) out("(SELECT *", [&](Out& to) { hand_on_junction(to, plan, true); place(to); }, " FROM ");
    out("(");
    write_list_rows(out, plan, false, [&](Out& to) {
        if (plan.ranked) write_row_number(to, [&](Out& in) { in(parent, ", "); write_distinct_terms(in, plan.include); }, plan.order, plan.rows, false, rank_name);
        else place(to);
    });
    out(")");
    hand_on_junction(out, plan, true);
    write_list_alias(out, plan);
    if (plan.ranked && plan.reversed) {
        out(" WHERE ", identifier{rank_name}, " = 1");
        write_list_cursors(out, plan, true);
        out(")");
        write_list_alias(out, plan);
    }
}
template <class Out>
constexpr void write_chosen_places(Out& out, list_plan const& plan) {
    out(" WHERE ");
    write_list_correlation(out, plan);
    if (plan.reversed) {
        int const last = out.query.clause(plan.include, op::last);
        int const offset = out.query.clause(plan.include, op::offset);
        auto const skipped = [offset](Out& to) { write_count(to, offset); };
        if (offset >= 0) out(" AND ", identifier{place_name}, " > ", skipped);
        out(" AND ", identifier{place_name}, " <= ", [last](Out& to) { write_count(to, last); });
        if (offset >= 0) out(" + ", skipped);
    } else {
        out(" AND ", identifier{rank_name}, " = 1");
        write_list_cursors(out, plan, true);
    }
}

template <class Out>
constexpr void write_shape_items(Out& out, shape_descriptor const& shape, int from, to_one_joins& joins, int items, int page = -1);

/// What makes one value of the rows, by the statement's strategy.
template <class Out>
constexpr void write_list_value(Out& out, list_plan const& plan, to_one_joins& joins, bool derived) {
    using dialect = typename Out::dialect;
    auto const cells = [&](Out& to) { write_shape_items(to, *plan.member.nested, plan.rows, joins, plan.include); };
    if constexpr (dialect::can(feature::packed_lists))
        if (out.lists == strategy::packed) return dialect::packed_list(out, [](Out& to) { to.list_placeholder(); }, cells);
    if constexpr (dialect::can(feature::record_arrays))
        if (out.lists == strategy::rows) return dialect::record(out, cells);
    auto const row = [&](Out& to) { write_json_row(to, *plan.member.nested, plan.rows, joins, plan.include); };
    if (plan.order.any() && (dialect::aggregate_orders || (!derived && dialect::aggregate_limits)))
        dialect::json_group_ordered(out, row, [&](Out& to) { write_order_terms(to, plan.order, plan.rows); }, [&](Out& to) {
            if (!derived && !plan.reversed) write_limit(to, plan.include);
        });
    else dialect::json_group(out, row);
}

/// The rows of a to-many member of one parent: a subquery with one value.
template <class Out>
constexpr void write_list(Out& out, shape_member const& member, int from) {
    using dialect = typename Out::dialect;
    relation_descriptor const& relation = *member.relation;
    int const mark = out.sources.count;
    ++out.select_depth;
    int const include = include_of(out.query, out.path);
    int const rows = push_related(out, relation, {});
    list_plan const plan{member, relation, from, rows, include, plan_order(out, include, rows, is_paged(out, include)),
                         cuts_off(out, include), says(out, include, op::last), says(out, include, op::distinct_on)};
    to_one_joins joins;
    collect_to_one(out, *member.nested, rows, joins);
    bool const special = plan.reversed || plan.ranked;
    bool const numbered = special && !dialect::can(feature::correlated_tables);
    bool const derived = !numbered && plan.order.any() && (special || (plan.cut ? !dialect::aggregate_limits : !dialect::aggregate_orders));
    hand_on_junction(out, plan, derived || numbered);
    bool const array = out.lists == strategy::rows;
    out(array ? "ARRAY(SELECT " : "(SELECT ");
    write_list_value(out, plan, joins, derived);
    out(" FROM ");
    if (numbered) {
        write_numbered_table(out, plan);
        write_to_one_joins(out, joins);
        write_chosen_places(out, plan);
    } else if (derived) {
        write_correlated_table(out, plan);
        write_to_one_joins(out, joins);
    } else {
        write_source(out, rows);
        write_junction(out, relation, rows);
        write_to_one_joins(out, joins);
        bool const cursors = has_cursors(out, include);
        write_where(out, include, true, [&](Out& to) { write_list_correlation(to, plan); }, cursors);
        write_list_cursors(out, plan, true);
    }
    if (array) write_order(out, plan.order, rows);
    out(")");
    --out.select_depth;
    out.sources.count = mark;
}

}  // namespace koine::detail
