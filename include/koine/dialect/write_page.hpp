// SPDX-License-Identifier: BSL-1.0
// dialect · write_page: a root whose rows are chosen in a derived table, because what is selected of them, or the order in
// which they come, is none of the choice.
#pragma once

#include <koine/dialect/write_rows.hpp>

namespace koine::detail {

struct page_plan {
    int select;
    int root;
    order_plan order;
    bool ranked;    ///< by distinct_on
    bool reversed;  ///< by last
    bool counted;   ///< nobody looks at what is selected
    bool nested;    ///< nor, of a subquery, at the order
};

/// The number under which the derived table hands on the first term of the order that is no column of the root's.
template <class Out>
constexpr int first_term_number(Out& out, page_plan const& page) {
    int const shaped = out.query.clause(page.select, op::select_shape);
    return shaped >= 0 ? out.query[shaped].shape->members.count : 1;
}

/// Calls `visit` with each term of the order that is there, and its number; -1 for a column of the root's, handed on by name.
template <class Out, class Visit>
constexpr void for_each_page_term(Out& out, page_plan const& page, Visit visit) {
    if (page.order.clause < 0) return;
    int next = first_term_number(out, page);
    for (int term = out.query.first(page.order.clause); term < out.query.after(page.order.clause); term = out.query.after(term)) {
        int const word = out.query.unmarked(term);
        int const operand = out.query.first(word);
        bool const own = out.query[operand].code == op::column && out.sources.find(out.query[operand]) == page.root;
        int const number = own ? -1 : next++;
        if (present(out, term)) visit(word, number);
    }
}

template <class Out>
constexpr void write_numbered_column(Out& out, page_plan const& page, int position) {
    out("t", number{out.sources.sources[page.root].number}, ".", [position](Out& to) { Out::dialect::computed_name(to, position); });
}

/// The order of the derived table's rows, outside it; or inside, where what has a number is known by its name alone.
template <class Out>
constexpr void write_page_order(Out& out, page_plan const& page, bool reversed, bool inside = false) {
    bool any = false;
    auto const separate = [&] { out(std::exchange(any, true) ? ", " : " ORDER BY "); };
    for_each_page_term(out, page, [&](int word, int position) {
        separate();
        int const operand = out.query.first(word);
        bool const descends = (out.query[word].code == op::descending) != reversed;
        null_place const nulls = nulls_of(out, word, reversed);
        if (position < 0) Out::dialect::order_term(out, part{operand, binding_of_term(nulls)}, descends, nulls);
        else
            Out::dialect::order_term(out, [&](Out& to) {
                if (inside) Out::dialect::computed_name(to, position);
                else write_numbered_column(to, page, position);
            }, descends, nulls);
    });
    if (!page.order.append_key) return;
    separate();
    write_order_terms(out, {-1, true, page.order.key_descends}, page.root, reversed);
}

/// A term of the order outside the derived table.
template <class Out>
constexpr auto page_term(page_plan const& page) {
    return [&page](Out& out, cursor_term const& term) {
        int position = -1;
        for_each_page_term(out, page, [&](int word, int at) {
            if (out.query.first(word) == term.operand) position = at;
        });
        if (position >= 0) write_numbered_column(out, page, position);
        else own_term<Out>(page.root)(out, term);
    };
}

template <class Out>
constexpr void write_page_rank(Out& out, page_plan const& page) {
    out(" WHERE ", identifier{rank_name}, " = 1");
    write_cursors(out, page.select, page.order, page.root, nullptr, true, page_term<Out>(page));
}

template <class Out>
constexpr void write_page_alias(Out& out, page_plan const& page) {
    out(") AS t", number{out.sources.sources[page.root].number});
}

/// The innermost SELECT: what is asked for outside, under names and numbers.
template <class Out>
constexpr void write_page_rows(Out& out, page_plan const& page) {
    int const shaped = out.query.clause(page.select, op::select_shape);
    int const single = out.query.clause(page.select, op::select_items);
    table_descriptor const& table = *out.sources.sources[page.root].table;
    needed_columns needed;
    if (shaped >= 0) {
        needed = columns_needed(out, *out.query[shaped].shape, table, page.select, page.order);
        for (int i = 0; i < out.query[shaped].shape->members.count; ++i)
            if (int const given = given_item(out.query, shaped, i); given >= 0 && can_wait(out, page.select, given))
                needed.add_named(out.query, given, out.query.after(given), table);
    } else {
        needed.add_clauses(out.query, page.select, table);
        if (page.order.append_key) needed.add(table.primary_key);
        if (single < 0 && !page.counted)
            for (short column = 0; column < table.columns.count; ++column) needed.at[column] = true;
    }
    out("SELECT ");
    if (!write_columns(out, needed, page.root, false)) out(column_of_source{page.root, 0});
    auto const hand_on = [&](int operand, int position) {
        out(", ", part{operand, loose}, " AS ", [position](Out& to) { Out::dialect::computed_name(to, position); });
    };
    if (shaped >= 0)
        for (int i = 0; i < out.query[shaped].shape->members.count; ++i)
            if (int const given = given_item(out.query, shaped, i); given >= 0 && !can_wait(out, page.select, given)) hand_on(given, i);
    if (single >= 0) hand_on(out.query.first(single), 0);
    for_each_page_term(out, page, [&](int word, int position) {
        if (position >= 0) hand_on(out.query.first(word), position);
    });
    if (page.ranked) write_row_number(out, [&](Out& to) { write_distinct_terms(to, page.select); }, page.order, page.root, false, rank_name);
    write_from(out, page.select, page.root);
    bool const cursors = !page.ranked && has_cursors(out, page.select);
    bool const conditions = write_where(out, page.select, false, [](Out&) {}, cursors);
    if (cursors) write_cursors(out, page.select, page.order, page.root, nullptr, conditions, own_term<Out>(page.root));
}

template <class Out>
constexpr void write_page(Out& out, page_plan const& page, to_one_joins& joins) {
    int const shaped = out.query.clause(page.select, op::select_shape);
    int const single = out.query.clause(page.select, op::select_items);
    bool const cut = cuts_off(out, page.select);
    auto const order_and_limit = [&](Out& to) {
        write_page_order(to, page, page.reversed, !page.ranked);
        write_limit(to, page.select);
    };
    out("SELECT ");
    if (page.counted) out("1");
    else if (shaped >= 0) write_shape_items(out, *out.query[shaped].shape, page.root, joins, shaped, page.select);
    else if (single >= 0) write_numbered_column(out, page, 0);
    else if (page.nested) out("1");
    else write_all_columns(out, page.root);
    if (says(out, page.select, op::cursor_column)) write_cursor_column(out, page.order, page.root, page_term<Out>(page));
    out(page.ranked && cut ? " FROM (SELECT * FROM (" : " FROM (", [&](Out& to) { write_page_rows(to, page); });
    if (page.ranked && cut) {
        write_page_alias(out, page);
        write_page_rank(out, page);
    }
    if (cut) order_and_limit(out);
    write_page_alias(out, page);
    write_to_one_joins(out, joins);
    if (page.ranked && !cut) write_page_rank(out, page);
    if (!page.nested) write_page_order(out, page, false);
}

}  // namespace koine::detail
