// SPDX-License-Identifier: BSL-1.0
// dialect · write_select: a SELECT, at the root or inside an expression.
#pragma once

#include <koine/dialect/write_include.hpp>

namespace koine::detail {

/// The expression that a query gives to a member of its shape; -1 where the member is the model's.
template <class Out>
constexpr int given_item(Out& out, int items, int member) {
    if (items < 0) return -1;
    for (int i = out.query.first(items); i < out.query.after(items); i = out.query.after(i))
        if (out.query[i].code == op::as_member && out.query[i].path[0] == member) return out.query.first(i);
    return -1;
}

/// Where a member's given expression is to be found: as itself, or as a column of a derived table.
template <class Out>
constexpr void write_shape_items(Out& out, shape_descriptor const& shape, int from, to_one_joins& joins, int items, int derived_number) {
    for (int i = 0; i < shape.members.count; ++i) {
        shape_member const& member = shape.members[i];
        if (i > 0) out(", ");
        out.path[out.path_length++] = static_cast<short>(i);
        int const given = given_item(out, items, i);
        if (given >= 0 && derived_number >= 0) out("t", number{derived_number}, ".", [i](Out& to) { Out::dialect::computed_name(to, i); });
        else if (given >= 0) out(part{given, loose});
        else if (member.role == member_role::column) out(column_of_source{from, member.column});
        else if (member.role == member_role::to_many) write_list(out, member, from);
        else if (member.role == member_role::to_one) {
            to_one_join const& join = joins.at[joins.taken++];
            out(column_of_source{join.to, presence_column(*join.relation)}, ", ");
            write_shape_items(out, *member.nested, join.to, joins, -1, -1);
        }
        --out.path_length;
    }
}

constexpr bool has_lists(shape_descriptor const& shape) {
    for (shape_member const& member : shape.members)
        if (member.role == member_role::to_many || (member.role == member_role::to_one && has_lists(*member.nested))) return true;
    return false;
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

template <class Out>
constexpr void write_groups(Out& out, int select) {
    int const group = out.query.clause(select, op::group_by);
    if (group >= 0) {
        out(" GROUP BY ");
        for (int i = out.query.first(group); i < out.query.after(group); i = out.query.after(i)) {
            if (i > out.query.first(group)) out(", ");
            out(part{i, loose});
        }
    }
    bool any = false;
    for (int i = out.query.clause(select, op::having); i >= 0; i = out.query.clause(select, op::having, out.query.after(i))) {
        if (!present(out, out.query.first(i))) continue;
        out(any ? " AND " : " HAVING ");
        write_condition(out, out.query.first(i), conjunction);
        any = true;
    }
}

template <class Out>
constexpr void write_raw_clauses(Out& out, int select) {
    for (int i = out.query.clause(select, op::raw_clause); i >= 0; i = out.query.clause(select, op::raw_clause, out.query.after(i)))
        out(" ", part{out.query.first(i), loose});
}

template <class Out>
constexpr bool has_aggregates(Out& out, int index) {
    for (int i = out.query.first(index); i < out.query.after(index);) {
        if (is_statement(out.query[i].code)) i = out.query.after(i);
        else if (is_aggregate(out.query[i].code)) return true;
        else ++i;
    }
    return false;
}

/// A root that is cut off and has lists: the page is a derived table, so that no list is made for a row outside it.
template <class Out>
constexpr void write_page(Out& out, int select, int root, shape_descriptor const& shape, to_one_joins& joins, order_plan const& order) {
    int const items = out.query.clause(select, op::select_shape);
    int const page = out.sources.sources[root].number;
    out("SELECT ");
    write_shape_items(out, shape, root, joins, items, page);
    out(" FROM (SELECT ");
    write_needed_columns(out, shape, root, order);
    for (int i = 0; i < shape.members.count; ++i)
        if (int const given = given_item(out, items, i); given >= 0)
            out(", ", part{given, loose}, " AS ", [i](Out& to) { Out::dialect::computed_name(to, i); });
    // An order by anything but the root's own columns is computed inside, and handed on by number.
    int term_number = shape.members.count;
    auto const own_column = [&](int term) {
        int const operand = out.query.first(term);
        return out.query[operand].code == op::column && out.sources.find(out.query[operand]) == root;
    };
    auto const each_term = [&](auto visit) {
        if (order.clause < 0) return;
        for (int term = out.query.first(order.clause); term < out.query.after(order.clause); term = out.query.after(term)) {
            int word = term;
            while (out.query[word].code == op::when) word = out.query.first(word);
            if (present(out, term)) visit(word);
        }
    };
    each_term([&](int term) {
        if (own_column(term)) return;
        int const name = term_number++;
        out(", ", part{out.query.first(term), loose}, " AS ", [name](Out& to) { Out::dialect::computed_name(to, name); });
    });
    write_from(out, select, root);
    write_where(out, select, false, [](Out&) {});
    write_groups(out, select);
    write_order(out, order, root);
    write_limit(out, select);
    out(") AS t", number{page});
    write_to_one_joins(out, joins);
    out(" ORDER BY ");
    bool any = false;
    term_number = shape.members.count;
    each_term([&](int term) {
        if (any) out(", ");
        any = true;
        bool const descending = out.query[term].code == op::descending;
        bool const nullable = can_be_null(out.query, out.sources, out.query.first(term));
        if (own_column(term)) return Out::dialect::order_term(out, part{out.query.first(term), loose}, descending, nullable);
        int const name = term_number++;
        Out::dialect::order_term(
            out, [name, page](Out& to) { to("t", number{page}, ".", [name](Out& in) { Out::dialect::computed_name(in, name); }); }, descending, nullable);
    });
    if (order.append_key) {
        if (any) out(", ");
        write_order_terms(out, {-1, true, order.key_descends}, root);
    }
}

template <class Out>
constexpr void write_select(Out& out, int index) {
    int const mark = out.sources.count;
    bool const nested = out.select_depth > 0 || index > 0;
    ++out.select_depth;
    token const& word = out.query[index];
    int const around = word.related ? out.sources.find_table(word.relation->from, word.outer) : -1;
    int const root = enter_sources(out, index);
    int const shaped = out.query.clause(index, op::select_shape);
    int const single = out.query.clause(index, op::select_items);
    bool const distinct = out.query.clause(index, op::distinct) >= 0;
    bool const grouped = out.query.clause(index, op::group_by) >= 0 || has_aggregates(out, index);
    order_plan const order = plan_order(out, index, root, cuts_off(out, index) && !distinct && !grouped);
    to_one_joins joins;
    if (shaped >= 0) collect_to_one(out, *out.query[shaped].shape, root, joins);
    if (shaped >= 0 && !nested && cuts_off(out, index) && Out::dialect::page_is_derived && !grouped && order.any() &&
        has_lists(*out.query[shaped].shape)) {
        write_page(out, index, root, *out.query[shaped].shape, joins, order);
    } else {
        out(distinct ? "SELECT DISTINCT " : "SELECT ");
        bool const counted = index == 1 && (out.query[0].code == op::count_query || out.query[0].code == op::exists_query);
        if (counted && !distinct && !grouped) out("1");
        else if (shaped >= 0) write_shape_items(out, *out.query[shaped].shape, root, joins, shaped, -1);
        else if (single >= 0) out(part{out.query.first(single), loose});
        else if (nested && !(counted && distinct)) out("1");
        else write_all_columns(out, root);
        write_from(out, index, root);
        write_to_one_joins(out, joins);
        write_where(out, index, word.related, [&](Out& to) {
            if (to.query[index].related) write_correlation(to, *to.query[index].relation, around, root);
        });
        write_groups(out, index);
        write_order(out, order, root);
        write_limit(out, index);
    }
    write_raw_clauses(out, index);
    --out.select_depth;
    out.sources.count = mark;
}

}  // namespace koine::detail
