// SPDX-License-Identifier: BSL-1.0
// dialect · sqlite/parser_stack: how many entries of its stack SQLite's parser takes for a text, exactly or a few more.
#pragma once

#include <koine/dialect/sqlite/parser_words.hpp>

#include <utility>

namespace koine::detail {

/// Reads a text as the parser does, which shifts and reduces, and counts the symbols that it holds: those of each statement,
/// parenthesis, CASE and operator that is not complete yet. What it does not know it takes to be held to the end of what is
/// around it.
class parser_stack {
public:
    static constexpr int entries = 100;  ///< before 3.46; later it grows

    /// At most a few more than `entries`.
    static constexpr int needed_for(std::string_view text) {
        parser_stack stack;
        stack.read(text);
        return stack.most_ + 1;  // beneath the first symbol lies the state that the parser begins in
    }

private:
    enum class kind : unsigned char { statement, group, case_of, operation };
    struct opened {
        kind what{};
        statement_kind statement{};
        word_role role{};           ///< of an operation that waits for more than an operand
        signed char binding = 0;
        signed char again = 0;
        signed char tail = 0;
        bool tables = false;        ///< of a statement: in FROM
        bool derived = false;       ///< the last of them is a SELECT
        bool assigns = false;       ///< the next = is that of SET
        bool later = false;         ///< a CASE has had a WHEN, a window its PARTITION
        int start = 0;              ///< held below it
        int base = 0;               ///< held before its first expression
        int held = 0;               ///< and before this one
    };

    opened open_[entries + 8]{};
    int top_ = 0;
    int most_ = 0;
    bool operand_ = false;  ///< an expression is complete behind what is open

    constexpr opened& top() { return open_[top_]; }
    constexpr int depth() { return top().held + (operand_ ? 1 : 0); }
    constexpr void hold(int symbols) {
        if (symbols > most_) most_ = symbols;
    }
    constexpr void push(opened one) {
        open_[++top_] = one;
        hold(one.held);
        operand_ = false;
    }
    constexpr void push_operation(signed char binding, int more, word_role role = word_role::infix) {
        push({.what = kind::operation, .role = role, .binding = binding, .held = depth() + more});
    }
    constexpr void reduce(signed char binding) {
        while (top().what == kind::operation && top().binding >= binding && top().role != word_role::between) --top_;
    }
    constexpr void reduce_all() {
        while (top().what == kind::operation) --top_;
    }
    constexpr opened& around() {
        int at = top_;
        while (open_[at].what == kind::operation) --at;
        return open_[at];
    }
    constexpr void take_operand() {
        operand_ = true;
        hold(depth());
    }
    /// From here on the innermost statement or group holds `symbols` before its next expression.
    constexpr void expect(int symbols, signed char again = 0, signed char tail = 0) {
        reduce_all();
        operand_ = false;
        opened& here = top();
        here.base = here.held = symbols;
        here.again = again;
        here.tail = tail;
        hold(symbols + tail);
    }

    constexpr void read(std::string_view text) {
        char const* at = text.data();
        char const* const end = at + text.size();
        while (at != end && most_ <= entries) {
            if (letters[*at] != 0 || is_quote(*at)) {
                at = read_name(at, end);
            } else if (*at == ' ') {
                ++at;
            } else {
                at += read_mark(*at, at + 1 == end ? '\0' : at[1]);
            }
        }
    }
    static constexpr bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }

    /// A word, or the parts of a name with the points between them.
    constexpr char const* read_name(char const* at, char const* end) {
        std::uint64_t key = 0;
        for (int symbols = 1;; symbols += 2) {
            key = 0;
            if (is_quote(*at)) {
                char const quote = *at;
                for (++at; at != end && *at != quote; ++at) {}
                if (at != end) ++at;
            } else {
                for (; at != end && letters[*at] != 0; ++at) key = key << 5 | letters[*at];
                if (key == 0) ++at;  // t.*
            }
            if (at == end || *at != '.' || at + 1 == end) {
                if (symbols == 1 && key != 0) return read_word(find_word(key)), at;
                operand_ = true;
                hold(top().held + symbols);
                return at;
            }
            ++at;
        }
    }

    /// How many characters there are of it.
    constexpr int read_mark(char mark, char next) {
        switch (mark) {
        case '\x01': push_operation(0, 1, word_role::skipped); return 1;
        case '\x02':
            while (top().what == kind::operation && top().role != word_role::skipped) --top_;
            if (top().what == kind::operation) --top_;
            operand_ = true;
            return 1;
        case '(': open_group(); return 1;
        case ')': close_group(); return 1;
        case ',': next_expression(); return 1;
        case '*': operand_ ? push_infix(binds_product) : take_operand(); return 1;
        case '/':
        case '%': push_infix(binds_product); return 1;
        case '+':
        case '-':
            if (mark == '-' && next == '>') return push_infix(binds_concat), 2;
            operand_ ? push_infix(binds_sum) : push_operation(binds_sign, 1);
            return 1;
        case '~': push_operation(binds_sign, 1); return 1;
        case '|': return next == '|' ? (push_infix(binds_concat), 2) : (push_infix(binds_bits), 1);
        case '&': push_infix(binds_bits); return 1;
        case '=':
            if (around().assigns) assign();
            else push_infix(binds_equal);
            return next == '=' ? 2 : 1;
        case '!': push_infix(binds_equal); return next == '=' ? 2 : 1;
        case '<':
        case '>':
            push_infix(next == '>' && mark == '<' ? binds_equal : next == mark ? binds_bits : binds_less);
            return next == '=' || next == '>' || next == mark ? 2 : 1;
        default: return 1;
        }
    }

    constexpr void push_infix(signed char binding) {
        if (operand_) {
            reduce(binding);
            push_operation(binding, 1);
        } else if (top().what == kind::operation) {  // NOT IN: the two become one
            hold(top().held + 1);
            top().binding = binding;
        } else {
            push_operation(binding, 1);
        }
    }
    /// Behind a name the arguments of a function, beneath which its DISTINCT is held too.
    constexpr void open_group() {
        int const held = top().held + (operand_ ? 3 : 1);
        push({.what = kind::group, .again = 2, .base = held, .held = held});
    }
    constexpr void close_group() {
        while (top_ > 0 && top().what != kind::group) --top_;
        if (top_ == 0) return;
        int const base = top().base;
        --top_;
        around().derived = true;
        hold(base + (around().tables ? 4 : 2));  // in FROM an alias and an absent ON are held too
        operand_ = true;
    }
    constexpr void next_expression() {
        reduce_all();
        operand_ = false;
        opened& here = top();
        here.held = here.base + here.again;
        here.assigns = here.what == kind::statement && here.statement != statement_kind::select && here.again > 0;
        hold(here.held + here.tail);
    }
    constexpr void assign() {
        reduce_all();
        operand_ = false;
        top().assigns = false;
        top().held += 2;
    }

    constexpr void read_word(parser_word const& word) {
        if (!read_known(word)) {
            if (operand_) push_operation(0, 1);
            else take_operand();
        }
    }
    constexpr bool read_known(parser_word const& word) {
        opened& outer = around();
        bool const in_statement = outer.what == kind::statement;
        switch (word.role) {
        case word_role::statement: return read_statement(word);
        case word_role::window:
            if (outer.what == kind::group) return read_window(outer, word), true;
            [[fallthrough]];
        case word_role::clause:
        case word_role::join:
        case word_role::tables: return in_statement && read_clause(outer, word);
        case word_role::alias:
            reduce_all();
            if (outer.what == kind::group) outer.held += 3;  // CAST (… AS …)
            operand_ = false;
            return true;
        case word_role::skipped: return !operand_;
        case word_role::trailing:
            if (!operand_) return false;
            reduce_all();
            return hold(depth() + word.held[0]), true;
        case word_role::infix: return push_infix(word.held[0]), true;
        case word_role::conjunction: return read_conjunction(), true;
        case word_role::between: return push_infix(word.held[0]), top().role = word_role::between, true;
        case word_role::negation: return operand_ ? push_infix(binds_equal) : push_operation(binds_not, 1), true;
        case word_role::prefix: return push_operation(word.held[0], 1), true;
        case word_role::filter: return push_operation(binds_sign, 5), true;  // with the call's five
        case word_role::case_of: {
            int const start = depth();
            return push({.what = kind::case_of, .start = start, .held = start + 1}), true;
        }
        case word_role::when:
        case word_role::then:
        case word_role::otherwise:
        case word_role::end: return outer.what == kind::case_of && read_case(outer, word.role);
        case word_role::name: return false;
        }
        return false;
    }
    constexpr bool read_statement(parser_word const& word) {
        auto const which = static_cast<statement_kind>(word.held[1]);
        if (which != statement_kind::select && top_ > 0) return false;  // ON CONFLICT … DO UPDATE
        int const start = depth();
        push({.what = kind::statement, .statement = which, .start = start, .base = start + word.held[0], .held = start + word.held[0]});
        hold(start + 9);  // at its end a symbol for each of a SELECT's clauses, also those that are not there
        return true;
    }
    constexpr bool read_clause(opened& here, parser_word const& word) {
        if (!operand_ && top().what == kind::operation && word.key == word_key("FROM")) return top().held += 2, true;  // IS DISTINCT FROM
        int const symbols = word.held[static_cast<int>(here.statement)] + (word.role == word_role::join && here.derived ? 1 : 0);
        expect(here.start + symbols, word.again, word.tail);
        here.derived = false;
        here.tables = word.role == word_role::tables;
        here.assigns = word.key == word_key("SET");
        return true;
    }
    constexpr void read_window(opened& here, parser_word const& word) {
        bool const partition = word.key == word_key("PARTITION");
        int const before = here.later ? here.start + 3 : here.base;
        expect(before + 2, word.again, word.tail);
        here.start = before;
        here.later = partition;
    }
    constexpr void read_conjunction() {
        if (!operand_) return push_infix(binds_and);
        while (top().what == kind::operation && top().binding >= binds_and) {
            if (top().role == word_role::between) {
                top().role = word_role::infix;
                top().held += 2;
                operand_ = false;
                return;
            }
            --top_;
        }
        push_operation(binds_and, 1);
    }
    constexpr bool read_case(opened& here, word_role role) {
        reduce_all();
        operand_ = false;
        if (role == word_role::when) here.held = here.start + (std::exchange(here.later, true) ? 4 : 3);
        if (role == word_role::then) here.held += 2;
        if (role == word_role::otherwise) here.held = here.start + 4;
        hold(here.held);
        if (role != word_role::end) return true;
        hold(here.start + 5);
        --top_;
        operand_ = true;
        return true;
    }
};

}  // namespace koine::detail
