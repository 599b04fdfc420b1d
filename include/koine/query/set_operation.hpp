// SPDX-License-Identifier: BSL-1.0
// query · set_operation: the rows of several queries as those of one: union, intersection, difference.
#pragma once

#include <koine/query/computed.hpp>

namespace koine {

/// The row of a union of single values.
template <column_type Value>
struct single {
    Value value{};
};
/// The value of a union of single values, to order it by: `.order_by(koine::desc(koine::the_value<std::int64_t>))`.
template <column_type Value>
inline constexpr auto the_value = col<&single<Value>::value>;

namespace detail {

template <class Row>
struct table_of_rows {
    using type = Row;
};
template <column_type Value>
struct table_of_rows<Value> {
    using type = single<Value>;
};

template <set_operation Which, class Table, class Row, class Values, class... Tokens>
constexpr auto compound_of(expression<void, Values, Tokens...> const& queries) {
    return select_query<Table, "", Row, Values, 1, with_token<Table, false>, Tokens...>{{}, queries.values};
}

template <set_operation Which, class First, class... Others>
constexpr auto combine(First const& first, Others const&... others) {
    constexpr bool several = sizeof...(Others) > 0;
    static_assert(several, "koine: a union takes at least two queries");
    using row = typename First::result_type;
    constexpr bool alike = (std::is_same_v<row, typename Others::result_type> && ...);
    static_assert(alike, "koine: the queries of a union have rows of one type: the same struct, or one value of the same type");
    if constexpr (!several || !alike) return first;
    else {
        using table = typename table_of_rows<row>::type;
        return compound_of<Which, table, row>(sequence(one_token<compound_token<Which, 1 + sizeof...(Others)>>(), query_tokens(first), query_tokens(others)...));
    }
}

}  // namespace detail

/// The rows of all queries, each as often as it is there. What is said of the whole is said behind it:
/// `union_all(a, b).order_by(col<&headline::title>).limit(10)`.
template <detail::is_query... Queries>
constexpr auto union_all(Queries const&... queries) {
    return detail::combine<detail::set_operation::union_all>(queries...);
}
/// The rows of all queries, each once.
template <detail::is_query... Queries>
constexpr auto union_of(Queries const&... queries) {
    return detail::combine<detail::set_operation::union_distinct>(queries...);
}
/// The rows that every query has, each once.
template <detail::is_query... Queries>
constexpr auto intersect(Queries const&... queries) {
    return detail::combine<detail::set_operation::intersect_distinct>(queries...);
}
/// The rows that every query has, each as often as in that which has it least.
template <detail::is_query... Queries>
constexpr auto intersect_all(Queries const&... queries) {
    return detail::combine<detail::set_operation::intersect_all>(queries...);
}
/// The rows of the first query that no other has, each once.
template <detail::is_query... Queries>
constexpr auto except(Queries const&... queries) {
    return detail::combine<detail::set_operation::except_distinct>(queries...);
}
/// The rows of the first query; each as often less as the others have it.
template <detail::is_query... Queries>
constexpr auto except_all(Queries const&... queries) {
    return detail::combine<detail::set_operation::except_all>(queries...);
}

}  // namespace koine
