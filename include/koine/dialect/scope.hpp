// SPDX-License-Identifier: BSL-1.0
// dialect · scope: which tables a place in a statement can see, and under which numbered alias.
#pragma once

#include <koine/expression/tree.hpp>

namespace koine::detail {

struct source {
    table_descriptor const* table = nullptr;
    std::string_view alias{};
    short number = -1;   ///< the N of alias tN; -1: the table under its own name, as in UPDATE and DELETE
    bool outer = false;  ///< the side of a join that may be missing: every column can be NULL
    short computed = -1; ///< the number of a table that the query declares
    short within = -1;   ///< a junction that lies in a derived table: the N of that one's alias; its columns have numbers there
};

inline constexpr int maximum_sources = 160;
/// The tables that one SELECT joins for the to-one members of its shape.
inline constexpr int maximum_joins = 48;

/// The alias of a table that a shape joins by itself: no column of the user's means it.
inline constexpr std::string_view hidden_alias = "\x01";

/// The tables in sight, innermost last.
struct scope {
    source sources[maximum_sources]{};
    int count = 0;
    int lowest = 0;  ///< what lies below is out of sight
    short next_number = 0;

    constexpr int push(table_descriptor const* table, std::string_view alias, bool outer = false) {
        sources[count] = {table, alias, next_number++, outer, -1, -1};
        return count++;
    }
    constexpr int push_unaliased(table_descriptor const* table) {
        sources[count] = {table, {}, -1, false, -1, -1};
        return count++;
    }
    /// Before a joined table is pushed: whether it may be missing. The tables from `first` on, which it is joined to, may be by a
    /// right or a full join.
    constexpr bool enter_join(op code, int first) {
        if (code == op::right_join || code == op::full_join)
            for (int i = first; i < count; ++i) sources[i].outer = true;
        return code == op::left_join || code == op::full_join;
    }
    /// The innermost source that is a table under a name of the user's; -1 where there is none.
    [[nodiscard]] constexpr int find_table(table_descriptor const* table, std::string_view alias) const {
        for (int i = count - 1; i >= lowest; --i)
            if (sources[i].table == table && sources[i].alias == alias) return i;
        return -1;
    }
    /// The innermost source that a column token means; -1 where there is none.
    [[nodiscard]] constexpr int find(token const& column) const {
        return find_table(column.table, column.text);
    }
};

/// Whether an aggregate names columns, and none but those of rows around its SELECT, whose own sources are those from `own` on.
constexpr bool is_of_outer(tree const& query, scope const& sources, int own, int aggregate) {
    bool outer = false;
    for (int i = query.first(aggregate); i < query.after(aggregate); ++i) {
        if (is_statement(query[i].code)) return false;
        if (query[i].code != op::column) continue;
        if (sources.find(query[i]) >= own) return false;
        outer = true;
    }
    return outer;
}

/// Whether an expression can be NULL where it stands: by its own type, or by a column of an outer-joined table.
constexpr bool can_be_null(tree const& query, scope const& sources, int index) {
    token const& word = query[index];
    switch (word.code) {
    case op::column: {
        int const from = sources.find(word);
        return word.nullable || (from >= 0 && sources.sources[from].outer);
    }
    case op::value:
    case op::list_value:
    case op::count_rows:
    case op::count:
    case op::exists:
    case op::json_object:
    case op::json_array:
    case op::is_null:
    case op::is_not_null:
    case op::same_as:
    case op::not_same_as: return false;
    case op::raw: return word.nullable;
    case op::over: return can_be_null(query, sources, query.first(index));
    case op::coalesce: {
        bool all = true;
        for (int i = query.first(index); i < query.after(index); i = query.after(i)) all = all && can_be_null(query, sources, i);
        return all;
    }
    case op::case_when: {
        // Condition, value, condition, value, and the value of ELSE.
        bool any = word.arity % 2 == 0;
        for (int i = query.first(index), operand = 0; i < query.after(index); i = query.after(i), ++operand)
            if (operand % 2 == 1 || operand + 1 == word.arity) any = any || can_be_null(query, sources, i);
        return any;
    }
    default: break;
    }
    if (word.nullable) return true;
    for (int i = query.first(index), operand = 0; operand < word.arity; i = query.after(i), ++operand)
        if (!is_statement(query[i].code) && can_be_null(query, sources, i)) return true;
    return false;
}

}  // namespace koine::detail
