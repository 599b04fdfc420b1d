// SPDX-License-Identifier: BSL-1.0
// dialect · write_select: a SELECT, at the root or inside an expression.
#pragma once

#include <koine/dialect/lock_rules.hpp>
#include <koine/dialect/write_aggregate.hpp>
#include <koine/dialect/write_computed.hpp>
#include <koine/dialect/write_page.hpp>
#include <koine/query/lock.hpp>

namespace koine::detail {

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
        else if (out.query[i].code == op::over) i += 2;
        else ++i;
    }
    return false;
}

/// Whether what is selected of a row is computed by subqueries, which a page has for its own rows alone.
template <class Out>
constexpr bool selects_subqueries(Out& out, int select, int shaped) {
    shape_descriptor const& shape = *out.query[shaped].shape;
    if (has_lists(out.query, out.path, shape)) return true;
    for (int i = 0; i < shape.members.count; ++i)
        if (int const given = given_item(out.query, shaped, i); given >= 0 && can_wait(out, select, given)) return true;
    return false;
}

/// Which rows stay locked: where the query has more tables than one, those of the tables that it names, or of its own.
template <class Out>
constexpr void write_lock(Out& out, int select, int root) {
    int const lock = out.query.clause(select, op::lock);
    if (lock < 0) return;
    std::int64_t const how = out.query[lock].number;
    out((how & lock_shares) != 0 ? Out::dialect::shares_rows : " FOR UPDATE");
    if (names_locked_tables(out.query)) {
        out(" OF ");
        if (out.query[lock].arity == 0) out("t", number{out.sources.sources[root].number});
        for (int i = out.query.first(lock); i < out.query.after(lock); i = out.query.after(i))
            out(i > out.query.first(lock) ? ", t" : "t", number{out.sources.sources[out.sources.find(out.query[i])].number});
    }
    if ((how & lock_skips) != 0) out(" SKIP LOCKED");
    if ((how & lock_waits_not) != 0) out(" NOWAIT");
}

/// Writes a SELECT; `read`: its rows are those of a table or of a compound, and not only looked at.
template <class Out>
constexpr void write_select(Out& out, int index, bool read) {
    bool const nested = !read && (out.select_depth > 0 || index > 0);
    bool const counted = index == 1 && (out.query[0].code == op::count_query || out.query[0].code == op::exists_query);
    if (!counted && gives_compound(out.query, index)) return write_compound(out, out.query.first(out.query.clause(index, op::with)));
    int const mark = out.sources.count;
    short const number = out.sources.next_number;
    shape_path const path = std::exchange(out.path, {});
    write_with(out, index);
    ++out.select_depth;
    token const& word = out.query[index];
    int const around = word.related ? out.sources.find_table(word.relation->from, word.outer) : -1;
    int const root = enter_sources(out, index);
    int const shaped = out.query.clause(index, op::select_shape);
    int const single = out.query.clause(index, op::select_items);
    bool const distinct = out.query.clause(index, op::distinct) >= 0;
    bool const grouped = out.query.clause(index, op::group_by) >= 0 || has_aggregates(out, index);
    bool const ranked = says(out, index, op::distinct_on);
    bool const reversed = says(out, index, op::last);
    order_plan const order = plan_order(out, index, root, is_paged(out, index) && !distinct && !grouped);
    to_one_joins joins;
    if (shaped >= 0) collect_to_one(out, *out.query[shaped].shape, root, joins);
    bool const deferred = shaped >= 0 && !nested && cuts_off(out, index) && Out::dialect::page_is_derived && !grouped && order.any() &&
                          selects_subqueries(out, index, shaped);
    if (ranked || (reversed && !nested) || deferred) {
        write_page(out, {index, root, order, ranked, reversed, counted, nested}, joins);
    } else {
        out(distinct ? "SELECT DISTINCT " : "SELECT ");
        if (counted && !distinct && !grouped) out("1");
        else if (shaped >= 0) write_shape_items(out, *out.query[shaped].shape, root, joins, shaped);
        else if (single >= 0) out(part{out.query.first(single), loose});
        else if (nested && !(counted && distinct) && out.sources.sources[root].computed < 0) out("1");
        else write_all_columns(out, root);
        if (says(out, index, op::cursor_column)) write_cursor_column(out, order, root, own_term<Out>(root));
        write_from(out, index, root);
        write_to_one_joins(out, joins);
        bool const cursors = has_cursors(out, index);
        bool const conditions = write_where(out, index, word.related, [&](Out& to) {
            if (to.query[index].related) write_correlation(to, *to.query[index].relation, around, root);
        }, cursors);
        if (cursors) write_cursors(out, index, order, root, nullptr, conditions, own_term<Out>(root));
        write_groups(out, index);
        write_order(out, order, root, reversed);
        write_limit(out, index);
    }
    write_lock(out, index, root);
    write_raw_clauses(out, index);
    --out.select_depth;
    // Equal subqueries side by side are equal texts, by which PostgreSQL knows that a term of the order is selected too.
    out.sources.next_number = number;
    out.sources.count = mark;
    out.path = path;
}

}  // namespace koine::detail
