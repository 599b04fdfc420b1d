// SPDX-License-Identifier: BSL-1.0
// dialect · sqlite/shallow_text: texts that SQLite's parser holds without a closer look.
#pragma once

#include <cstddef>
#include <string_view>

namespace koine::detail {

/// Whether a text fits for all that it may say: two levels of parentheses, each with at most thirty entries of operators and
/// clauses that wait, and no CASE, which nests without them. Reading it would take most of the time that a query compiles.
constexpr bool surely_fits_parser(std::string_view text) {
    int depth = 0;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (quote != 0 || c == '"' || c == '\'') {
            if (quote == 0) quote = c;
            else if (quote == c) quote = 0;
        } else if (c == '(') {
            if (++depth > 2) return false;
        } else if (c == ')') {
            --depth;
        } else if ((c | 0x20) == 'c' && i + 3 < text.size() && (text[i + 1] | 0x20) == 'a' && (text[i + 2] | 0x20) == 's' && (text[i + 3] | 0x20) == 'e') {
            return false;
        }
    }
    return true;
}

}  // namespace koine::detail
