// SPDX-License-Identifier: BSL-1.0
// query · guard: whether a condition, with the values that it has now, would let an update or erase take every row.
#pragma once

#include <koine/expression/tree.hpp>

namespace koine::detail {

/// What a condition amounts to before it is sent, by its empty lists and absent parts alone.
enum class foregone : unsigned char { absent, always, never, depends };

constexpr foregone outcome_of(tree const& query, int index, bound_value const* values) {
    switch (query[index].code) {
    case op::when: return values[query.slot[index]].boolean ? outcome_of(query, query.first(index), values) : foregone::absent;
    case op::logical_not: {
        foregone const operand = outcome_of(query, query.first(index), values);
        return operand == foregone::always ? foregone::never : operand == foregone::never ? foregone::always : operand;
    }
    case op::logical_and:
    case op::logical_or: {
        bool const conjunctive = query[index].code == op::logical_and;
        foregone const neutral = conjunctive ? foregone::always : foregone::never;
        foregone const decisive = conjunctive ? foregone::never : foregone::always;
        foregone result = neutral;
        for (int operand : {query.first(index), query.second(index)}) {
            foregone const one = outcome_of(query, operand, values);
            if (one == decisive) return decisive;
            if (one == foregone::depends) result = foregone::depends;
        }
        return result;
    }
    case op::violated: {
        foregone const operand = outcome_of(query, query.first(index), values);
        return operand == foregone::depends ? operand : operand == foregone::never ? foregone::always : foregone::never;
    }
    case op::exists: {
        // Of related rows; another subquery may have rows whatever its conditions are.
        int const rows = query.first(index);
        if (!query[rows].related) return foregone::depends;
        for (int i = query.clause(rows, op::where); i >= 0; i = query.clause(rows, op::where, query.after(i)))
            if (outcome_of(query, query.first(i), values) == foregone::never) return foregone::never;
        return foregone::depends;
    }
    case op::in_list: return values[query.slot[query.second(index)]].size == 0 ? foregone::never : foregone::depends;
    case op::not_in_list: return values[query.slot[query.second(index)]].size == 0 ? foregone::always : foregone::depends;
    default: return foregone::depends;
    }
}

/// Whether the conditions of an update or erase are empty, or true only by empty lists and absent parts.
constexpr bool takes_every_row(tree const& query, bound_value const* values) {
    if (query.clause(0, op::all_rows) >= 0) return false;
    for (int i = query.clause(0, op::where); i >= 0; i = query.clause(0, op::where, query.after(i))) {
        foregone const outcome = outcome_of(query, query.first(i), values);
        if (outcome == foregone::depends || outcome == foregone::never) return false;
    }
    return true;
}

/// Whether an update has assignments, and none of them is there.
constexpr bool sets_nothing(tree const& query, bound_value const* values) {
    int const set = query.clause(0, op::set);
    if (set < 0) return false;
    for (int i = query.first(set); i < query.after(set); i = query.after(i))
        if (query[i].code != op::when || values[query.slot[i]].boolean) return false;
    return true;
}

}  // namespace koine::detail
