// SPDX-License-Identifier: BSL-1.0
// dialect · write_function: a function by its dialect's pattern, and CASE.
#pragma once

#include <koine/dialect/write_expression.hpp>
#include <koine/expression/function.hpp>

namespace koine::detail {

/// An operand of a function: a column as arithmetic has it, so that no result is narrower than its C++ type.
template <class Out>
constexpr void write_argument(Out& out, int operand, int place) {
    if (out.query[operand].code == op::column) Out::dialect::computed(out, part{operand, place}, out.query[operand].kind);
    else out(part{operand, place});
}

/// Writes a function's operands into its pattern: {0} the first, in parentheses where it is more than one word for {0!}, and
/// {*, } all of them with what stands behind the star between them.
template <class Out>
constexpr void write_function(Out& out, int index) {
    token const& word = out.query[index];
    std::string_view rest = Out::dialect::spelling(static_cast<function>(word.number), can_be_null(out.query, out.sources, index));
    for (std::size_t hole = rest.find('{'); hole != std::string_view::npos; hole = rest.find('{')) {
        out.raw(rest.substr(0, hole));
        std::size_t const end = rest.find('}', hole);
        if (rest[hole + 1] == '#') {
            out(number{word.literal});
        } else if (rest[hole + 1] == '*') {
            std::string_view const between = rest.substr(hole + 2, end - hole - 2);
            int operand = out.query.first(index);
            for (int i = 0; i < word.arity; ++i, operand = out.query.after(operand)) {
                if (i > 0) out.raw(between);
                write_argument(out, operand, between == ", " ? loose : tight);
            }
        } else {
            int operand = out.query.first(index);
            for (char at = '0'; at < rest[hole + 1]; ++at) operand = out.query.after(operand);
            write_argument(out, operand, rest[hole + 2] == '!' ? tight : loose);
        }
        rest.remove_prefix(end + 1);
    }
    out.raw(rest);
}

template <class Out>
constexpr void write_coalesce(Out& out, int index) {
    out("COALESCE(");
    for (int operand = out.query.first(index); operand < out.query.after(index); operand = out.query.after(operand)) {
        if (operand > out.query.first(index)) out(", ");
        out(part{operand, loose});
    }
    out(")");
}

template <class Out>
constexpr void write_case(Out& out, int index) {
    out("CASE");
    int operand = out.query.first(index);
    for (int i = 0; i + 1 < out.query[index].arity; i += 2) {
        out(" WHEN ");
        write_condition(out, operand);
        operand = out.query.after(operand);
        out(" THEN ");
        write_argument(out, operand, loose);
        operand = out.query.after(operand);
    }
    if (out.query[index].arity % 2 == 1) out(" ELSE ", [operand](Out& to) { write_argument(to, operand, loose); });
    out(" END");
}

}  // namespace koine::detail
