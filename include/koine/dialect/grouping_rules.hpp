// SPDX-License-Identifier: BSL-1.0
// dialect · grouping_rules: beside aggregates stands only what every row of a group has in common.
#pragma once

#include <koine/dialect/equality_rules.hpp>
#include <koine/dialect/finding.hpp>
#include <koine/dialect/shape_path.hpp>

namespace koine::detail {

class grouping_rules {
public:
    constexpr grouping_rules(tree const& query, int select) : query_(query), select_(select), group_(query.clause(select, op::group_by)) {}

    /// Whether a SELECT gives groups: it says by what, or has an aggregate.
    [[nodiscard]] constexpr bool are_there() const {
        if (group_ >= 0) return true;
        for (int i = query_.first(select_); i < query_.after(select_); i = query_.after(i))
            if (is_grouped_clause(query_[i].code) && has_aggregate(query_.first(i), query_.after(i))) return true;
        return false;
    }

    [[nodiscard]] constexpr finding check() const {
        for (int i = query_.first(select_); i < query_.after(select_); i = query_.after(i)) {
            if (!is_grouped_clause(query_[i].code)) continue;
            for (int operand = query_.first(i); operand < query_.after(i); operand = query_.after(operand))
                if (int const culprit = ungrouped(operand); culprit >= 0) return {problem::ungrouped_column, culprit};
        }
        int const shaped = query_.clause(select_, op::select_shape);
        if (shaped < 0) return {};
        shape_descriptor const& shape = *query_[shaped].shape;
        for (int m = 0; m < shape.members.count; ++m) {
            if (given_item(query_, shaped, m) >= 0 || shape.members[m].column < 0) continue;
            if (!is_common(*shape.table, query_[select_].text, shape.members[m].column)) return {problem::ungrouped_column, shaped};
        }
        return {};
    }

private:
    static constexpr bool is_grouped_clause(op code) {
        return code == op::select_items || code == op::select_shape || code == op::having || code == op::order_by;
    }
    [[nodiscard]] constexpr bool has_aggregate(int begin, int end) const {
        for (int i = begin; i < end;) {
            if (is_aggregate(query_[i].code)) return true;
            // An aggregate over a window makes no groups.
            i = is_statement(query_[i].code) ? query_.after(i) : query_[i].code == op::over ? i + 2 : i + 1;
        }
        return false;
    }

    [[nodiscard]] constexpr bool same(int left, int right) const {
        if (query_.after(left) - left != query_.after(right) - right) return false;
        for (int i = 0; i < query_.after(left) - left; ++i) {
            token const& one = query_[left + i];
            token const& two = query_[right + i];
            if (one.code != two.code || one.table != two.table || one.column != two.column || one.text != two.text || one.relation != two.relation ||
                takes_slot(one.code))
                return false;
        }
        return true;
    }
    [[nodiscard]] constexpr bool is_term(int index) const {
        if (group_ < 0) return false;
        for (int term = query_.first(group_); term < query_.after(group_); term = query_.after(term))
            if (same(term, index)) return true;
        return false;
    }
    [[nodiscard]] constexpr bool names(table_descriptor const& table, std::string_view alias, short column) const {
        for (int term = query_.first(group_); term < query_.after(group_); term = query_.after(term))
            if (query_[term].code == op::column && query_[term].table == &table && query_[term].text == alias && query_[term].column == column) return true;
        return false;
    }
    /// Whether a column is the same in a group: it is grouped by, or the primary key of its table is.
    [[nodiscard]] constexpr bool is_common(table_descriptor const& table, std::string_view alias, short column) const {
        if (group_ < 0) return false;
        if (names(table, alias, column)) return true;
        if (&table == query_[select_].table && alias == query_[select_].text && query_.declaration_of(select_) >= 0) return false;
        for (int i = 0; i < table.primary_key.count; ++i)
            if (!names(table, alias, table.primary_key.at[i])) return false;
        return table.primary_key.count > 0;
    }
    /// Whether a table of the SELECT has this name, so that its columns are of the groups' rows.
    [[nodiscard]] constexpr bool owns(table_descriptor const& table, std::string_view alias) const {
        if (query_[select_].table == &table && query_[select_].text == alias) return true;
        for (int i = query_.first(select_); i < query_.after(select_); i = query_.after(i))
            if (is_join(query_[i].code) && query_[i].table == &table && query_[i].text == alias) return true;
        return false;
    }

    /// The first word of an operand that differs within a group; -1 where there is none.
    [[nodiscard]] constexpr int ungrouped(int index) const {
        token const& word = query_[index];
        if (is_aggregate(word.code) || is_term(index)) return -1;
        if (word.code == op::over) {
            // The window is of groups, and so are the function's operands.
            for (int i = query_.first(query_.first(index)); i < query_.after(index); i = query_.after(i))
                if (int const culprit = ungrouped(i); culprit >= 0) return culprit;
            return -1;
        }
        if (is_statement(word.code)) return pairs_alike(word) ? -1 : index;
        if (word.code == op::column) return is_common(*word.table, word.text, word.column) ? -1 : index;
        for (int i = query_.first(index); i < query_.after(index); i = query_.after(i))
            if (int const culprit = ungrouped(i); culprit >= 0) return culprit;
        return -1;
    }
    /// Whether related rows are the same for every row of a group.
    [[nodiscard]] constexpr bool pairs_alike(token const& rows) const {
        if (!rows.related || !owns(*rows.relation->from, rows.outer)) return true;
        for (int i = 0; i < rows.relation->from_columns.count; ++i)
            if (!is_common(*rows.relation->from, rows.outer, rows.relation->from_columns.at[i])) return false;
        return true;
    }

    tree const& query_;
    int select_;
    int group_;
};

}  // namespace koine::detail
