// SPDX-License-Identifier: BSL-1.0
// driver · connect: the verbs that tie rows which are there, part them, and replace those that are tied; each all or none.
#pragma once

#include <koine/driver/junction_link.hpp>

namespace koine::detail {

template <class Dialect, class Model, int Entry, bool ThroughJunction>
struct link_by {
    using type = key_link<Dialect, Model, Entry>;
};
template <class Dialect, class Model, int Entry>
struct link_by<Dialect, Model, Entry, true> {
    using type = junction_link<Dialect, Model, Entry>;
};
template <class Dialect, class Model, int Entry>
using link_of = typename link_by<Dialect, Model, Entry, relation_of<Model, Entry>.through_junction()>::type;

/// Whether the rows that have a relation's foreign key can be named.
template <class Model, int Entry>
consteval bool has_named_rows() {
    constexpr relation_descriptor const& relation = relation_of<Model, Entry>;
    constexpr bool named = relation.through_junction() || (relation.kind == entry_kind::belongs_to ? relation.from : relation.to)->primary_key.count > 0;
    static_assert(named, "koine: rows are connected by the primary key of those that have the foreign key, and their model has none");
    return named;
}
/// The entry of the relation that is named; -1 where there is a mistake, whose sentence was said.
template <class Model, fixed_string Name>
consteval int connected_entry() {
    constexpr int entry = relation_entry<Model>(Name.view());
    static_assert(entry >= 0 || !described<Model>, "koine: the model has no relation of this name to connect rows by");
    if constexpr (entry < 0) return -1;
    else if constexpr (relation_of<Model, entry>.refused()) return -1;
    else return has_named_rows<Model, entry>() ? entry : -1;
}

/// What is a key or a range of them, where anything else is rows.
template <class Keys>
concept key_or_keys = single_key<Keys> || range_of_keys<Keys>;

/// Whether these are keys, and as many as a relation takes.
template <class Model, int Entry, class Keys>
consteval bool are_keys() {
    constexpr bool keys = key_or_keys<Keys>;
    constexpr bool one = single_key<Keys> || relation_of<Model, Entry>.to_many();
    static_assert(keys, "koine: rows are named by a key, or by a range of keys");
    static_assert(one || !keys, "koine: a relation to one row takes one key, no range");
    return keys && one;
}
template <class Link>
consteval bool can_part() {
    static_assert(Link::clears, "koine: rows are parted by a foreign key that becomes NULL, and no column of this one may be NULL; erase them, or connect them to another row");
    return Link::clears;
}

template <class Dialect, class Model, fixed_string Name, class Driver, class Key, class Keys>
void connect_rows(connection_state<Driver>& state, Key const& key, Keys const& keys) {
    constexpr int entry = connected_entry<Model, Name>();
    if constexpr (entry >= 0)
        if constexpr (are_keys<Model, entry, Keys>()) {
            using link = link_of<Dialect, Model, entry>;
            auto const run = [&] { for_each_key(keys, [&](auto const& one) { link::connect(state, key, one); }); };
            if constexpr (single_key<Keys>) run();
            else in_transaction(state, {}, run);
        }
}

template <class Dialect, class Model, fixed_string Name, class Driver, class Key>
std::int64_t disconnect_rows(connection_state<Driver>& state, Key const& key) {
    constexpr int entry = connected_entry<Model, Name>();
    if constexpr (entry >= 0) {
        using link = link_of<Dialect, Model, entry>;
        if constexpr (can_part<link>()) return link::disconnect_all(state, key);
    }
    return 0;
}
template <class Dialect, class Model, fixed_string Name, class Driver, class Key, class Keys>
std::int64_t disconnect_rows(connection_state<Driver>& state, Key const& key, Keys const& keys) {
    std::int64_t changed = 0;
    constexpr int entry = connected_entry<Model, Name>();
    if constexpr (entry >= 0) {
        using link = link_of<Dialect, Model, entry>;
        if constexpr (are_keys<Model, entry, Keys>() && can_part<link>()) {
            auto const run = [&] { for_each_key(keys, [&](auto const& one) { changed += link::disconnect(state, key, one); }); };
            if constexpr (single_key<Keys>) run();
            else in_transaction(state, {}, run);
        }
    }
    return changed;
}

/// Erases the rows on the other side of a relation, of a many_to_many the pairs, and inserts trees in their place.
template <class Dialect, class Model, int Entry, class Driver, class Key, class Rows>
void replace_trees(connection_state<Driver>& state, Key const& key, Rows& rows) {
    using link = link_of<Dialect, Model, Entry>;
    column_value row[member_count<Model>];
    name_row<Model, relation_of<Model, Entry>.from_columns>(key, row);
    in_transaction(state, {}, [&] {
        link::erase_all(state, key);
        if constexpr (vector_traits<Rows>::is_vector)
            for (auto& one : rows) insert_related<Dialect, Model, Entry>(state, one, row);
        else insert_related<Dialect, Model, Entry>(state, rows, row);
    });
}

/// Replaces the rows on the other side of a relation: by those that keys name, or by new ones.
template <class Dialect, class Model, fixed_string Name, class Driver, class Key, class Rows>
void replace_rows(connection_state<Driver>& state, Key const& key, Rows& rows) {
    constexpr int entry = connected_entry<Model, Name>();
    if constexpr (entry >= 0) {
        using link = link_of<Dialect, Model, entry>;
        constexpr bool from_own = relation_of<Model, entry>.kind == entry_kind::belongs_to;
        if constexpr (key_or_keys<Rows>) {
            if constexpr (are_keys<Model, entry, Rows>() && (from_own || can_part<link>()))
                in_transaction(state, {}, [&] { link::replace(state, key, rows); });
        } else {
            constexpr bool form = !from_own && vector_traits<Rows>::is_vector == relation_of<Model, entry>.to_many();
            static_assert(form, "koine: replace takes keys, or new rows: a std::vector of them for a relation to many, one for a has_one");
            if constexpr (form) replace_trees<Dialect, Model, entry>(state, key, rows);
        }
    }
}

}  // namespace koine::detail
