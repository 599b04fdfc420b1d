// SPDX-License-Identifier: BSL-1.0
// dialect · sqlite/parser_words: the words of SQL, and what SQLite's parser holds when it has read them (its grammar: parse.y).
#pragma once

#include <cstdint>
#include <string_view>

namespace koine::detail {

enum class word_role : unsigned char {
    name,       ///< what is no word of SQL, or does not count
    statement,
    clause,     ///< of a statement: what was read of it before is held as one symbol for each clause
    tables,     ///< FROM, and what leads from an ON back to it
    join,       ///< ON, behind a table
    window,     ///< PARTITION and ORDER inside OVER (…)
    alias,
    skipped,    ///< part of a symbol that is counted with another word
    trailing,   ///< behind a term of an order
    infix,
    conjunction,
    between,
    negation,
    prefix,
    filter,     ///< behind a function's call: the call is still held
    case_of,
    when,
    then,
    otherwise,
    end,
};

enum class statement_kind : unsigned char { select, erase, update, insert };

struct parser_word {
    std::uint64_t key = 0;
    word_role role = word_role::name;
    /// Of an operator: how tightly it binds. Of a clause: what is held behind it, in SELECT, DELETE, UPDATE and INSERT. Of a
    /// statement: the same, and then which it is.
    signed char held[4]{};
    signed char again = 0;  ///< and how much more from the clause's second expression on
    signed char tail = 0;   ///< what may follow an expression there before it is taken together
};

/// What a character is in a word: a letter by its place in the alphabet, capital or not; 31 what else a word has; 0 what ends it.
struct letter_table {
    unsigned char at[256]{};
    constexpr letter_table() {
        for (int c = 0; c < 256; ++c) {
            bool const other = (c >= '0' && c <= '9') || c == '_' || c == '?' || c == '$' || c == ':' || c == '@' || c >= 0x80;
            int const letter = c >= 'a' && c <= 'z' ? c - 'a' + 1 : c >= 'A' && c <= 'Z' ? c - 'A' + 1 : other ? 31 : 0;
            at[c] = static_cast<unsigned char>(letter);
        }
    }
    constexpr unsigned char operator[](char c) const { return at[static_cast<unsigned char>(c)]; }
};
inline constexpr letter_table letters;

/// A word as a number; no longer one has that of a word of SQL, because its last twelve characters fill it.
constexpr std::uint64_t word_key(std::string_view text) {
    std::uint64_t key = 0;
    for (char c : text) key = key << 5 | letters[c];
    return key;
}

/// The binding of operators, by the grammar's %left and %right.
inline constexpr signed char binds_or = 1, binds_and = 2, binds_not = 3, binds_equal = 4, binds_less = 5, binds_escape = 6, binds_bits = 7,
                             binds_sum = 8, binds_product = 9, binds_concat = 10, binds_collate = 11, binds_sign = 12;

inline constexpr parser_word parser_words[] = {
    {word_key("AS"), word_role::alias},
    {word_key("AND"), word_role::conjunction},
    {word_key("SELECT"), word_role::statement, {4, static_cast<signed char>(statement_kind::select)}},
    {word_key("FROM"), word_role::tables, {5, 3, 9, 9}},
    {word_key("WHERE"), word_role::clause, {5, 6, 9, 18}},
    {word_key("NOT"), word_role::negation, {binds_not}},
    {word_key("IS"), word_role::infix, {binds_equal}},
    {word_key("OR"), word_role::infix, {binds_or}},
    {word_key("IN"), word_role::infix, {binds_equal}},
    {word_key("EXISTS"), word_role::prefix, {binds_sign}},
    {word_key("CASE"), word_role::case_of},
    {word_key("WHEN"), word_role::when},
    {word_key("THEN"), word_role::then},
    {word_key("ELSE"), word_role::otherwise},
    {word_key("END"), word_role::end},
    {word_key("LEFT"), word_role::tables, {5, 3, 9, 9}},
    {word_key("INNER"), word_role::tables, {5, 3, 9, 9}},
    {word_key("JOIN"), word_role::tables, {5, 3, 9, 9}},
    {word_key("ON"), word_role::join, {9, 0, 13, 8}},
    {word_key("ORDER"), word_role::window, {9, 8, 11, 9}, 2, 3},
    {word_key("BY"), word_role::skipped},
    {word_key("DESC"), word_role::trailing},
    {word_key("NULLS"), word_role::trailing, {3}},
    {word_key("FIRST"), word_role::trailing},
    {word_key("LAST"), word_role::trailing},
    {word_key("ASC"), word_role::trailing},
    {word_key("LIMIT"), word_role::clause, {9, 9, 12, 9}, 2},
    {word_key("OFFSET"), word_role::clause, {11, 11, 14, 11}},
    {word_key("GROUP"), word_role::clause, {7, 0, 0, 7}, 2},
    {word_key("HAVING"), word_role::clause, {7, 0, 0, 7}},
    {word_key("DISTINCT"), word_role::skipped},
    {word_key("CAST"), word_role::prefix, {binds_sign}},
    {word_key("OVER"), word_role::filter},
    {word_key("FILTER"), word_role::filter},
    {word_key("PARTITION"), word_role::window, {}, 2, 3},
    {word_key("BETWEEN"), word_role::between, {binds_equal}},
    {word_key("LIKE"), word_role::infix, {binds_equal}},
    {word_key("GLOB"), word_role::infix, {binds_equal}},
    {word_key("MATCH"), word_role::infix, {binds_equal}},
    {word_key("REGEXP"), word_role::infix, {binds_equal}},
    {word_key("ESCAPE"), word_role::infix, {binds_escape}},
    {word_key("COLLATE"), word_role::infix, {binds_collate}},
    {word_key("DELETE"), word_role::statement, {3, static_cast<signed char>(statement_kind::erase)}},
    {word_key("UPDATE"), word_role::statement, {4, static_cast<signed char>(statement_kind::update)}},
    {word_key("INSERT"), word_role::statement, {5, static_cast<signed char>(statement_kind::insert)}},
    {word_key("SET"), word_role::clause, {0, 0, 6, 15}, 2},
    {word_key("VALUES"), word_role::clause, {0, 0, 0, 7}},
    {word_key("RETURNING"), word_role::clause, {0, 10, 13, 20}},
};

/// Where each word is, found by its key: this runs for every word of every text.
struct word_index {
    static constexpr int slots = 128;
    signed char at[slots]{};  ///< one more than the position; 0: none

    constexpr word_index() {
        signed char position = 0;
        for (parser_word const& word : parser_words) {
            std::uint64_t slot = word.key % slots;
            while (at[slot] != 0) slot = (slot + 1) % slots;
            at[slot] = ++position;
        }
    }
};
inline constexpr word_index words_by_key;
inline constexpr parser_word no_word;

constexpr parser_word const& find_word(std::uint64_t key) {
    for (std::uint64_t slot = key % word_index::slots; words_by_key.at[slot] != 0; slot = (slot + 1) % word_index::slots)
        if (parser_words[words_by_key.at[slot] - 1].key == key) return parser_words[words_by_key.at[slot] - 1];
    return no_word;
}

}  // namespace koine::detail
