// SPDX-License-Identifier: BSL-1.0
// driver · page: runs a query for one page of its rows, and makes the tokens of the pages beside it.
#pragma once

#include <koine/decode/cursor_token.hpp>
#include <koine/driver/count.hpp>
#include <koine/driver/transaction.hpp>
#include <koine/query/page.hpp>

#include <bit>
#include <limits>

namespace koine::detail {

/// The terms of a query's order: what a cursor holds, and the mark by which a token of another order is told.
template <class Tokens>
struct page_order {
    struct context {
        tree const& query;
        scope sources{};
        bound_value const* values = nullptr;
    };
    static constexpr cursor_plan plan = [] {
        context seen{tree_of<Tokens>};
        int const root = enter_sources(seen, 0);
        return plan_terms(seen, plan_order(seen, 0, root, true), root);
    }();
    static constexpr int count = plan.count;
    struct term_kinds {
        storage kind[maximum_order_terms]{};
        bool nullable[maximum_order_terms]{};
    };
    static constexpr term_kinds kinds = [] {
        term_kinds all;
        for (int i = 0; i < count; ++i) all.kind[i] = plan.terms[i].kind, all.nullable[i] = plan.terms[i].nullable;
        return all;
    }();

    /// Of the tables, columns and operators of the terms.
    static constexpr std::uint64_t mark = [] {
        tree const& query = tree_of<Tokens>;
        std::uint64_t hash = hash_text(query[0].table->name).low;
        auto const mix = [&](std::uint64_t part) { hash = (hash ^ part) * 0x100000001b3ULL ^ hash >> 29; };
        for (int i = 0; i < count; ++i) {
            cursor_term const& term = plan.terms[i];
            mix(term.descends ? 1 : 2);
            if (term.nullable && term.null_is_last == term.descends) mix(3);
            mix(static_cast<std::uint64_t>(term.key_column + 1));
            for (int word = term.operand; word >= 0 && word < query.after(term.operand); ++word) {
                mix(static_cast<std::uint64_t>(query[word].code));
                mix(hash_text(query[word].text).low);
                if (query[word].number != 0) mix(static_cast<std::uint64_t>(query[word].number));
                if (query[word].code == op::column) mix(hash_text(query[word].table->columns[query[word].column].name).low), mix(hash_text(query[word].table->name).low);
                if (query[word].related) mix(hash_text(query[word].relation->name).low);
            }
        }
        return hash;
    }();
    /// With the values that the terms bind now.
    static std::uint64_t mark_with(bound_value const* values) {
        std::uint64_t hash = mark;
        for (int i = 0; i < count; ++i)
            for (int word = plan.terms[i].operand; word >= 0 && word < tree_of<Tokens>.after(plan.terms[i].operand); ++word)
                if (int const slot = tree_of<Tokens>.slot[word]; slot >= 0) hash = (hash ^ bits_of(values[slot])) * 0x100000001b3ULL;
        return hash;
    }

private:
    static std::uint64_t bits_of(bound_value const& value) {
        switch (value.kind) {
        case bound_kind::boolean: return value.boolean ? 1 : 0;
        case bound_kind::integer:
        case bound_kind::date:
        case bound_kind::time:
        case bound_kind::instant:
        case bound_kind::local_time: return static_cast<std::uint64_t>(value.integer);
        case bound_kind::unsigned_integer: return value.unsigned_integer;
        case bound_kind::real: return std::bit_cast<std::uint64_t>(value.real);
        case bound_kind::text: return hash_text(value.as_text()).low;
        case bound_kind::bytes: return hash_text({reinterpret_cast<char const*>(value.bytes), value.size}).low;
        case bound_kind::decimal:
        case bound_kind::uuid: return value.unsigned_integer * 0x100000001b3ULL ^ value.low;
        default: return 0;
        }
    }
};

template <class Query>
consteval bool can_be_paged() {
    constexpr tree const& query = tree_of<typename Query::tokens>;
    constexpr bool a_select = query[0].code == op::select;
    static_assert(a_select, "koine: page() reads a select, koine::from<model>()");
    constexpr bool whole = query.clause(0, op::limit) < 0 && query.clause(0, op::offset) < 0 && query.clause(0, op::last) < 0 && query.clause(0, op::after) < 0 &&
                           query.clause(0, op::before) < 0;
    static_assert(whole || !a_select, "koine: page() chooses the rows itself; the query has no limit, offset, last, after or before");
    constexpr bool fixed_order = query.clause(0, op::order_by) < 0 || [] {
        int const order = tree_of<typename Query::tokens>.clause(0, op::order_by);
        for (int i = order; i < tree_of<typename Query::tokens>.after(order); ++i)
            if (tree_of<typename Query::tokens>[i].code == op::when || tree_of<typename Query::tokens>[i].code == op::list_value) return false;
        return true;
    }();
    static_assert(fixed_order, "koine: the order of a page has no parts that may be absent, and no lists");
    return a_select && whole && fixed_order;
}

/// Runs a query of one row more than the page has; whether there was one more is what tells of another page.
template <class Dialect, class Row, class Driver, class Query>
std::vector<row_with_cursor<Row>> load_page(connection_state<Driver>& state, Query const& query) {
    ready_query<Dialect, Query, gives_rows> ready(query);
    return load_all<row_with_cursor<Row>>(state, ready.as("page"));
}

template <class Dialect, class Driver, class Query>
page<typename Query::result_type> read_page(connection_state<Driver>& state, Query const& query, page_options const& options) {
    using row = typename Query::result_type;
    using order = page_order<typename Query::tokens>;
    if (options.size < 1) throw error(error_kind::misuse, "koine: a page has at least one row");
    if (!options.after.empty() && !options.before.empty()) throw error(error_kind::misuse, "koine: a page lies behind one row or in front of another, not both");
    bool const backward = !options.before.empty();
    bool const anywhere = options.after.empty() && !backward;
    std::uint64_t const mark = order::mark_with(resolved_values<typename Query::values_type>(query.values).data());
    auto const asked = with_cursor_column(query);
    std::int64_t const one_more = options.size + (options.size < std::numeric_limits<std::int64_t>::max() ? 1 : 0);
    auto rows = [&] {
        if (anywhere) return load_page<Dialect, row>(state, asked.limit(one_more));
        cursor_values<order::count> const cursor(backward ? options.before : options.after, mark, order::kinds.kind, order::kinds.nullable);
        if (backward) return load_page<Dialect, row>(state, (asked + token_cursor<op::before, order>(cursor.at)).last(one_more));
        return load_page<Dialect, row>(state, (asked + token_cursor<op::after, order>(cursor.at)).limit(one_more));
    }();
    bool const more = rows.size() > static_cast<std::size_t>(options.size);
    if (more) rows.erase(backward ? rows.begin() : rows.end() - 1);
    page<row> made;
    if (!rows.empty()) {
        if (backward || more) made.next = make_cursor_token(mark, rows.back().cursor);
        if (backward ? more : !anywhere) made.previous = make_cursor_token(mark, rows.front().cursor);
    }
    made.rows.reserve(rows.size());
    for (row_with_cursor<row>& one : rows) made.rows.push_back(std::move(one.row));
    return made;
}

/// The page, with the number of all rows where it is asked for: both of one snapshot, which a transaction around them decides
/// about where there is one.
template <class Dialect, class Driver, class Query>
page<typename Query::result_type> page_of(connection_state<Driver>& state, Query const& query, page_options const& options) {
    if constexpr (can_be_paged<Query>()) {
        auto const read = [&] {
            auto made = read_page<Dialect>(state, query, options);
            if (options.with_total) made.total = count_rows<Dialect>(state, query);
            return made;
        };
        if (!options.with_total || !outermost(state)) return read();
        return in_transaction(state, {.isolation = isolation::repeatable_read, .read_only = true}, read);
    } else {
        return {};
    }
}

}  // namespace koine::detail
