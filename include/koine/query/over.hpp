// SPDX-License-Identifier: BSL-1.0
// query · over: a function over a window of rows: ranks, rows before and behind, aggregates of frames.
#pragma once

#include <koine/expression/function.hpp>
#include <koine/query/string_agg.hpp>

namespace koine {

/// What a frame leaves out.
enum class frame_exclusion : unsigned char { nothing, current_row, group, ties };

namespace detail {

enum class frame_unit : unsigned char { rows, range, groups };
enum class bound_place : unsigned char { unbounded_preceding, preceding, current_row, following, unbounded_following };

/// Where a frame begins or ends.
template <bound_place Place, unsigned Offset = 0>
struct frame_bound {
    static constexpr bound_place place = Place;
    static constexpr unsigned offset = Offset;
};

/// The standard's words for a frame, which all databases share.
struct frame_text {
    char at[96]{};
    std::size_t size = 0;
    constexpr void put(std::string_view words) {
        for (char c : words) at[size++] = c;
    }
    constexpr void put(bound_place place, unsigned offset) {
        if (place == bound_place::preceding || place == bound_place::following) {
            char digits[10]{};
            int count = 0;
            do digits[count++] = static_cast<char>('0' + offset % 10);
            while ((offset /= 10) != 0);
            while (count > 0) at[size++] = digits[--count];
            put(" ");
        }
        constexpr std::string_view words[] = {"UNBOUNDED PRECEDING", "PRECEDING", "CURRENT ROW", "FOLLOWING", "UNBOUNDED FOLLOWING"};
        put(words[static_cast<int>(place)]);
    }
};

/// The number is 0 for a frame that every database has, 1 for one of groups or one that leaves rows out.
template <frame_unit Unit, class Begin, class End, frame_exclusion Exclusion>
struct frame_token {
    static constexpr frame_text text = [] {
        frame_text words;
        constexpr std::string_view units[] = {"ROWS", "RANGE", "GROUPS"};
        constexpr std::string_view exclusions[] = {"", " EXCLUDE CURRENT ROW", " EXCLUDE GROUP", " EXCLUDE TIES"};
        words.put(units[static_cast<int>(Unit)]);
        words.put(" BETWEEN ");
        words.put(Begin::place, Begin::offset);
        words.put(" AND ");
        words.put(End::place, End::offset);
        words.put(exclusions[static_cast<int>(Exclusion)]);
        return words;
    }();
    static constexpr token value{.code = op::frame,
                                 .text = std::string_view(text.at, text.size),
                                 .number = Unit == frame_unit::groups || Exclusion != frame_exclusion::nothing ? 1 : 0};
};

/// A frame, which can still leave rows out.
template <frame_unit Unit, class Begin, class End, frame_exclusion Exclusion = frame_exclusion::nothing>
struct frame : clause<op::frame, values<0>, frame_token<Unit, Begin, End, Exclusion>> {
    template <frame_exclusion Rows>
    [[nodiscard]] constexpr auto exclude() const {
        return frame<Unit, Begin, End, Rows>{};
    }
};

template <frame_unit Unit, class Begin, class End>
constexpr auto make_frame(Begin, End) {
    constexpr bool ends = Begin::place != bound_place::unbounded_following && End::place != bound_place::unbounded_preceding && Begin::place <= End::place;
    static_assert(ends, "koine: a frame begins no later than it ends");
    constexpr bool counts = Begin::place == bound_place::preceding || Begin::place == bound_place::following || End::place == bound_place::preceding ||
                            End::place == bound_place::following;
    static_assert(Unit != frame_unit::range || !counts, "koine: a frame of a range reaches from the first row or the current one's equals; count rows or groups");
    return frame<Unit, Begin, End>{};
}

template <function Which, class Result, unsigned Literal = 0, int Arity = 0>
struct window_token {
    static constexpr token value{.code = op::window_function,
                                 .arity = Arity,
                                 .kind = kind_of<Result>,
                                 .nullable = is_optional<Result>,
                                 .literal = Literal,
                                 .number = static_cast<std::int64_t>(Which)};
};

template <function Which, class Result, unsigned Literal = 0, class... Operands>
constexpr auto window_call(Operands const&... operands) {
    return apply<Result, window_token<Which, Result, Literal, sizeof...(Operands)>>(sequence(operands...));
}

template <op... Said>
constexpr int times_said(op wanted) {
    int times = 0;
    for (op each : {op::over, Said...}) times += each == wanted ? 1 : 0;
    return times;
}
constexpr bool is_over_rows(op code) { return is_aggregate(code) && code != op::string_agg; }
constexpr bool takes_frame(token const& function) {
    auto const which = static_cast<koine::function>(function.number);
    return function.code != op::window_function || which == koine::function::first_value || which == koine::function::last_value || which == koine::function::nth_value;
}

}  // namespace detail

// Where a frame begins and ends.
inline constexpr detail::frame_bound<detail::bound_place::unbounded_preceding> unbounded_preceding{};
inline constexpr detail::frame_bound<detail::bound_place::current_row> current_row{};
inline constexpr detail::frame_bound<detail::bound_place::unbounded_following> unbounded_following{};
template <unsigned Rows>
inline constexpr detail::frame_bound<detail::bound_place::preceding, Rows> preceding{};
template <unsigned Rows>
inline constexpr detail::frame_bound<detail::bound_place::following, Rows> following{};

/// A frame of rows: `koine::rows_between(koine::preceding<2>, koine::current_row)`; `.exclude<…>()` leaves some out.
template <class Begin, class End>
constexpr auto rows_between(Begin begin, End end) {
    return detail::make_frame<detail::frame_unit::rows>(begin, end);
}
/// A frame to which rows belong that are equal in the order to its first or last.
template <class Begin, class End>
constexpr auto range_between(Begin begin, End end) {
    return detail::make_frame<detail::frame_unit::range>(begin, end);
}
/// A frame counted in groups of rows that are equal in the order.
template <class Begin, class End>
constexpr auto groups_between(Begin begin, End end) {
    return detail::make_frame<detail::frame_unit::groups>(begin, end);
}

/// The rows of a window are those that agree in these.
template <class... Terms>
constexpr auto partition_by(Terms const&... terms) {
    static_assert(sizeof...(Terms) > 0, "koine: partition_by names at least one expression");
    return detail::make_clause<detail::op::partition_by, detail::operator_token<detail::op::partition_by, sizeof...(Terms)>>(detail::sequence(terms...));
}

/// A function over the rows around a row: `koine::over(koine::sum(x), koine::partition_by(…), koine::order_by(…), frame)`. It stands in
/// select and order_by of a query, and may be of an aggregate or of what is below.
template <class Value, class Values, class Token, class... Operands, class... Clauses>
constexpr auto over(detail::expression<Value, Values, Token, Operands...> const& function, Clauses const&... clauses) {
    using detail::op;
    constexpr detail::token called = Token::value;
    constexpr bool ranks = called.code == op::window_function;
    static_assert((ranks || detail::is_over_rows(called.code)) && !called.distinct,
                  "koine: over takes a window function, or an aggregate but string_agg and those of different values");
    constexpr int partitions = detail::times_said<Clauses::code...>(op::partition_by);
    constexpr int orders = detail::times_said<Clauses::code...>(op::order_by);
    constexpr int frames = detail::times_said<Clauses::code...>(op::frame);
    static_assert(partitions + orders + frames == sizeof...(Clauses) && partitions <= 1 && orders <= 1 && frames <= 1,
                  "koine: a window has a partition_by, an order_by and a frame, each once at most");
    static_assert(orders == 1 || (!ranks && frames == 0), "koine: ranks, rows before and behind, and frames need an order in their window");
    static_assert(frames == 0 || detail::takes_frame(called), "koine: a frame is for aggregates, first_value, last_value and nth_value");
    return detail::apply<Value, detail::operator_token<op::over, 1 + sizeof...(Clauses), called.kind, called.nullable>>(
        detail::sequence(function, detail::as_operand(clauses)...));
}

/// The number of a row in its window's order, from 1.
constexpr auto row_number() { return detail::window_call<function::row_number, std::int64_t>(); }
/// As row_number, but rows that are equal in the order have the first one's.
constexpr auto rank() { return detail::window_call<function::rank, std::int64_t>(); }
/// As rank, without gaps.
constexpr auto dense_rank() { return detail::window_call<function::dense_rank, std::int64_t>(); }
/// The rank from 0 to 1.
constexpr auto percent_rank() { return detail::window_call<function::percent_rank, double>(); }
/// What part of the rows is not behind this one.
constexpr auto cume_dist() { return detail::window_call<function::cume_dist, double>(); }
/// In which of so many parts, as equal as can be, a row is, from 1.
template <unsigned Parts>
constexpr auto ntile() {
    static_assert(Parts > 0, "koine: ntile divides into at least one part");
    return detail::window_call<function::ntile, std::int64_t, Parts>();
}
/// The operand, so many rows before; NULL where there is none.
template <unsigned Rows = 1, detail::is_expression Operand>
constexpr auto lag(Operand const& operand) {
    return detail::window_call<function::lag, detail::optional_if<true, typename Operand::value_type>, Rows>(operand);
}
/// The operand, so many rows behind; NULL where there is none.
template <unsigned Rows = 1, detail::is_expression Operand>
constexpr auto lead(Operand const& operand) {
    return detail::window_call<function::lead, detail::optional_if<true, typename Operand::value_type>, Rows>(operand);
}
/// The operand in the first row of the frame; NULL where it has none.
template <detail::is_expression Operand>
constexpr auto first_value(Operand const& operand) {
    return detail::window_call<function::first_value, detail::optional_if<true, typename Operand::value_type>>(operand);
}
template <detail::is_expression Operand>
constexpr auto last_value(Operand const& operand) {
    return detail::window_call<function::last_value, detail::optional_if<true, typename Operand::value_type>>(operand);
}
/// The operand in a row of the frame, of which 1 is the first.
template <unsigned Row, detail::is_expression Operand>
constexpr auto nth_value(Operand const& operand) {
    static_assert(Row > 0, "koine: the rows of a frame are counted from 1");
    return detail::window_call<function::nth_value, detail::optional_if<true, typename Operand::value_type>, Row>(operand);
}

}  // namespace koine
