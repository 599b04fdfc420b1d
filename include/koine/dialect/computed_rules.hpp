// SPDX-License-Identifier: BSL-1.0
// dialect · computed_rules: what the queries of a computed table may say; those of a recursive one are held to what all databases take.
#pragma once

#include <koine/dialect/finding.hpp>
#include <koine/expression/tree.hpp>

namespace koine::detail {

/// How often a query names a table that it declares, from one word to another.
constexpr int references_to(tree const& query, int begin, int end, table_descriptor const& table) {
    int found = 0;
    for (int i = begin; i < end; ++i)
        if ((query[i].code == op::select || is_join(query[i].code)) && query[i].table == &table) ++found;
    return found;
}

/// Whether a recursive table is a query that does not name it, and one that does so once: as its root or by an inner join, row by
/// row.
constexpr bool is_recursion(tree const& query, int with) {
    table_descriptor const& table = *query[with].table;
    int const compound = query.first(with);
    if (query[compound].code != op::compound || query[compound].arity != 2) return false;
    if (query[compound].number > static_cast<std::int64_t>(set_operation::union_all)) return false;
    int const anchor = query.first(compound);
    int const step = query.second(compound);
    if (references_to(query, anchor, step, table) != 0 || references_to(query, step, query.after(step), table) != 1) return false;
    bool named = query[step].table == &table;
    for (int i = query.first(step); i < query.after(step); i = query.after(i)) {
        op const code = query[i].code;
        if (code != op::inner_join && code != op::cross_join && code != op::where && code != op::select_shape) return false;
        if (is_join(code)) named = named || query[i].table == &table;
        for (int word = i; word < query.after(i); ++word) {
            if (is_statement(query[word].code)) word = query.after(word) - 1;
            else if (is_aggregate(query[word].code) || query[word].code == op::over) return false;
        }
    }
    return named;
}

/// Whether a SELECT says no more than that it gives the rows of a compound, which then stands in its place.
constexpr bool gives_compound(tree const& query, int select) {
    int const with = query.declaration_of(select);
    return with >= 0 && query[select].arity == 1 && !query[with].recursive() && query[query.first(with)].code == op::compound;
}

}  // namespace koine::detail
