// SPDX-License-Identifier: BSL-1.0
// expression · function: the functions of one row's values, by number; a dialect spells each by a pattern.
#pragma once

#include <koine/expression/arithmetic.hpp>

namespace koine {

/// What a dialect's `spelling` is asked for.
enum class function : unsigned char {
    // conditional
    null_if, greatest, least,
    // casts, named by what they give and what they are given
    real_of_number, integer_of_real, integer_of_boolean, text_of_integer, bytes_of_text,
    // text
    lower_ascii, upper_ascii, character_length, octet_length, concat, substring, trim, trim_start, trim_end, replace, position, like,
    // numbers
    absolute, sign, round, floor, ceiling, truncate, square_root,
    // dates and times (moment_function.hpp), as a clock shows them, but where a name says of what else
    utc_of_instant, year, month, day, weekday, day_of_year, hour, minute, second, hour_of_time, minute_of_time, second_of_time, date_of,
    start_of_year, start_of_month, start_of_day, start_of_hour, start_of_minute, start_of_second,
    start_of_year_of_instant, start_of_month_of_instant, start_of_day_of_instant, start_of_hour_of_instant, start_of_minute_of_instant, start_of_second_of_instant,
    start_of_year_of_date, start_of_month_of_date, days_between, microseconds_between, now,
    // of windows
    row_number, rank, dense_rank, percent_rank, cume_dist, ntile, lag, lead, first_value, last_value, nth_value,
    // of JSON
    json_as_text, json_as_integer, json_as_double, json_as_boolean, json_length, json_is_null, json_merge,
};

namespace detail {

template <function Which, int Arity, class Result>
struct function_token {
    static constexpr token value{
        .code = op::function, .arity = Arity, .kind = kind_of<Result>, .nullable = is_optional<Result>, .number = static_cast<std::int64_t>(Which)};
};

template <function Which, class Result, class... Operands>
constexpr auto call(Operands const&... operands) {
    return apply<Result, function_token<Which, sizeof...(Operands), Result>>(sequence(operands...));
}

/// The type of an operand's value, NULL left aside.
template <class Operand>
constexpr auto find_operand_type() {
    if constexpr (is_expression<Operand>) return std::type_identity<without_optional<typename Operand::value_type>>{};
    else return plain_type<Operand>();
}
template <class Operand>
using operand_type = typename decltype(find_operand_type<Operand>())::type;

/// What a value becomes that stands beside others: integers compute as int64, floating-point numbers as double.
template <class Value>
using widened = std::conditional_t<std::is_arithmetic_v<Value> && !std::is_same_v<Value, bool> && !std::is_same_v<Value, std::uint64_t>,
                                   std::conditional_t<std::is_integral_v<Value>, std::int64_t, double>, Value>;

/// The type of several values of one family; a number beside a double is one.
template <class Left, class Right>
using common_value = std::conditional_t<!std::is_same_v<Left, Right> && std::is_arithmetic_v<Left> && std::is_arithmetic_v<Right>,
                                        arithmetic_result<Left, Right>, widened<Left>>;
template <class First, class... Others>
struct common_of {
    using type = widened<First>;
};
template <class First, class Second, class... Others>
struct common_of<First, Second, Others...> : common_of<common_value<First, Second>, Others...> {};

/// An operand of a function whose result has this type.
template <class Value, class Operand>
constexpr auto argument(Operand const& operand) {
    if constexpr (!is_expression<Operand>) return bind_as<Value, false>(operand);
    else {
        using own = typename Operand::value_type;
        constexpr bool converts = std::is_same_v<Value, double> && !std::is_same_v<without_optional<own>, double>;
        if constexpr (converts) return call<function::real_of_number, optional_if<is_optional<own>, double>>(operand);
        else return operand;
    }
}

/// Whether an operand is a value of the family: an expression, or a C++ value that is there.
template <class Value, class Operand>
constexpr bool is_argument() {
    return comparable<Value, typename value_of_operand<Operand>::type>() && (is_expression<Operand> || !is_optional<Operand>);
}

template <class... Operands>
inline constexpr bool any_nullable = any_optional<typename value_of_operand<Operands>::type...>;
template <class... Operands>
inline constexpr bool any_refused_operand = any_refused<typename value_of_operand<Operands>::type...>;

}  // namespace detail
}  // namespace koine
