// SPDX-License-Identifier: BSL-1.0
// query · row_value: several values compared as one, the first that differs decides.
#pragma once

#include <koine/query/subquery.hpp>

namespace koine {

namespace detail {

template <class... Operands>
struct row_value;

/// An operand as a row keeps it: text in quotation marks is borrowed.
template <class Operand>
using row_operand = std::conditional_t<std::is_array_v<Operand>, std::string_view, Operand>;

template <class Left, class Right>
constexpr bool pairs() {
    if constexpr (!some_expression<Left, Right>) return false;
    else
        return (is_expression<Left> || !is_optional<Left>) && (is_expression<Right> || !is_optional<Right>) &&
               comparable<typename value_of_operand<Left>::type, typename value_of_operand<Right>::type>();
}

template <bool Nullable, class Code, class... Left, class... Right>
constexpr auto paired_rows(row_value<Left...> const& left, row_value<Right...> const& right) {
    return [&]<std::size_t... At>(std::index_sequence<At...>) {
        using head = expression<void, values<0>, operator_token<op::row, sizeof...(At)>>;
        return apply<optional_if<Nullable, bool>, Code>(
            sequence(head{}, as_expression<partner_type<Left, Right>>(std::get<At>(left.operands))...),
            sequence(head{}, as_expression<partner_type<Left, Right>>(std::get<At>(right.operands))...));
    }(std::index_sequence_for<Left...>{});
}

template <op Code, class... Left, class... Right>
constexpr auto compare_rows(row_value<Left...> const& left, row_value<Right...> const& right) {
    constexpr bool fits = [] {
        if constexpr (sizeof...(Left) != sizeof...(Right)) return false;
        else return (pairs<Left, Right>() && ...);
    }();
    static_assert(fits, "koine: two rows are compared pair by pair: they are as long, and each pair is an expression with an expression or a value of its family");
    constexpr bool ordered = Code == op::equal || Code == op::not_equal || ((family_of<typename value_of_operand<Left>::type>() != family::enumeration) && ...);
    static_assert(!fits || ordered, "koine: enums have no order that all databases agree on; compare them with == and !=");
    if constexpr (!fits || !ordered) return refused<bool>;
    else {
        constexpr bool nullable = any_optional<typename value_of_operand<Left>::type...> || any_optional<typename value_of_operand<Right>::type...>;
        return paired_rows<nullable, operator_token<Code, 2, storage::boolean, nullable>>(left, right);
    }
}

/// Whether each value of a row can be compared with the member in its place.
template <class Row, class... Operands>
constexpr bool compares_with_members() {
    if constexpr (!std::is_class_v<Row> || column_type<Row>) return false;
    else if constexpr (member_count<Row> != sizeof...(Operands)) return false;
    else
        return []<std::size_t... At>(std::index_sequence<At...>) {
            return ((is_expression<Operands> && comparable<typename value_of_operand<Operands>::type, member_type<Row, At>>()) && ...);
        }(std::index_sequence_for<Operands...>{});
}
template <class Row>
constexpr bool any_member_optional() {
    return []<std::size_t... At>(std::index_sequence<At...>) {
        return any_optional<member_type<Row, At>...>;
    }(std::make_index_sequence<member_count<Row>>{});
}

/// Values side by side.
template <class... Operands>
struct row_value {
    std::tuple<Operands...> operands;

    /// Whether it is one of the rows of a query, or of these.
    template <is_query Query>
    [[nodiscard]] constexpr auto in(Query const& query) const {
        return among<op::in_query>(query);
    }
    template <class... First, class... Others>
    [[nodiscard]] constexpr auto in(row_value<First...> const& first, Others const&... others) const {
        return (compare_rows<op::equal>(*this, first) || ... || compare_rows<op::equal>(*this, others));
    }
    template <is_query Query>
    [[nodiscard]] constexpr auto not_in(Query const& query) const {
        return among<op::not_in_query>(query);
    }
    template <class... First, class... Others>
    [[nodiscard]] constexpr auto not_in(row_value<First...> const& first, Others const&... others) const {
        return !in(first, others...);
    }

private:
    template <op Code, class Query>
    [[nodiscard]] constexpr auto among(Query const& query) const {
        using row = typename Query::result_type;
        constexpr bool fits = compares_with_members<row, Operands...>() && !std::is_same_v<row, typename Query::model>;
        static_assert(fits, "koine: row(…).in(query) takes expressions, and a query that selects a struct of as many values of their families: .select<T>(…)");
        if constexpr (!fits) return refused<bool>;
        else {
            constexpr bool nullable = any_optional<typename Operands::value_type...> || any_member_optional<row>();
            auto const left = std::apply([](auto const&... each) { return sequence(expression<void, values<0>, operator_token<op::row, sizeof...(Operands)>>{}, each...); }, operands);
            return apply<optional_if<nullable, bool>, operator_token<Code, 2, storage::boolean, nullable>>(left, query_tokens(query));
        }
    }
};

template <class... Left, class... Right>
constexpr auto operator==(row_value<Left...> const& left, row_value<Right...> const& right) {
    return compare_rows<op::equal>(left, right);
}
template <class... Left, class... Right>
constexpr auto operator!=(row_value<Left...> const& left, row_value<Right...> const& right) {
    return compare_rows<op::not_equal>(left, right);
}
template <class... Left, class... Right>
constexpr auto operator<(row_value<Left...> const& left, row_value<Right...> const& right) {
    return compare_rows<op::less>(left, right);
}
template <class... Left, class... Right>
constexpr auto operator<=(row_value<Left...> const& left, row_value<Right...> const& right) {
    return compare_rows<op::less_equal>(left, right);
}
template <class... Left, class... Right>
constexpr auto operator>(row_value<Left...> const& left, row_value<Right...> const& right) {
    return compare_rows<op::greater>(left, right);
}
template <class... Left, class... Right>
constexpr auto operator>=(row_value<Left...> const& left, row_value<Right...> const& right) {
    return compare_rows<op::greater_equal>(left, right);
}

}  // namespace detail

/// Several values as one: `row(col<&T::a>, col<&T::b>) < row(3, "x")`. They are equal where each pair is, and in the order of the
/// first pair that differs; a pair with a NULL before one that decides makes it NULL.
template <class... Operands>
constexpr auto row(Operands const&... operands) {
    static_assert(sizeof...(Operands) > 1, "koine: a row has at least two values; compare one by itself");
    return detail::row_value<detail::row_operand<Operands>...>{{operands...}};
}

}  // namespace koine
