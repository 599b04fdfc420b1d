// SPDX-License-Identifier: BSL-1.0
// dialect · list_strategy: which strategy a query's lists are loaded by, and a dialect with another one for its default.
#pragma once

#include <koine/dialect/feature.hpp>
#include <koine/dialect/shape_path.hpp>

#include <koine/query/strategy.hpp>

#include <type_traits>

namespace koine {

/// A dialect in which lists are loaded by a strategy where the query names none: `koine::loading<dialect::sqlite<>, strategy::json>`.
template <class Dialect, strategy Strategy>
struct loading : Dialect {
    static constexpr strategy lists = Strategy;
};

namespace detail {

/// A dialect for verbs that give up what they read half-way, or read it one by one: their lists come with the rows that have them.
template <class Dialect>
struct unsplit : Dialect {
    static constexpr bool splits = false;
    static constexpr bool unites = false;
};

/// A dialect whose lists are loaded by the strategy of its driver, unless that would cost a query more than it saves.
template <class Dialect, strategy Strategy>
struct loading_by_default : loading<Dialect, Strategy> {
    static constexpr bool weighs_strategy = true;
};

/// What a database speaks: the dialect, with its driver's strategy where it says none itself.
template <class Driver, class Dialect>
using spoken =
    std::conditional_t<Dialect::lists == strategy::automatic && Driver::lists != strategy::automatic, loading_by_default<Dialect, Driver::lists>, Dialect>;

/// The functions of SQLite before 3.51 take 127 arguments, and one of them is the list itself.
inline constexpr int maximum_packed_columns = 126;

/// The columns of a row of a shape; a to-one member has one that tells whether it is there. The most that it or a list in it has.
struct row_width {
    int own = 0;
    int widest = 0;
};
constexpr row_width width_of(tree const& query, shape_path& path, shape_descriptor const& shape) {
    row_width all;
    for_each_member(query, path, shape, [&](int, shape_member const& member) {
        ++all.own;
        if (!member.related()) return;
        row_width const nested = width_of(query, path, *member.nested);
        if (member.role == member_role::to_one) all.own += nested.own;
        else if (nested.own > all.widest) all.widest = nested.own;
        if (nested.widest > all.widest) all.widest = nested.widest;
    });
    return all;
}

/// What a query says about it; automatic where it says nothing.
constexpr strategy named_strategy(tree const& query) {
    int const named = query.clause(0, op::lists_by);
    return named < 0 ? strategy::automatic : static_cast<strategy>(query[named].number);
}

}  // namespace detail
}  // namespace koine
