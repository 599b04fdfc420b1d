// SPDX-License-Identifier: BSL-1.0
// descriptor · shape_of: matches the members of a result struct with the columns and relations of a model.
#pragma once

#include <koine/descriptor/relation_of.hpp>

namespace koine::detail {

enum class member_role : unsigned char { unknown, refused, column, to_one, to_many };

/// Members of a struct beyond this many go into JSON arrays of their own, which are written and read so: PostgreSQL's
/// functions take 100 arguments, SQLite's 127.
inline constexpr int json_members_per_array = 100;

struct shape_descriptor;

struct shape_member {
    std::string_view name{};
    member_role role = member_role::unknown;
    short column = -1;
    storage kind{};
    bool nullable = false;     ///< the member can be empty: std::optional
    bool compatible = true;    ///< the member's type is the column's, another form of it, or the relation's form
    bool own_type = true;      ///< and no other form
    relation_descriptor const* relation = nullptr;
    shape_descriptor const* nested = nullptr;

    /// Whether there is a relation, and with it a nested shape. (g++ 12 with -fsanitize=undefined takes the comparison of
    /// their addresses with null for no constant.)
    [[nodiscard]] constexpr bool related() const { return role == member_role::to_one || role == member_role::to_many; }
};

struct shape_descriptor {
    table_descriptor const* table = nullptr;
    list<shape_member> members{};
    list<entry> said{};  ///< the model's words, for a diagnostic
};

template <class Type>
struct nested_shape {
    using type = without_optional<Type>;
};
template <class Element, class Allocator>
struct nested_shape<std::vector<Element, Allocator>> {
    using type = Element;
};

/// The column of this name, looked for from a position on: shapes mostly keep the model's order. -1 where there is none.
constexpr short column_named(table_descriptor const& table, std::string_view member, short from) {
    int const count = table.columns.count;
    for (int i = 0; i < count; ++i) {
        int const at = (from + i) % count;
        if (table.columns[at].member == member) return static_cast<short>(at);
    }
    return -1;
}

/// Whether a member's type has the form of a relation: a vector for many, an optional or the struct itself for one.
template <class Member>
constexpr bool has_form(relation_descriptor const& relation) {
    return vector_traits<Member>::is_vector == relation.to_many() && (relation.to_many() || is_optional<Member> || !relation.may_be_absent());
}

template <class Model, class Shape, class... Outer>
struct shape_builder;

template <class Model, class Shape, std::size_t Index, class... Outer>
constexpr shape_member member_of_shape() {
    using member = member_type<Shape, Index>;
    shape_member described{.name = member_names<Shape>[Index]};
    if constexpr (readable_type<member>) {
        described.kind = kind_of<member>;
        described.nullable = is_optional<member>;
        described.column = column_named(table_of<Model>, described.name, static_cast<short>(Index));
        if (described.column >= 0) {
            described.role = member_role::column;
            described.compatible = table_of<Model>.columns[described.column].type == &identity<column_form_of<member>>;
            described.own_type = column_type<member>;
        }
    } else if constexpr (std::is_array_v<member>) {
        static_assert(never<Model>, "koine: a member of a model or a shape is no C array; take std::string or std::vector<std::byte>");
        described.role = member_role::refused;
    } else {
        constexpr int entry = relation_entry<Model>(member_names<Shape>[Index]);
        using nested = typename nested_shape<member>::type;
        constexpr bool endless = (std::is_same_v<nested, Shape> || ... || std::is_same_v<nested, Outer>);
        if constexpr (entry >= 0 && endless) {
            static_assert(!endless, "koine: a shape that contains itself has no last level; write one struct for each level");
            described.role = member_role::refused;
        } else if constexpr (entry >= 0) {
            constexpr relation_descriptor const& relation = relation_of<Model, entry>;
            described.role = vector_traits<member>::is_vector ? member_role::to_many : member_role::to_one;
            described.nullable = is_optional<member>;
            described.compatible = has_form<member>(relation);
            described.relation = &relation;
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
    static constexpr auto members = members_from(std::make_index_sequence<member_names<Shape>.size()>{});
    static constexpr auto const& words = described_as<Model>.entries;
    static constexpr shape_descriptor value{&table_of<Model>,
                                            {members.data(), static_cast<int>(members.size())},
                                            {words, static_cast<int>(sizeof(words) / sizeof(entry))}};
};

/// A shape over a model.
template <class Model, class Shape>
inline constexpr shape_descriptor const& shape_of = shape_builder<Model, Shape>::value;

}  // namespace koine::detail
