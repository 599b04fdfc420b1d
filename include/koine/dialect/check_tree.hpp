// SPDX-License-Identifier: BSL-1.0
// dialect · check_tree: the mistakes of trees and of pairs that are to be inserted, as sentences.
#pragma once

#include <koine/dialect/check.hpp>
#include <koine/relation/tree.hpp>

namespace koine::detail {

/// A shape whose rows are inserted, where a query's tokens tell the shape that is read.
template <class Model, class Shape>
struct tree_rules {};

/// As for a shape that is read; but a plain member may be written to a column that may be NULL, and a struct be given for
/// one that may be missing.
constexpr finding find_in_tree(shape_descriptor const& shape) {
    for (int m = 0; m < shape.members.count; ++m) {
        shape_member const& member = shape.members[m];
        if (member.role == member_role::refused || (member.related() && member.relation->refused())) return {problem::refused};
        if (member.role == member_role::unknown) return {problem::unknown_member, 0, &shape, m};
        if (member.role == member_role::column && !(member.compatible && member.own_type)) return {problem::wrong_member_type, 0, &shape, m};
        if (member.related() && (member.role == member_role::to_many) != member.relation->to_many()) return {problem::wrong_relation_form, 0, &shape, m};
    }
    return {};
}
template <class Model, class Shape>
inline constexpr finding finding_of<tree_rules<Model, Shape>> = find_in_tree(shape_of<Model, Shape>);

template <class Model, class Column>
constexpr bool column_is_given(short missing) {
    return missing < 0;
}
template <class Model, class Column>
constexpr bool key_is_known(short unknown) {
    return unknown < 0;
}
/// A column's member as a template argument, for a diagnostic to show.
template <class Model, short Column>
inline constexpr auto column_spelled = [] {
    constexpr std::string_view name = table_of<Model>.columns[Column < 0 ? 0 : Column].member;
    return fixed<name.size()>(name);
}();

/// Whether the rows of a shape can be inserted, but for what its relations are.
template <class Model, class Shape, column_set Filled>
consteval bool check_tree() {
    if constexpr (!is_model<Model>()) return false;
    else if constexpr (table_of<Model>.columns.count == 0 || member_count<Shape> == 0) return false;
    else if constexpr (constexpr finding found = finding_of<tree_rules<Model, Shape>>; found.what == problem::refused) return false;
    else if constexpr (found.what != problem::none) return check_shape_rules<tree_rules<Model, Shape>>() && false;
    else {
        using plan = tree_plan<Model, Shape, Filled>;
        static_assert(!plan::two_parents, "koine: a row of a tree belongs to the row that it is nested in; a member of its shape gives it a second one by the same foreign key");
        static_assert(column_is_given<Model, the_member<column_spelled<Model, plan::missing>>>(plan::missing),
                      "koine: a tree gives every column that has no default and may not be NULL, by a member of its shape or by the row around it");
        return !plan::two_parents && plan::missing < 0;
    }
}

/// Whether the key by which other rows of a tree belong to this one is known when it was inserted.
template <class Model, class Plan, column_set Key>
consteval bool check_key() {
    constexpr short unknown = Plan::unknown_of(Key);
    static_assert(key_is_known<Model, the_member<column_spelled<Model, unknown>>>(unknown),
                  "koine: rows of a tree belong to a row by a column that its shape leaves to the database's default; give it as a member");
    return unknown < 0;
}

/// Whether rows of a junction can be inserted by the keys that they pair.
template <class Junction, class Plan>
consteval bool check_pair() {
    static_assert(column_is_given<Junction, the_member<column_spelled<Junction, Plan::missing>>>(Plan::missing),
                  "koine: a junction has a column that has no default and may not be NULL, beside the keys that it pairs; insert its rows as those of a model");
    return Plan::missing < 0;
}

}  // namespace koine::detail
