// SPDX-License-Identifier: BSL-1.0
// driver · insert_tree: a row with the rows that it belongs to and those that belong to it, all or none; keys are filled in.
#pragma once

#include <koine/dialect/check_tree.hpp>
#include <koine/driver/insert_row.hpp>
#include <koine/model/input.hpp>

namespace koine::detail {

/// A value that was bound, or came back, as a member.
template <class Member>
void give_back(bound_value const& value, Member& member) {
    // The value may be a view of the member itself.
    if (!same(value, encode_member(member))) decode_bound(value, member);
}

template <class Member>
constexpr bound_value encode_column(Member const& member) {
    if constexpr (column_type<Member>) return encode_member(member);
    else return {};
}

/// The same columns, of which none is to be given back.
template <class Plan>
struct without_returned : Plan {
    static constexpr short returned = -1;
};

template <class Plan>
void pick_values(column_value const* row, bound_value* values) {
    for (short column : Plan::inserted) *values++ = row[column].value;
}

/// Inserts one row by what is known of it, and learns the key that the database gives it.
template <class Dialect, class Model, class Plan, class Driver>
void insert_columns(connection_state<Driver>& state, column_value* row) {
    using query = insert_columns_query<Model, Plan>;
    bound_value values[Plan::inserted.size() + 1];
    pick_values<Plan>(row, values);
    if constexpr (Plan::returned >= 0) {
        row[Plan::returned].known = true;
        if constexpr (knows_kept_rows<Driver> && counted_column<Model>(Plan::inserted) == Plan::returned) {
            request const alone{"insert", statement_to_send<Dialect, insert_columns_query<Model, without_returned<Plan>>>(), values};
            if (insert_kept(state, alone, table_of<Model>, Plan::returned, row[Plan::returned].value)) return;
        }
        using key = member_type<Model, static_cast<std::size_t>(Plan::returned)>;
        row[Plan::returned].value = encode_member(load_one<key>(state, request_of_row<Dialect, query>("insert", values)));
    } else {
        run_write(state, request{"insert", statement_to_send<Dialect, query>(), values});
    }
}

/// Inserts the row of a junction that pairs two rows.
template <class Dialect, class Model, int Entry, class Driver>
void insert_pair(connection_state<Driver>& state, column_value const* near, column_value const* far) {
    using junction = junction_model<Model, Entry>;
    constexpr relation_descriptor const& relation = relation_of<Model, Entry>;
    using plan = pair_plan<junction, relation.to_columns, relation.onward_columns>;
    if constexpr (check_pair<junction, plan>()) {
        column_value pair[member_count<junction>];
        pass_key(near, relation.from_columns, pair, relation.to_columns);
        pass_key(far, relation.target_columns, pair, relation.onward_columns);
        insert_columns<Dialect, junction, plan>(state, pair);
    }
}

template <class Dialect, class Model, int Entry, class Driver, class Child>
void insert_related(connection_state<Driver>& state, Child& child, column_value const* row);

/// Inserts a row of a shape, and what is nested in it. `row` has the columns `Filled`, and in the end all that are known.
template <class Dialect, class Model, class Shape, column_set Filled, class Driver>
class tree_inserter {
    using plan = tree_plan<Model, Shape, Filled>;

    template <std::size_t Index>
    static constexpr shape_member const& member_at = plan::shape.members[static_cast<int>(Index)];
    template <std::size_t Index>
    static constexpr int entry_at = relation_entry<Model>(member_names<Shape>[Index]);

public:
    static void run(connection_state<Driver>& state, Shape& tree, column_value* row) {
        with_members(tree, [&](auto&... member) {
            [&]<std::size_t... Index>(std::index_sequence<Index...>) {
                bool const before[] = {(insert_parent<Index>(state, member, row), true)...};
                bound_value const given[] = {encode_column(member)...};
                take_members(plan::shape, plan::generated, given, row);
                insert_columns<Dialect, Model, plan>(state, row);
                bool const after[] = {(complete<Index>(state, member, row), true)...};
                static_cast<void>(before), static_cast<void>(after);
            }(std::make_index_sequence<sizeof...(member)>{});
        });
    }

private:
    template <std::size_t Index, class Member>
    static void insert_parent(connection_state<Driver>& state, Member& member, column_value* row) {
        if constexpr (plan::before(member_at<Index>)) {
            if constexpr (is_optional<Member>) {
                if (member) insert_parent<Index>(state, *member, row);
            } else {
                using other = related_model<Model, entry_at<Index>>;
                constexpr relation_descriptor const& relation = relation_of<Model, entry_at<Index>>;
                if constexpr (check_tree<other, Member, column_set{}>()) {
                    using parent_plan = tree_plan<other, Member, column_set{}>;
                    if constexpr (check_key<other, parent_plan, relation.to_columns>()) {
                        column_value parent[member_count<other>];
                        tree_inserter<Dialect, other, Member, column_set{}, Driver>::run(state, member, parent);
                        pass_key(parent, relation.to_columns, row, relation.from_columns);
                    }
                }
            }
        }
    }

    /// What is left once the row is there: members that were filled in, and the rows that belong to it.
    template <std::size_t Index, class Member>
    static void complete(connection_state<Driver>& state, Member& member, column_value* row) {
        if constexpr (member_at<Index>.role == member_role::column) {
            constexpr short column = member_at<Index>.column;
            if constexpr (column == plan::generated || plan::passed.at[column]) give_back(row[column].value, member);
        } else if constexpr (plan::after(member_at<Index>)) {
            if constexpr (vector_traits<Member>::is_vector) {
                for (auto& child : member) insert_child<Index>(state, child, row);
            } else if constexpr (is_optional<Member>) {
                if (member) insert_child<Index>(state, *member, row);
            } else {
                insert_child<Index>(state, member, row);
            }
        }
    }
    template <std::size_t Index, class Child>
    static void insert_child(connection_state<Driver>& state, Child& child, column_value const* row) {
        if constexpr (check_key<Model, plan, member_at<Index>.relation->from_columns>())
            insert_related<Dialect, Model, entry_at<Index>>(state, child, row);
    }
};

/// Inserts a tree that belongs, by one relation, to a row of which `row` has the key.
template <class Dialect, class Model, int Entry, class Driver, class Child>
void insert_related(connection_state<Driver>& state, Child& child, column_value const* row) {
    using other = related_model<Model, Entry>;
    constexpr relation_descriptor const& relation = relation_of<Model, Entry>;
    constexpr column_set filled = relation.through_junction() ? column_set{} : relation.to_columns;
    if constexpr (check_tree<other, Child, filled>()) {
        column_value theirs[member_count<other>];
        if constexpr (!relation.through_junction()) pass_key(row, relation.from_columns, theirs, relation.to_columns);
        tree_inserter<Dialect, other, Child, filled, Driver>::run(state, child, theirs);
        if constexpr (relation.through_junction())
            if constexpr (check_key<other, tree_plan<other, Child, filled>, relation.target_columns>())
                insert_pair<Dialect, Model, Entry>(state, row, theirs);
    }
}

/// Inserts a tree, or a vector of them, in one transaction.
template <class Dialect, class Model, class Driver, class Trees>
void insert_trees(connection_state<Driver>& state, Trees& trees) {
    using tree_type = typename tree_of_rows<Trees>::type;
    if constexpr (check_tree<Model, tree_type, column_set{}>()) {
        auto const insert = [&](tree_type& one) {
            column_value row[member_count<Model>];
            tree_inserter<Dialect, Model, tree_type, column_set{}, Driver>::run(state, one, row);
        };
        if constexpr (!std::is_same_v<Trees, tree_type>) {
            if (!trees.empty())
                in_transaction(state, {}, [&] {
                    for (tree_type& one : trees) insert(one);
                });
        } else if constexpr (tree_plan<Model, tree_type, column_set{}>::alone) {
            insert(trees);
        } else {
            in_transaction(state, {}, [&] { insert(trees); });
        }
    }
}

}  // namespace koine::detail
