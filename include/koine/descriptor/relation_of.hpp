// SPDX-License-Identifier: BSL-1.0
// descriptor · relation_of: resolves a relation's name to the two tables and the columns that pair their rows.
#pragma once

#include <koine/descriptor/table_of.hpp>

namespace koine::detail {

struct relation_descriptor {
    std::string_view name{};
    entry_kind kind{};
    table_descriptor const* from = nullptr;
    table_descriptor const* to = nullptr;
    column_set from_columns{};
    column_set to_columns{};      ///< what from_columns equal: columns of `to`, or of the junction
    on_delete action = on_delete::no_action;
    bool unindexed = false;       ///< no index begins with the columns of its foreign key
    table_descriptor const* junction = nullptr;
    column_set onward_columns{};  ///< of the junction
    column_set target_columns{};  ///< of `to`, which onward_columns equal

    /// A relation without columns is one whose mistake was said.
    [[nodiscard]] constexpr bool refused() const { return from_columns.count == 0; }
    [[nodiscard]] constexpr bool to_many() const { return kind == entry_kind::has_many || through_junction(); }
    [[nodiscard]] constexpr bool through_junction() const { return kind == entry_kind::many_to_many; }
    /// Whether its rows are looked for by a foreign key that no index begins with.
    [[nodiscard]] constexpr bool lacks_index() const { return unindexed && kind != entry_kind::belongs_to; }
    /// Whether a row can be without one: a has_one, or a foreign key that may be NULL.
    [[nodiscard]] constexpr bool may_be_absent() const {
        return kind == entry_kind::has_one || from->nullable(from_columns);
    }
};

/// The position of a model's entry that is a relation of this name; -1 where there is none.
template <class Model>
constexpr int relation_entry(std::string_view name) {
    int position = 0;
    for (entry const& said : described_as<Model>.entries) {
        if (said.related >= 0 && said.name == name) return position;
        ++position;
    }
    return -1;
}

template <class Description>
struct related_types;
template <int Count, class... Related>
struct related_types<description<Count, Related...>> {
    template <std::size_t Index>
    using at = nth<Index, Related...>;
};

/// The model on the other side of a relation.
template <class Model, int Entry>
using related_model = typename related_types<std::remove_const_t<decltype(described_as<Model>)>>::template at<
    static_cast<std::size_t>(described_as<Model>.entries[Entry].related)>;

/// The model whose rows pair those of a many_to_many.
template <class Model, int Entry>
using junction_model = typename related_types<std::remove_const_t<decltype(described_as<Model>)>>::template at<
    static_cast<std::size_t>(described_as<Model>.entries[Entry].junction)>;

/// Whether a row is named by these columns alone: the primary key or a unique key, in any order.
constexpr bool is_unique(table_descriptor const& table, column_set const& columns) {
    auto const same = [&](column_set const& key) {
        if (key.count != columns.count) return false;
        for (int i = 0; i < key.count; ++i)
            if (!columns.contains(key.at[i])) return false;
        return true;
    };
    if (same(table.primary_key)) return true;
    for (key_descriptor const& key : table.keys)
        if (key.unique && same(key.columns)) return true;
    return false;
}

/// Whether a table has all these columns; one that is refused has none.
constexpr bool has_columns(table_descriptor const& table, column_set const& columns) {
    for (int i = 0; i < columns.count; ++i)
        if (columns.at[i] < 0 || columns.at[i] >= table.columns.count) return false;
    return columns.count > 0;
}
constexpr bool same_kinds(table_descriptor const& left, column_set const& ours, table_descriptor const& right, column_set const& theirs) {
    for (int i = 0; i < ours.count; ++i)
        if (left.columns[ours.at[i]].kind != right.columns[theirs.at[i]].kind) return false;
    return true;
}

/// Whether a key or an index of a table begins with these columns.
constexpr bool is_indexed(table_descriptor const& table, column_set const& columns) {
    if (table.primary_key.begins_with(columns)) return true;
    for (key_descriptor const& key : table.keys)
        if (key.columns.begins_with(columns)) return true;
    return false;
}

template <class Model, int Entry>
consteval relation_descriptor make_relation();

/// The foreign key of `Other` that one relation of `Model` names; without columns where there is none, which is said.
template <class Model, class Other, int There>
consteval relation_descriptor make_inverse() {
    static_assert(There >= 0, "koine: has_many, has_one and many_to_many name a belongs_to of the other model, which has none of this name");
    if constexpr (There >= 0) {
        constexpr bool inverts = described_as<Other>.entries[There].kind == entry_kind::belongs_to;
        static_assert(inverts, "koine: the inverse of has_many, has_one and many_to_many is a belongs_to");
        if constexpr (inverts) {
            constexpr bool back = std::is_same_v<related_model<Other, There>, Model>;
            static_assert(back, "koine: the belongs_to that has_many, has_one or many_to_many names belongs to another model");
            if constexpr (back) return make_relation<Other, There>();
        }
    }
    return {};
}

template <class Model, int Entry>
consteval relation_descriptor make_belongs_to(relation_descriptor relation) {
    using other = related_model<Model, Entry>;
    constexpr entry const& said = described_as<Model>.entries[Entry];
    constexpr column_set ours = columns_named<Model>(said.members);
    constexpr column_set theirs = said.references.count > 0 ? columns_named<other>(said.references) : table_of<other>.primary_key;
    if constexpr (table_of<Model>.columns.count == 0 || table_of<other>.columns.count == 0) return relation;
    else if constexpr (theirs.count == 0 || !has_columns(table_of<other>, theirs)) {
        static_assert(theirs.count > 0, "koine: belongs_to references the primary key of the other model, which has none; name a key by .references<…>()");
        static_assert(theirs.count == 0, "koine: references<…>() names members of the model that belongs_to names");
    } else if constexpr (ours.count != theirs.count) {
        static_assert(ours.count == theirs.count, "koine: belongs_to names as many members as the key has columns that it references");
    } else {
        constexpr bool same = same_kinds(table_of<Model>, ours, table_of<other>, theirs);
        static_assert(same, "koine: the members of belongs_to are of the types of the key that they reference, in its order");
        constexpr bool unique = is_unique(table_of<other>, theirs);
        static_assert(unique || !same, "koine: references<…>() names the primary key or a unique key of the other model; else a row could belong to two");
        if (same && unique) relation.from_columns = ours, relation.to_columns = theirs;
        relation.unindexed = !is_indexed(table_of<Model>, ours);
    }
    return relation;
}

template <class Model, int Entry>
consteval relation_descriptor make_relation() {
    using other = related_model<Model, Entry>;
    constexpr entry const& said = described_as<Model>.entries[Entry];
    relation_descriptor relation{said.name, said.kind, &table_of<Model>, &table_of<other>, {}, {}, said.action};
    if constexpr (said.kind == entry_kind::belongs_to) {
        return make_belongs_to<Model, Entry>(relation);
    } else if constexpr (said.kind == entry_kind::many_to_many) {
        using junction = junction_model<Model, Entry>;
        constexpr relation_descriptor near = make_inverse<Model, junction, relation_entry<junction>(said.inverse)>();
        constexpr relation_descriptor far = make_inverse<other, junction, relation_entry<junction>(said.onward)>();
        if (near.refused() || far.refused()) return relation;
        relation.junction = &table_of<junction>;
        relation.from_columns = near.to_columns;
        relation.to_columns = near.from_columns;
        relation.onward_columns = far.from_columns;
        relation.target_columns = far.to_columns;
        relation.unindexed = near.unindexed;
    } else {
        constexpr relation_descriptor inverse = make_inverse<Model, other, relation_entry<other>(said.inverse)>();
        constexpr bool single = said.kind != entry_kind::has_one || inverse.refused() || is_unique(table_of<other>, inverse.from_columns);
        static_assert(single, "koine: has_one needs a unique key on the members of its inverse; else a row could have two");
        relation.from_columns = inverse.to_columns;
        relation.to_columns = inverse.from_columns;
        relation.unindexed = inverse.unindexed;
    }
    return relation;
}

template <class Model, int Entry>
inline constexpr relation_descriptor relation_of = make_relation<Model, Entry>();

template <class Model, std::size_t... Entry>
consteval auto make_foreign_keys(std::index_sequence<Entry...>) {
    constexpr auto const& entries = described_as<Model>.entries;
    constexpr std::size_t count = ((entries[Entry].kind == entry_kind::belongs_to && entries[Entry].related >= 0 ? 1u : 0u) + ...);
    std::array<relation_descriptor const*, count + 1> keys{};
    std::size_t at = 0;
    (
        [&] {
            if constexpr (entries[Entry].kind == entry_kind::belongs_to && entries[Entry].related >= 0)
                keys[at++] = &relation_of<Model, static_cast<int>(Entry)>;
        }(),
        ...);
    return keys;
}

/// A model's foreign keys, ended by a null pointer.
template <class Model>
inline constexpr auto foreign_keys_of = make_foreign_keys<Model>(
    std::make_index_sequence<sizeof(described_as<Model>.entries) / sizeof(entry)>{});

}  // namespace koine::detail
