// SPDX-License-Identifier: BSL-1.0
// descriptor · shape_of: matches the members of a result struct with the columns and relations of a model.
#pragma once

#include <koine/descriptor/relation_of.hpp>

namespace koine::detail {

enum class member_role : unsigned char { unknown, column, to_one, to_many };

struct shape_descriptor;

struct shape_member {
    std::string_view name{};
    member_role role = member_role::unknown;
    short column = -1;
    storage kind{};
    bool nullable = false;     ///< the member can be empty: std::optional
    bool compatible = true;    ///< the member's type is the column's, or the relation's form
    relation_descriptor const* relation = nullptr;
    shape_descriptor const* nested = nullptr;
};

struct shape_descriptor {
    table_descriptor const* table = nullptr;
    list<shape_member> members{};
};

template <class Type>
struct nested_shape {
    using type = without_optional<Type>;
};
template <class Element, class Allocator>
struct nested_shape<std::vector<Element, Allocator>> {
    using type = Element;
};

/// The values of a column that a member can take: its own type, or what it is an optional of.
template <class Member, class Column>
inline constexpr bool holds_column = std::is_same_v<without_optional<Member>, without_optional<Column>>;

template <class Model, class Member, std::size_t... Index>
constexpr bool holds_column_at(std::size_t position, std::index_sequence<Index...>) {
    bool const holds[] = {holds_column<Member, member_type<Model, Index>>...};
    return holds[position];
}

template <class Model, class Shape, class... Outer>
struct shape_builder;

template <class Model, class Shape, std::size_t Index, class... Outer>
constexpr shape_member member_of_shape() {
    using member = member_type<Shape, Index>;
    shape_member described{.name = member_names<Shape>[Index]};
    if constexpr (column_type<member>) {
        described.kind = kind_of<member>;
        described.nullable = is_optional<member>;
        auto const& columns = table_of<Model>.columns;
        for (short i = 0; i < columns.count; ++i)
            if (columns[i].member == described.name) {
                described.role = member_role::column;
                described.column = i;
                described.compatible = holds_column_at<Model, member>(static_cast<std::size_t>(i), std::make_index_sequence<member_count<Model>>{});
            }
    } else {
        constexpr int entry = relation_entry<Model>(member_names<Shape>[Index]);
        if constexpr (entry >= 0) {
            using nested = typename nested_shape<member>::type;
            constexpr relation_descriptor const& relation = relation_of<Model, entry>;
            static_assert(!(std::is_same_v<nested, Shape> || ... || std::is_same_v<nested, Outer>),
                          "koine: a shape that contains itself has no last level; write one struct for each level");
            described.role = vector_traits<member>::is_vector ? member_role::to_many : member_role::to_one;
            described.nullable = is_optional<member>;
            described.compatible = vector_traits<member>::is_vector == relation.to_many() &&
                                   (relation.to_many() || is_optional<member> || !relation.may_be_absent());
            described.relation = &relation;
            if constexpr (!(std::is_same_v<nested, Shape> || ... || std::is_same_v<nested, Outer>))
                described.nested = &shape_builder<related_model<Model, entry>, nested, Shape, Outer...>::value;
        }
    }
    return described;
}

template <class Model, class Shape, class... Outer>
struct shape_builder {
    template <std::size_t... Index>
    static constexpr auto members_from(std::index_sequence<Index...>) {
        return std::array<shape_member, sizeof...(Index)>{member_of_shape<Model, Shape, Index, Outer...>()...};
    }
    static constexpr auto members = members_from(std::make_index_sequence<member_count<Shape>>{});
    static constexpr shape_descriptor value{&table_of<Model>, {members.data(), static_cast<int>(members.size())}};
};

/// A shape over a model.
template <class Model, class Shape>
inline constexpr shape_descriptor const& shape_of = shape_builder<Model, Shape>::value;

}  // namespace koine::detail
