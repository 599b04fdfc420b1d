// SPDX-License-Identifier: BSL-1.0
// dialect · equality_rules: where a query asks whether rows are equal, and databases differ on what equals a list or JSON.
#pragma once

#include <koine/expression/tree.hpp>

namespace koine::detail {

constexpr bool has_json_form(shape_descriptor const& shape) {
    for (shape_member const& member : shape.members)
        if (member.role == member_role::column ? is_json_form(member.kind) : member.role == member_role::to_one && has_json_form(*member.nested)) return true;
    return false;
}
constexpr bool any_json_form(tree const& query, int whole) {
    for (int i = query.first(whole), operand = 0; operand < query[whole].arity; i = query.after(i), ++operand)
        if (is_json_form(query[query[i].code == op::as_member ? query.first(i) : i].kind)) return true;
    return false;
}
/// Whether a row that a SELECT gives has a list or JSON in it.
constexpr bool selects_json_form(tree const& query, int select) {
    if (int const items = query.clause(select, op::select_items); items >= 0) return any_json_form(query, items);
    if (int const shaped = query.clause(select, op::select_shape); shaped >= 0) return has_json_form(*query[shaped].shape);
    for (column_descriptor const& column : query[select].table->columns)
        if (is_json_form(column.kind)) return true;
    return false;
}

/// A token that tells rows or values apart by a list or JSON; -1 where there is none.
constexpr int told_apart_by_json(tree const& query) {
    for (int i = 0; i < query.count; ++i) {
        token const& word = query[i];
        bool const groups = word.code == op::group_by || word.code == op::partition_by || word.code == op::distinct_on || (is_aggregate(word.code) && word.distinct);
        if (groups && any_json_form(query, i)) return i;
        if (word.code == op::select && query.clause(i, op::distinct) >= 0 && selects_json_form(query, i)) return i;
        if (word.code != op::compound || word.number == static_cast<std::int64_t>(set_operation::union_all)) continue;
        for (int rows = query.first(i); rows < query.after(i); rows = query.after(rows))
            if (query[rows].code == op::select && selects_json_form(query, rows)) return i;
    }
    return -1;
}

}  // namespace koine::detail
