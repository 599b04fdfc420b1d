// SPDX-License-Identifier: BSL-1.0
// dialect · shape_path: the way to a member of a nested shape, and what the query's includes say of it.
#pragma once

#include <koine/expression/tree.hpp>

namespace koine::detail {

/// Positions of members, level by level.
struct shape_path {
    short at[maximum_shape_depth]{};
    int length = 0;

    constexpr void enter(int member) { at[length++] = static_cast<short>(member); }
    constexpr void leave() { --length; }
    /// Whether a token's path is this one, or with `deeper` one that begins with it.
    [[nodiscard]] constexpr bool leads_to(token const& include, bool deeper = false) const {
        if (deeper ? include.path_length <= length : include.path_length != length) return false;
        for (int level = 0; level < length; ++level)
            if (include.path[level] != at[level]) return false;
        return true;
    }
};

/// The include clause of the statement's own shape for a path, from a position on; -1 where there is none.
constexpr int include_of(tree const& query, shape_path const& path, int from = -1) {
    int const statement = is_statement(query[0].code) && query[0].code != op::select && query[0].arity == 1 ? 1 : 0;
    for (int i = query.clause(statement, op::include, from); i >= 0; i = query.clause(statement, op::include, query.after(i)))
        if (path.leads_to(query[i])) return i;
    return -1;
}

/// The expression that a select or an include gives to a member of its shape; -1 where the member is the model's.
constexpr int given_item(tree const& query, int owner, int member) {
    if (owner < 0) return -1;
    for (int i = query.first(owner); i < query.after(owner); i = query.after(i))
        if (query[i].code == op::as_member && query[i].path[0] == member) return query.first(i);
    return -1;
}

/// A member as it is with the relation that an include gives it by `through`.
constexpr shape_member member_with(tree const& query, shape_path const& path, shape_member member) {
    if (member.role != member_role::unknown) return member;
    int const include = include_of(query, path);
    if (include < 0 || !query[include].related) return member;
    member.role = query[include].relation->to_many() ? member_role::to_many : member_role::to_one;
    member.relation = query[include].relation;
    member.nested = query[include].shape;
    return member;
}

/// Tells whether a joined row is there: its primary key, or what the relation references, is not NULL.
constexpr short presence_column(relation_descriptor const& relation) {
    return relation.to->primary_key.count > 0 ? relation.to->primary_key.at[0] : relation.to_columns.at[0];
}

/// Calls `visit` with each member of a shape, at its place in the path.
template <class Visit>
constexpr void for_each_member(tree const& query, shape_path& path, shape_descriptor const& shape, Visit visit) {
    for (int i = 0; i < shape.members.count; ++i) {
        path.enter(i);
        visit(i, member_with(query, path, shape.members[i]));
        path.leave();
    }
}

/// The tables that a shape joins for its to-one members, lists not counted.
constexpr int joined_by(tree const& query, shape_path& path, shape_descriptor const& shape) {
    int joined = 0;
    for_each_member(query, path, shape, [&](int, shape_member const& member) {
        if (member.role == member_role::to_one) joined += 1 + joined_by(query, path, *member.nested);
    });
    return joined;
}

/// Whether a shape has a list, of its own or in a to-one member.
constexpr bool has_lists(tree const& query, shape_path& path, shape_descriptor const& shape) {
    bool found = false;
    for_each_member(query, path, shape, [&](int, shape_member const& member) {
        found = found || member.role == member_role::to_many || (member.role == member_role::to_one && has_lists(query, path, *member.nested));
    });
    return found;
}

}  // namespace koine::detail
