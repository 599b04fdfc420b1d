// SPDX-License-Identifier: BSL-1.0
// dialect · list_levels: the lists of a query one by one, for the strategies that read them apart from their parents' rows.
#pragma once

#include <koine/dialect/analysis.hpp>
#include <koine/dialect/shape_path.hpp>

namespace koine::detail {

/// A list of a query's shape.
struct list_level {
    shape_path path{};
    int parent = -1;  ///< the list whose rows have it; -1: the root
    int column = 0;   ///< where a row of its parent has the key
    relation_descriptor const* relation = nullptr;
    shape_descriptor const* shape = nullptr;
};

inline constexpr int maximum_list_levels = 32;

/// All of them, each before those inside it.
struct list_levels {
    list_level at[maximum_list_levels]{};
    int count = 0;  ///< more than there is room for: some are missing

    constexpr int collect(tree const& query, shape_path& path, shape_descriptor const& shape, int parent = -1, int column = 0) {
        for_each_member(query, path, shape, [&](int, shape_member const& member) {
            int const own = column++;
            if (member.role == member_role::to_one) column = collect(query, path, *member.nested, parent, column);
            if (member.role != member_role::to_many) return;
            int const level = count++;
            if (level < maximum_list_levels) at[level] = {path, parent, own, member.relation, member.nested};
            collect(query, path, *member.nested, level);
        });
        return column;
    }
};
template <class Tokens>
inline constexpr list_levels list_levels_of = [] {
    list_levels levels;
    shape_path path;
    tree const& query = tree_of<Tokens>;
    levels.collect(query, path, *query[query.clause(0, op::select_shape)].shape);
    return levels;
}();

constexpr bool has_only(tree const& query, int owner, std::initializer_list<op> codes) {
    for (int i = query.first(owner); i < query.after(owner); i = query.after(i)) {
        bool found = false;
        for (op code : codes) found = found || query[i].code == code;
        if (!found) return false;
    }
    return true;
}

/// Whether each list's rows are found without the rest of the statement: by a key that C++ compares as the database does, with
/// nothing that is counted for each parent.
constexpr bool can_split(tree const& query) {
    if (!has_only(query, 0, {op::select_shape, op::inner_join, op::left_join, op::cross_join, op::where, op::order_by, op::limit, op::offset, op::include, op::lists_by})) return false;
    list_levels levels;
    shape_path path;
    levels.collect(query, path, *query[query.clause(0, op::select_shape)].shape);
    if (levels.count > maximum_list_levels) return false;
    for (int i = 0; i < levels.count; ++i) {
        relation_descriptor const& relation = *levels.at[i].relation;
        storage const key = relation.from->columns[relation.from_columns.at[0]].kind;
        if (relation.from_columns.count != 1 || !is_integer(key) || key == storage::uint64) return false;
        int const include = include_of(query, levels.at[i].path);
        if (include >= 0 && !has_only(query, include, {op::where, op::order_by, op::as_member, op::unindexed})) return false;
    }
    analyser analysis(query);
    analysis.run();
    return !analysis.includes_see_outer();
}

}  // namespace koine::detail
