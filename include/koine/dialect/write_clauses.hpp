// SPDX-License-Identifier: BSL-1.0
// dialect · write_clauses: WHERE, ORDER BY, LIMIT and the conditions that pair two tables.
#pragma once

#include <koine/dialect/own_table.hpp>
#include <koine/dialect/write_function.hpp>
#include <koine/dialect/write_json.hpp>
#include <koine/dialect/write_list_operator.hpp>

namespace koine::detail {

/// Writes a table under its name, and its schema where it has one.
template <class Out>
constexpr void write_table_name(Out& out, table_descriptor const& table) {
    if (!table.schema.empty()) out(identifier{table.schema}, ".");
    out(identifier{table.name});
}

template <class Out>
constexpr void write_source(Out& out, int index) {
    table_descriptor const* const table = out.sources.sources[index].table;
    short const computed = out.sources.sources[index].computed;
    auto const name = [=](Out& to) {
        if (computed >= 0) Out::dialect::computed_name(to, computed);
        else write_table_name(to, *table);
    };
    op const code = out.query[0].code;
    if ((code == op::update || code == op::erase) && table->primary_key.count == 0 && is_written(out.query, *table)) Out::dialect::keyless_source(out, name);
    else out(name);
    out(" AS t", number{out.sources.sources[index].number});
}

/// The equality of two rows' columns, by the database's plain `=`, as its foreign keys have it.
template <class Out>
constexpr void write_pairing(Out& out, int left, column_set const& columns, int right, column_set const& others) {
    for (int i = 0; i < columns.count; ++i) {
        if (i > 0) out(" AND ");
        out(column_of_source{left, columns.at[i]}, " = ", column_of_source{right, others.at[i]});
    }
}

/// Puts the related table in sight, and behind it the junction that leads to it, if there is one.
template <class Out>
constexpr int push_related(Out& out, relation_descriptor const& relation, std::string_view alias, bool outer = false) {
    int const rows = out.sources.push(relation.to, alias, outer);
    if (relation.through_junction()) out.sources.push(relation.junction, alias, outer);
    return rows;
}

/// What pairs a row with its related rows: through a junction, with the junction's.
template <class Out>
constexpr void write_correlation(Out& out, relation_descriptor const& relation, int from, int to) {
    write_pairing(out, relation.through_junction() ? to + 1 : to, relation.to_columns, from, relation.from_columns);
}

/// Behind the related table the junction that leads to it, if there is one.
template <class Out>
constexpr void write_junction(Out& out, relation_descriptor const& relation, int to) {
    if (!relation.through_junction()) return;
    out(" INNER JOIN ");
    write_source(out, to + 1);
    out(" ON ");
    write_pairing(out, to + 1, relation.onward_columns, to, relation.target_columns);
}

/// Writes every condition of a statement or include with AND between them; `correlate` writes a first one, if there is any.
/// Whether there was one; `more` are written behind them.
template <class Out, class Correlate>
constexpr bool write_where(Out& out, int owner, bool correlated, Correlate correlate, bool more = false) {
    bool any = correlated;
    if (correlated) out(" WHERE ", correlate);
    if (owner < 0) return any;
    int conditions = (correlated ? 1 : 0) + (more ? 1 : 0);
    for (int i = out.query.clause(owner, op::where); i >= 0; i = out.query.clause(owner, op::where, out.query.after(i)))
        if (present(out, out.query.first(i))) ++conditions;
    for (int i = out.query.clause(owner, op::where); i >= 0; i = out.query.clause(owner, op::where, out.query.after(i))) {
        int const condition = out.query.first(i);
        if (!present(out, condition)) continue;
        out(any ? " AND " : " WHERE ");
        write_condition(out, condition, conditions > 1 ? conjunction : loose);
        any = true;
    }
    return any;
}

/// The terms that an order with a cursor has at most, its key's columns among them.
inline constexpr int maximum_order_terms = 32;

/// What is known of an order before it is written.
struct order_plan {
    int clause = -1;
    bool append_key = false;  ///< the order does not end in a unique key, and rows are cut off by it
    bool key_descends = false;
    [[nodiscard]] constexpr bool any() const { return clause >= 0 || append_key; }
};

/// Whether an order's terms name all columns of a key of a source.
template <class Out>
constexpr bool order_names(Out& out, int clause, int from, column_set const& key) {
    for (int i = 0; i < key.count; ++i) {
        bool named = false;
        for (int term = out.query.first(clause); term < out.query.after(clause); term = out.query.after(term)) {
            int const operand = out.query.first(term);
            token const& word = out.query[operand];
            named = named || (out.query[term].code != op::when && word.code == op::column && word.column == key.at[i] &&
                              out.sources.find(word) == from);
        }
        if (!named) return false;
    }
    return key.count > 0;
}

/// Whether it names all columns of a key by which every row has one place: the primary key, or a unique one that is never NULL.
template <class Out>
constexpr bool order_names_key(Out& out, int clause, int from) {
    table_descriptor const& table = *out.sources.sources[from].table;
    if (out.sources.sources[from].computed >= 0) return false;
    if (order_names(out, clause, from, table.primary_key)) return true;
    for (key_descriptor const& key : table.keys)
        if (key.unique && !table.nullable(key.columns) && order_names(out, clause, from, key.columns)) return true;
    return false;
}

template <class Out>
constexpr bool any_term_present(Out& out, int clause) {
    for (int term = out.query.first(clause); term < out.query.after(clause); term = out.query.after(term))
        if (present(out, term)) return true;
    return false;
}

template <class Out>
constexpr order_plan plan_order(Out& out, int owner, int from, bool cut_off) {
    order_plan plan;
    if (owner >= 0) plan.clause = out.query.clause(owner, op::order_by);
    if (plan.clause >= 0 && !any_term_present(out, plan.clause)) plan.clause = -1;
    table_descriptor const& table = *out.sources.sources[from].table;
    if (!cut_off || table.primary_key.count == 0 || out.sources.sources[from].computed >= 0) return plan;
    plan.append_key = true;
    if (plan.clause < 0) return plan;
    if (order_names_key(out, plan.clause, from)) plan.append_key = false;
    for (int term = out.query.first(plan.clause); term < out.query.after(plan.clause); term = out.query.after(term)) {
        int word = term;
        while (out.query[word].code == op::when) word = out.query.first(word);
        if (present(out, term)) plan.key_descends = out.query[word].code == op::descending;
    }
    return plan;
}

/// Where NULL stands in a term of an order, or of the reverse: last ascending and first descending, if the term does not say.
template <class Out>
constexpr null_place nulls_of(Out& out, int term, bool reversed) {
    if (!can_be_null(out.query, out.sources, out.query.first(term))) return null_place::none;
    auto const said = static_cast<null_place>(out.query[term].number);
    bool const first = said == null_place::usual ? out.query[term].code == op::descending : said == null_place::first;
    return first != reversed ? null_place::first : null_place::last;
}

/// Where NULL has a place, a dialect may write IS NULL behind the operand.
constexpr int binding_of_term(null_place nulls) { return nulls == null_place::none ? loose : additive; }

/// Writes the terms of an order, or of the reverse, without the words ORDER BY.
template <class Out>
constexpr void write_order_terms(Out& out, order_plan const& plan, int from, bool reversed = false) {
    bool any = false;
    auto const separate = [&] {
        if (any) out(", ");
        any = true;
    };
    if (plan.clause >= 0)
        for (int term = out.query.first(plan.clause); term < out.query.after(plan.clause); term = out.query.after(term)) {
            if (!present(out, term)) continue;
            separate();
            int word = term;
            while (out.query[word].code == op::when) word = out.query.first(word);
            if (out.marks && word != term) out("\x01");
            int const operand = out.query.first(word);
            null_place const nulls = nulls_of(out, word, reversed);
            Out::dialect::order_term(out, part{operand, binding_of_term(nulls)}, (out.query[word].code == op::descending) != reversed, nulls);
        }
    if (plan.append_key) {
        column_set const& key = out.sources.sources[from].table->primary_key;
        for (int i = 0; i < key.count; ++i) {
            separate();
            Out::dialect::order_term(out, column_of_source{from, key.at[i]}, plan.key_descends != reversed,
                                     !out.sources.sources[from].outer ? null_place::none : plan.key_descends != reversed ? null_place::first : null_place::last);
        }
    }
}

template <class Out>
constexpr void write_order(Out& out, order_plan const& plan, int from, bool reversed = false) {
    if (!plan.any()) return;
    out(" ORDER BY ");
    write_order_terms(out, plan, from, reversed);
}

/// A limit or an offset: a literal where it is a template argument, else a placeholder.
template <class Out>
constexpr void write_count(Out& out, int clause) {
    if (out.query[clause].arity == 0) out(number{out.query[clause].number});
    else out.placeholder(out.query.slot[out.query.first(clause)]);
}

template <class Out>
constexpr void write_limit(Out& out, int owner) {
    int limit = owner < 0 ? -1 : out.query.clause(owner, op::limit);
    if (owner >= 0 && limit < 0) limit = out.query.clause(owner, op::last);
    int const offset = owner < 0 ? -1 : out.query.clause(owner, op::offset);
    auto const count = [limit](Out& to) { write_count(to, limit); };
    auto const skip = [offset](Out& to) { write_count(to, offset); };
    if (limit >= 0 && offset >= 0) Out::dialect::limit_offset(out, count, skip);
    else if (limit >= 0) Out::dialect::limit(out, count);
    else if (offset >= 0) Out::dialect::offset(out, skip);
}

/// Whether a statement or an include has a clause.
template <class Out>
constexpr bool says(Out& out, int owner, op code) {
    return owner >= 0 && out.query.clause(owner, code) >= 0;
}
/// Whether it cuts rows off by their number.
template <class Out>
constexpr bool cuts_off(Out& out, int owner) {
    return says(out, owner, op::limit) || says(out, owner, op::offset) || says(out, owner, op::last);
}
/// Whether which rows it gives depends on their order.
template <class Out>
constexpr bool is_paged(Out& out, int owner) {
    return cuts_off(out, owner) || says(out, owner, op::after) || says(out, owner, op::before) || says(out, owner, op::distinct_on) ||
           says(out, owner, op::cursor_column);
}

}  // namespace koine::detail
