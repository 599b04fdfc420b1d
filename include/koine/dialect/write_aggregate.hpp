// SPDX-License-Identifier: BSL-1.0
// dialect · write_aggregate: aggregates, of all rows or of some, and windows.
#pragma once

#include <koine/dialect/write_clauses.hpp>

namespace koine::detail {

/// An aggregate. Where the database cannot filter rows, those that are left out count as NULL, which no aggregate looks at.
template <class Out>
constexpr void write_aggregate(Out& out, int index) {
    using dialect = typename Out::dialect;
    token const& word = out.query[index];
    int const operand = out.query.first(index);
    int filter = -1;
    if (word.filtered)
        for (int i = operand; i < out.query.after(index); i = out.query.after(i)) filter = i;
    auto const condition = [filter](Out& to) { write_condition(to, filter); };
    auto const one = [=, &word](Out& to) {
        bool const in_case = filter >= 0 && !dialect::filters(word.code);
        if (in_case) to("CASE WHEN ", condition, " THEN ");
        if (word.code == op::count_rows) to("1");
        else to(part{operand});
        if (in_case) to(" END");
    };
    char const* const quantifier = word.distinct ? "DISTINCT " : "";
    auto const quantified = [=](Out& to) { to(quantifier, one); };
    switch (word.code) {
    case op::count_rows:
        if (filter >= 0 && !dialect::filters(word.code)) dialect::count(out, one);
        else dialect::count_rows(out);
        break;
    case op::count: dialect::count(out, quantified); break;
    case op::sum: dialect::sum(out, quantified); break;
    case op::average: dialect::average(out, one, quantifier); break;
    case op::minimum: dialect::minimum(out, one, word.kind); break;
    case op::maximum: dialect::maximum(out, one, word.kind); break;
    case op::any_true: dialect::any_true(out, one); break;
    case op::all_true: dialect::all_true(out, one); break;
    case op::statistic: dialect::statistic(out, [&](Out& to) { to.raw(word.text); }, one); break;
    default: dialect::string_agg(out, one, quoted{word.text}, [=](Out& to) { write_order_terms(to, {to.query.after(operand)}, -1); }); break;
    }
    if (filter >= 0 && dialect::filters(word.code)) out(" FILTER (WHERE ", condition, ")");
}

/// A function over a window, by its clauses.
template <class Out>
constexpr void write_over(Out& out, int index) {
    out(part{out.query.first(index), tight}, " OVER (");
    bool any = false;
    if (int const partition = out.query.clause(index, op::partition_by); partition >= 0) {
        out("PARTITION BY ");
        for (int i = out.query.first(partition); i < out.query.after(partition); i = out.query.after(i)) {
            if (i > out.query.first(partition)) out(", ");
            out(part{i, loose});
        }
        any = true;
    }
    if (int const order = out.query.clause(index, op::order_by); order >= 0 && any_term_present(out, order)) {
        out(any ? " ORDER BY " : "ORDER BY ");
        write_order_terms(out, {order}, -1);
    }
    if (int const frame = out.query.clause(index, op::frame); frame >= 0) {
        out(" ");
        out.raw(out.query[frame].text);
    }
    out(")");
}

}  // namespace koine::detail
