// SPDX-License-Identifier: BSL-1.0
// dialect · strategy_choice: which strategy a query's lists are loaded by.
#pragma once

#include <koine/dialect/level_layout.hpp>
#include <koine/dialect/list_strategy.hpp>

namespace koine::detail {

/// The layout of a query that can be split. Text of several columns has to be of one type and collation where they are made
/// one, which PostgreSQL can say for nothing and MySQL cannot.
template <class Dialect>
constexpr level_layout layout_of(tree const& query) {
    list_levels levels;
    shape_path path;
    levels.collect(query, path, *query[query.clause(0, op::select_shape)].shape);
    return level_layout(query, levels, Dialect::levels_share_columns);
}

/// Whether a condition that must hold is one on the first column of a key or an index.
constexpr bool asks_an_index(tree const& query, table_descriptor const& table, int condition) {
    switch (query[condition].code) {
    case op::logical_and: return asks_an_index(query, table, query.first(condition)) || asks_an_index(query, table, query.second(condition));
    case op::equal:
    case op::less:
    case op::less_equal:
    case op::greater:
    case op::greater_equal:
    case op::between:
    case op::in_list:
    case op::in_query: break;
    default: return false;
    }
    for (int i = query.first(condition); i < query.after(condition); i = query.after(i))
        if (query[i].code == op::column && query[i].table == &table && is_indexed(table, {{query[i].column}, 1})) return true;
    return false;
}

/// Whether the root's rows are found for each list again at little cost: by an index, or because all are wanted. A sorted page
/// of a table, or a condition that looks at every row, is paid for once by JSON.
constexpr bool is_found_easily(tree const& query) {
    if (query.clause(0, op::limit) >= 0 || query.clause(0, op::offset) >= 0) return false;
    bool any = false;
    for (int i = query.clause(0, op::where); i >= 0; i = query.clause(0, op::where, query.after(i))) {
        if (asks_an_index(query, *query[0].table, query.first(i))) return true;
        any = true;
    }
    return !any && !query.joins(0);
}

/// How a query's lists are loaded: as it says, else as the dialect does, else as JSON. What a strategy cannot load alike is JSON.
template <class Dialect>
constexpr strategy list_strategy(tree const& query) {
    if (query[0].code != op::select) return strategy::json;
    int const shaped = query.clause(0, op::select_shape);
    shape_path path;
    if (shaped < 0 || !has_lists(query, path, *query[shaped].shape)) return strategy::json;
    strategy const named = named_strategy(query);
    switch (named == strategy::automatic ? Dialect::lists : named) {
    case strategy::split: return Dialect::splits && can_split(query) ? strategy::split : strategy::json;
    case strategy::united:
        if (!Dialect::can(feature::united_levels) || !Dialect::unites || !can_split(query) || layout_of<Dialect>(query).too_wide) return strategy::json;
        if (Dialect::weighs_strategy && named == strategy::automatic && !Dialect::names_levels && !is_found_easily(query)) return strategy::json;
        return strategy::united;
    // Rows that are compared with each other must be values.
    case strategy::packed:
        return query.clause(0, op::distinct) < 0 && width_of(query, path, *query[shaped].shape).widest <= maximum_packed_columns ? strategy::packed : strategy::json;
    case strategy::rows: return query.clause(0, op::distinct) < 0 ? strategy::rows : strategy::json;
    default: return strategy::json;
    }
}

template <class Dialect, class Tokens>
inline constexpr strategy strategy_of = list_strategy<Dialect>(tree_of<Tokens>);

/// What a reader must know of the levels of a query, the root's first.
template <class Dialect, class Tokens>
inline constexpr auto level_places = [] {
    constexpr level_layout layout = layout_of<Dialect>(tree_of<Tokens>);
    std::array<short, static_cast<std::size_t>(layout.count)> places{};
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = static_cast<short>(layout.cells[i].place + level_layout::columns_ahead);
    return places;
}();
template <class Dialect, class Tokens>
inline constexpr int united_columns = level_layout::columns_ahead + layout_of<Dialect>(tree_of<Tokens>).columns;
template <class Dialect, class Tokens>
inline constexpr auto level_views_of = [] {
    constexpr bool united = strategy_of<Dialect, Tokens> == strategy::united;
    constexpr list_levels levels = list_levels_of<Tokens>;
    std::array<level_view, static_cast<std::size_t>(levels.count) + 1> views{};
    for (int i = 0; i < levels.count; ++i)
        views[static_cast<std::size_t>(i) + 1] = {levels.at[i].parent + 1, levels.at[i].column, levels.at[i].relation->name, nullptr};
    if constexpr (united) {
        constexpr level_layout layout = layout_of<Dialect>(tree_of<Tokens>);
        for (std::size_t i = 0; i < views.size(); ++i) views[i].places = level_places<Dialect, Tokens>.data() + layout.first[i];
    }
    return views;
}();

}  // namespace koine::detail
