// SPDX-License-Identifier: BSL-1.0
// expression · tree: where each token's operands lie in the row of tokens, and which value it binds.
#pragma once

#include <koine/expression/token.hpp>

namespace koine::detail {

constexpr bool takes_slot(op code) { return code == op::value || code == op::list_value || code == op::when; }

template <int Count>
struct tree_storage {
    short end[Count]{};   ///< one past the last token of the operand that begins here
    short slot[Count]{};  ///< the value that this token binds

    constexpr explicit tree_storage(token const* tokens) {
        for (int i = Count - 1; i >= 0; --i) {
            int after = i + 1;
            for (int operand = 0; operand < tokens[i].arity; ++operand) after = end[after];
            end[i] = static_cast<short>(after);
        }
        short next = 0;
        for (int i = 0; i < Count; ++i) slot[i] = takes_slot(tokens[i].code) ? next++ : short{-1};
    }
};

/// A query's tokens with their structure; the same type for every query, so that what reads it exists once.
struct tree {
    token const* tokens = nullptr;
    short const* end = nullptr;
    short const* slot = nullptr;
    int count = 0;

    constexpr token const& operator[](int index) const { return tokens[index]; }
    [[nodiscard]] constexpr int first(int index) const { return index + 1; }
    [[nodiscard]] constexpr int after(int index) const { return end[index]; }
    [[nodiscard]] constexpr int second(int index) const { return end[index + 1]; }
    [[nodiscard]] constexpr int third(int index) const { return end[end[index + 1]]; }
    /// What stands behind the marks that it may be absent.
    [[nodiscard]] constexpr int unmarked(int index) const {
        while (tokens[index].code == op::when) ++index;
        return index;
    }
    /// The first clause of a statement with this code, from a position on; -1 where there is none.
    [[nodiscard]] constexpr int clause(int statement, op code, int from = -1) const {
        for (int i = from < 0 ? first(statement) : from; i < end[statement]; i = end[i])
            if (tokens[i].code == code) return i;
        return -1;
    }
    /// Whether a SELECT gives no more rows than it counts.
    [[nodiscard]] constexpr bool is_cut_off(int select) const {
        return clause(select, op::limit) >= 0 || clause(select, op::offset) >= 0 || clause(select, op::last) >= 0;
    }
    /// The clause that declares the computed table which a word means, a select or a join; -1 where there is none. A definition sees
    /// those before it, and itself where it is recursive; a model's table is computed only for the statement that says so itself.
    [[nodiscard]] constexpr int declaration_of(int at) const {
        table_descriptor const* const table = tokens[at].table;
        for (int owner = at; owner >= 0 && (owner == at || table->computed()); --owner) {
            if (!is_statement(tokens[owner].code) || end[owner] <= at) continue;
            for (int with = clause(owner, op::with); with >= 0; with = clause(owner, op::with, end[with])) {
                bool const within = at > with && at < end[with];
                if (tokens[with].table == table && (!within || tokens[with].recursive())) return with;
                if (within) break;
            }
        }
        return -1;
    }
    /// The number by which a computed table is named.
    [[nodiscard]] constexpr short number_of(int with) const {
        short number = 0;
        for (int i = 0; i < with; ++i) if (tokens[i].code == op::with) ++number;
        return number;
    }
    /// Whether a statement joins tables.
    [[nodiscard]] constexpr bool joins(int statement) const {
        for (int i = first(statement); i < end[statement]; i = end[i])
            if (is_join(tokens[i].code)) return true;
        return false;
    }
    [[nodiscard]] constexpr bool contains(op code) const {
        for (int i = 0; i < count; ++i)
            if (tokens[i].code == code) return true;
        return false;
    }
};

template <class Tokens>
inline constexpr tree_storage<Tokens::count> tree_storage_of{Tokens::at};

/// The tree of a token_array.
template <class Tokens>
inline constexpr tree tree_of{Tokens::at, tree_storage_of<Tokens>.end, tree_storage_of<Tokens>.slot, Tokens::count};

}  // namespace koine::detail
