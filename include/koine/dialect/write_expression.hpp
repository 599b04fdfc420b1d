// SPDX-License-Identifier: BSL-1.0
// dialect · write_expression: walks an operand's tokens and asks the dialect for the spelling of each.
#pragma once

#include <koine/dialect/write_membership.hpp>

namespace koine::detail {

constexpr int binding_of(op code) {
    switch (code) {
    case op::raw: return loose;
    case op::logical_or: return disjunction;
    case op::logical_and: return conjunction;
    case op::logical_not:
    case op::violated: return negation;
    case op::add:
    case op::subtract: return additive;
    case op::multiply:
    case op::divide:
    case op::modulo: return multiplicative;
    case op::negate: return unary;
    default: return code >= op::equal && code <= op::every_row ? comparing
                    : code >= op::contains && code <= op::list_is_empty ? comparing : tight;
    }
}

/// Whether a part is there. Always, but for what `when` says of it; a conjunction of nothing is true, a disjunction false.
template <class Out>
constexpr bool present(Out& out, int index) {
    switch (out.query[index].code) {
    case op::when: return (out.values == nullptr || out.values[out.query.slot[index]].boolean) && present(out, out.query.first(index));
    case op::logical_not: return present(out, out.query.first(index));
    default: return true;
    }
}

template <class Out>
constexpr void write_expression(Out& out, int index);
template <class Out>
constexpr void write_coalesce(Out& out, int index);
template <class Out>
constexpr void write_function(Out& out, int index);
template <class Out>
constexpr void write_case(Out& out, int index);
template <class Out>
constexpr void write_aggregate(Out& out, int index);
template <class Out>
constexpr void write_over(Out& out, int index);
template <class Out>
constexpr void write_excluded(Out& out, int index);
template <class Out>
constexpr void write_list_operator(Out& out, int index);
template <class Out>
constexpr void write_json(Out& out, int index);

template <class Out>
constexpr void write_operand(Out& out, part operand) {
    int index = operand.index;
    while (out.query[index].code == op::when && !out.marks) index = out.query.first(index);
    bool const parentheses = binding_of(out.query[index].code) < operand.binding;
    if (parentheses) out("(");
    write_expression(out, index);
    if (parentheses) out(")");
}

/// An operand where a truth value is asked for: a column of bool is spelled so that an index serves it.
template <class Out>
constexpr void write_condition(Out& out, int index, int place = loose) {
    while (out.query[index].code == op::when && !out.marks) index = out.query.first(index);
    if (out.query[index].code == op::column) Out::dialect::truth(out, column_of_source{out.sources.find(out.query[index]), out.query[index].column}, true);
    else if (out.query[index].code == op::in_query) write_query_membership(out, index, membership::asked);
    else write_operand(out, {index, place});
}

/// Conditions with AND or OR between those that are there.
template <class Out>
constexpr void write_connected(Out& out, int index, bool conjunctive) {
    int const operands[] = {out.query.first(index), out.query.second(index)};
    bool any = false;
    for (int operand : operands) {
        if (!present(out, operand)) continue;
        if (any) out(conjunctive ? " AND " : " OR ");
        write_condition(out, operand, conjunctive ? conjunction : disjunction);
        any = true;
    }
    if (!any) Out::dialect::boolean_literal(out, conjunctive);
}

/// Operands one after the other.
template <class Out>
constexpr void write_operands(Out& out, int owner) {
    for (int i = out.query.first(owner); i < out.query.after(owner); i = out.query.after(i)) {
        if (i > out.query.first(owner)) out(", ");
        out(part{i, loose});
    }
}

template <class Out>
constexpr void write_negation(Out& out, int index) {
    int operand = out.query.first(index);
    while (out.query[operand].code == op::when && !out.marks) operand = out.query.first(operand);
    if (out.query[operand].code == op::column)
        Out::dialect::truth(out, column_of_source{out.sources.find(out.query[operand]), out.query[operand].column}, false);
    else if (out.query[operand].code == op::in_list) write_membership(out, operand, false);
    else if (out.query[operand].code == op::in_query) write_query_membership(out, operand, membership::denied);
    else out("NOT ", part{operand, comparing});
}

template <class Out>
constexpr void write_value(Out& out, int index) {
    short const slot = out.query.slot[index];
    Out::dialect::value(out, [slot](Out& to) { to.placeholder(slot); }, out.query[index].kind, out.query[index].typed);
}
template <class Out>
constexpr void write_value_in_raw(Out& out, int index) {
    short const slot = out.query.slot[index];
    Out::dialect::value_in_raw(out, [slot](Out& to) { to.placeholder(slot); }, out.query[index].kind);
}

/// SQL of the user's own, with its operands where it has {}.
template <class Out>
constexpr void write_raw(Out& out, int index) {
    std::string_view rest = out.query[index].text;
    int operand = out.query.first(index);
    for (std::size_t hole = rest.find("{}"); hole != std::string_view::npos; hole = rest.find("{}")) {
        out.raw(rest.substr(0, hole));
        if (out.query[operand].code == op::value) write_value_in_raw(out, operand);
        else out(part{operand, tight});
        operand = out.query.after(operand);
        rest.remove_prefix(hole + 2);
    }
    out.raw(rest);
}

/// What a column is set to: a value takes the column's type by itself.
template <class Out>
constexpr void write_assigned(Out& out, int index) {
    if (out.query[index].code == op::value && out.query[index].typed) out.placeholder(out.query.slot[index]);
    else out(part{index, loose});
}

template <class Out>
constexpr void write_expression(Out& out, int index) {
    using dialect = typename Out::dialect;
    tree const& query = out.query;
    token const& word = query[index];
    part const one{query.first(index)};
    auto const left = [&](int place) { return part{query.first(index), place}; };
    auto const right = [&](int place) { return part{query.second(index), place}; };
    auto const factor = [&](int operand, int place) {
        return [=](Out& to) {
            if (to.query[operand].code == op::column || to.query[operand].code == op::excluded) dialect::computed(to, part{operand, place}, to.query[operand].kind);
            else to(part{operand, place});
        };
    };
    switch (word.code) {
    case op::column: return out(column_of_source{out.sources.find(word), word.column});
    case op::excluded: return write_excluded(out, index);
    case op::value: return write_value(out, index);
    case op::raw: return write_raw(out, index);
    case op::when: return out("\x01", one, "\x02");

    case op::equal: return dialect::equal(out, left(additive), right(additive));
    case op::not_equal: return dialect::not_equal(out, left(additive), right(additive));
    case op::less: return dialect::less(out, left(additive), right(additive));
    case op::less_equal: return dialect::less_equal(out, left(additive), right(additive));
    case op::greater: return dialect::greater(out, left(additive), right(additive));
    case op::greater_equal: return dialect::greater_equal(out, left(additive), right(additive));
    case op::same_as: return dialect::same_as(out, left(additive), right(additive));
    case op::not_same_as: return dialect::not_same_as(out, left(additive), right(additive));
    case op::is_null: return dialect::is_null(out, left(additive));
    case op::is_not_null: return dialect::is_not_null(out, left(additive));
    case op::between: return dialect::between(out, left(additive), right(additive), part{query.third(index), additive});
    case op::in_list: return write_membership(out, index, true);
    case op::not_in_list: return write_membership(out, index, false);
    case op::any_row:
    case op::every_row: return write_quantified(out, index);
    case op::row: return out("(", [&](Out& to) { write_operands(to, index); }, ")");
    case op::in_query: return write_query_membership(out, index, membership::computed);
    case op::not_in_query: return write_query_membership(out, index, membership::denied);

    case op::logical_and: return write_connected(out, index, true);
    case op::logical_or: return write_connected(out, index, false);
    case op::logical_not: return write_negation(out, index);
    case op::violated:
        if (present(out, query.first(index))) return write_negation(out, index);
        return dialect::boolean_literal(out, false);

    case op::add: return out(factor(query.first(index), additive), " + ", factor(query.second(index), multiplicative));
    case op::subtract: return out(factor(query.first(index), additive), " - ", factor(query.second(index), multiplicative));
    case op::multiply: return out(factor(query.first(index), multiplicative), " * ", factor(query.second(index), unary));
    case op::divide: return dialect::divide(out, factor(query.first(index), multiplicative), factor(query.second(index), unary), is_integer(word.kind));
    case op::modulo: return dialect::modulo(out, factor(query.first(index), multiplicative), factor(query.second(index), unary));
    case op::negate: return out("-", factor(query.first(index), tight));

    case op::contains: return dialect::contains(out, left(additive), right(additive), false);
    case op::starts_with: return dialect::starts_with(out, left(additive), right(additive), false);
    case op::ends_with: return dialect::ends_with(out, left(additive), right(additive), false);
    case op::contains_insensitive: return dialect::contains(out, left(additive), right(additive), true);
    case op::starts_with_insensitive: return dialect::starts_with(out, left(additive), right(additive), true);
    case op::ends_with_insensitive: return dialect::ends_with(out, left(additive), right(additive), true);

    case op::list_has:
    case op::list_has_every:
    case op::list_has_some:
    case op::list_is_empty:
    case op::list_length:
    case op::list_append:
    case op::list_unshift: return write_list_operator(out, index);

    case op::json_at:
    case op::json_set:
    case op::json_remove:
    case op::json_object:
    case op::json_array: return write_json(out, index);

    case op::coalesce: return write_coalesce(out, index);
    case op::function: return write_function(out, index);
    case op::case_when: return write_case(out, index);
    case op::window_function: return write_function(out, index);
    case op::over: return write_over(out, index);
    case op::exists: return out("EXISTS ", [&](Out& to) { write_subquery(to, query.first(index)); });
    case op::scalar_query: return write_subquery(out, query.first(index));
    default:
        if (is_aggregate(word.code)) write_aggregate(out, index);
        return;
    }
}

}  // namespace koine::detail
