// SPDX-License-Identifier: BSL-1.0
// dialect · write_membership: whether something is in a list or among the rows of a subquery, and comparisons with any and all of them.
#pragma once

#include <koine/dialect/rendering.hpp>

namespace koine::detail {

template <class Out>
constexpr void write_select(Out& out, int index, bool read = false);

template <class Out>
constexpr void write_subquery(Out& out, int index) {
    out("(", [index](Out& to) { write_select(to, index); }, ")");
}

/// The rows of a subquery, among which something is looked for.
template <class Out>
constexpr void write_query_rows(Out& out, int select) {
    Out::dialect::rows(out, [select](Out& to) { write_subquery(to, select); }, out.query.is_cut_off(select));
}

/// Membership in a bound list, or that there is none: the same as its negation, with NULL too.
template <class Out>
constexpr void write_membership(Out& out, int index, bool expected) {
    part const element{out.query.first(index), additive};
    token const& list = out.query[out.query.second(index)];
    short const slot = out.query.slot[out.query.second(index)];
    auto const elements = [&](Out& to) { Out::dialect::list(to, [slot](Out& inner) { inner.placeholder(slot); }, list.kind); };
    if (expected) Out::dialect::in_list(out, element, elements);
    else Out::dialect::not_in_list(out, element, elements);
}

/// Whether something is among the rows of a query: as a condition, as a value that may be NULL, or that it is not.
enum class membership : unsigned char { asked, computed, denied };
template <class Out>
constexpr void write_query_membership(Out& out, int index, membership how) {
    int const operand = out.query.first(index);
    int const select = out.query.second(index);
    auto const rows = [=](Out& to) { write_query_rows(to, select); };
    part const element{operand, additive};
    if (how == membership::denied) Out::dialect::not_in_rows(out, element, rows, out.query[operand].nullable);
    else if (how == membership::computed) Out::dialect::is_in_rows(out, element, rows, out.query[operand].nullable);
    else out(element, " IN ", rows);
}

constexpr char const* spelled_comparison(op code) {
    switch (code) {
    case op::equal: return " = ";
    case op::not_equal: return " <> ";
    case op::less: return " < ";
    case op::less_equal: return " <= ";
    case op::greater: return " > ";
    default: return " >= ";
    }
}

/// An operand compared with any, or with every, row of a subquery.
template <class Out>
constexpr void write_quantified(Out& out, int index) {
    auto const comparison = static_cast<op>(out.query[index].number);
    auto const operand = [&](Out& to) {
        ++to.select_depth;
        to(part{to.query.first(index), additive});
        --to.select_depth;
    };
    auto const rows = [&](Out& to) { write_query_rows(to, to.query.second(index)); };
    Out::dialect::quantified(out, operand, spelled_comparison(comparison), rows, out.query[index].code == op::every_row);
}

}  // namespace koine::detail
