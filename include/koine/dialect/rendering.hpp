// SPDX-License-Identifier: BSL-1.0
// dialect · rendering: the state of writing one statement, and what a dialect's functions are handed as `out`.
#pragma once

#include <koine/dialect/list_strategy.hpp>
#include <koine/dialect/scope.hpp>
#include <koine/dialect/shape_path.hpp>

#include <koine/sql/sink.hpp>

namespace koine {

namespace detail {

struct level_row;

/// How tightly an operator binds its operands; what binds less than its place asks is put in parentheses.
enum binding : int { loose = 0, disjunction = 1, conjunction = 2, negation = 3, comparing = 4, additive = 5, multiplicative = 6, unary = 7, tight = 9 };

/// An operand of the statement. It writes itself, in parentheses where it binds less tightly than its place asks.
struct part {
    int index;
    int binding = 0;
};
/// An identifier, quoted as the dialect does.
struct identifier {
    std::string_view text;
};
/// A column of a source in scope.
struct column_of_source {
    int source;
    short column;
};
/// A number written into the text: of a template argument or of the schema, never of a bound value.
struct number {
    std::int64_t value;
};
/// Text written into the text, quoted: of a description.
struct quoted {
    std::string_view text;
};

/// Writes one statement in a dialect. `Sink` is a buffer when compiling and a string when running.
template <class Dialect, class Sink>
struct rendering {
    using dialect = Dialect;

    Sink sink{};
    tree query{};
    scope sources{};
    bound_value const* values = nullptr;  ///< only where parts of the query can be absent
    strategy lists = strategy::json;
    level_row* row = nullptr;             ///< where the rows of all levels are one statement: the one that is being written
    bool proposes = false;                ///< writes an upsert, in which the database knows what was to be inserted
    bool marks = false;                   ///< writes what parts are optional into the text, to tell queries apart
    bool recursive = false;               ///< writes the queries of a recursive table, whose columns have one type for all rows
    int select_depth = 0;
    shape_path path{};                    ///< of the shape's member that is being written
    int to_one_next = 0;                  ///< the next join that a shape's to-one member takes

    /// Writes literals and parts, one after the other.
    constexpr void operator()(auto... pieces) { (put(pieces), ...); }

    constexpr void put(char const* literal) { sink.put(std::string_view(literal)); }
    constexpr void put(part operand) { write_operand(*this, operand); }
    constexpr void put(identifier name) { Dialect::name(*this, name.text); }
    constexpr void put(quoted literal) { Dialect::text_literal(*this, literal.text); }
    constexpr void put(number literal) {
        char digits[20]{};
        int count = 0;
        std::uint64_t rest = literal.value < 0 ? ~static_cast<std::uint64_t>(literal.value) + 1 : static_cast<std::uint64_t>(literal.value);
        do digits[count++] = static_cast<char>('0' + rest % 10);
        while ((rest /= 10) != 0);
        if (literal.value < 0) sink.put('-');
        while (count > 0) sink.put(digits[--count]);
    }
    constexpr void put(column_of_source column) {
        source const& from = sources.sources[column.source];
        std::string_view const name = from.table->columns[column.column].name;
        if (from.within >= 0) (*this)("t", number{from.within}, ".", [column](rendering& to) { Dialect::computed_name(to, column.column); });
        else if (from.number >= 0) (*this)("t", number{from.number}, ".", identifier{name});
        else if (select_depth > 0) (*this)(identifier{from.table->name}, ".", identifier{name});
        else (*this)(identifier{name});
    }
    /// A part that the engine writes by a function of its own.
    constexpr void put(auto write) { write(*this); }
    /// One character or a run of text that is neither literal nor value: a piece of an identifier being quoted.
    constexpr void raw(std::string_view text) { sink.put(text); }
    constexpr void raw(char c) { sink.put(c); }

    /// A placeholder for what the driver gathers a list in.
    constexpr void list_placeholder() {
        sink.bind(gathered_list);
        Dialect::placeholder(*this, sink.binds);
    }
    /// A placeholder for a value. Where the dialect numbers them, one value has one number.
    constexpr void placeholder(short slot) {
        if constexpr (Dialect::numbered_placeholders) {
            for (int i = 0; i < sink.binds; ++i)
                if (sink.bound(i) == slot) return Dialect::placeholder(*this, i + 1);
        }
        sink.bind(slot);
        Dialect::placeholder(*this, sink.binds);
    }
};

}  // namespace detail
}  // namespace koine
