// SPDX-License-Identifier: BSL-1.0
// descriptor · table_of: reads a model's struct and description into a table descriptor.
#pragma once

#include <koine/descriptor/reflection.hpp>
#include <koine/descriptor/table_descriptor.hpp>

#include <koine/model/table.hpp>
#include <koine/types/boolean.hpp>
#include <koine/types/bytes.hpp>
#include <koine/types/floating_point.hpp>
#include <koine/types/integer.hpp>
#include <koine/types/text.hpp>

namespace koine {

template <class Model>
concept described = requires { describe(model<Model>{}); };

}  // namespace koine

namespace koine::detail {

template <class Model>
consteval auto description_of() {
    static_assert(described<Model>,
                  "koine: this type is no model; write `constexpr auto describe(koine::model<T>)` beside it");
    if constexpr (described<Model>) return describe(model<Model>{});
    else return description<0>{};
}
template <class Model>
inline constexpr auto described_as = description_of<Model>();

template <class Member>
constexpr column_descriptor column_from(std::string_view name) {
    static_assert(column_type<Member>,
                  "koine: a member of a model is a column: bool, a number, an enum, std::string, std::vector<std::byte>, "
                  "or std::optional of these");
    column_descriptor column;
    column.name = column.member = name;
    if constexpr (column_type<Member>) {
        using value = without_optional<Member>;
        column.kind = type<value>::kind;
        column.type = &identity<value>;
        column.nullable = is_optional<Member>;
        if constexpr (number_integer<value>) {
            column.bounded = sizeof(value) == 1 || (std::is_unsigned_v<value> && sizeof(value) < 8);
            if (column.bounded) {
                column.minimum = static_cast<std::int64_t>(std::numeric_limits<value>::min());
                column.maximum = static_cast<std::int64_t>(std::numeric_limits<value>::max());
            }
        }
        if constexpr (enumeration<value>) column.labels = {labels_of<value>.at, labels_of<value>.count};
    }
    return column;
}

template <class Model, std::size_t... Index>
constexpr auto columns_from(std::index_sequence<Index...>) {
    return std::array<column_descriptor, sizeof...(Index)>{
        column_from<member_type<Model, Index>>(member_names<Model>[Index])...};
}

template <class Model>
constexpr column_set columns_named(member_list const& members) {
    column_set set;
    for (set.count = 0; set.count < members.count; ++set.count) set.at[set.count] = position_of<Model>(members.at[set.count]);
    return set;
}

/// Everything of a table that arrays have to hold.
template <std::size_t Columns, std::size_t Entries>
struct table_storage {
    std::array<column_descriptor, Columns> columns{};
    std::array<key_descriptor, Entries + 1> keys{};
    column_set primary_key{};
    int key_count = 0;
    bool every_member_known = true;
};

template <class Model>
constexpr auto read_table() {
    constexpr auto const& words = described_as<Model>;
    constexpr std::size_t entries = sizeof(words.entries) / sizeof(entry);
    constexpr std::size_t columns = member_names<Model>.size();
    table_storage<columns, entries> table;
    table.columns = columns_from<Model>(std::make_index_sequence<columns>{});
    for (entry const& said : words.entries) {
        column_set const set = columns_named<Model>(said.members);
        for (int i = 0; i < set.count; ++i)
            if (set.at[i] < 0) return table.every_member_known = false, table;
        column_descriptor* const first = set.count > 0 ? &table.columns[static_cast<std::size_t>(set.at[0])] : nullptr;
        switch (said.kind) {
        case entry_kind::column: if (first) first->name = said.name; break;
        case entry_kind::length: first->length = said.length; break;
        case entry_kind::default_value: first->default_value = said.value; break;
        case entry_kind::primary_key:
            table.primary_key = set;
            if (said.generated) first->generated = true;
            break;
        case entry_kind::unique:
        case entry_kind::index:
            table.keys[static_cast<std::size_t>(table.key_count++)] = {said.name, set, said.kind == entry_kind::unique};
            break;
        default: break;
        }
    }
    for (entry const& said : words.entries) {
        if (said.kind != entry_kind::belongs_to || said.unindexed) continue;
        column_set const set = columns_named<Model>(said.members);
        bool covered = table.primary_key.begins_with(set);
        for (int i = 0; i < table.key_count; ++i)
            covered = covered || table.keys[static_cast<std::size_t>(i)].columns.begins_with(set);
        if (!covered) table.keys[static_cast<std::size_t>(table.key_count++)] = {{}, set, false};
    }
    auto const mark = [&](column_set const& set) {
        for (int i = 0; i < set.count; ++i) table.columns[static_cast<std::size_t>(set.at[i])].keyed = true;
    };
    mark(table.primary_key);
    for (int i = 0; i < table.key_count; ++i) mark(table.keys[static_cast<std::size_t>(i)].columns);
    for (entry const& said : words.entries)
        if (said.kind == entry_kind::belongs_to) mark(columns_named<Model>(said.members));
    return table;
}

template <class Model>
inline constexpr auto table_storage_of = read_table<Model>();

template <class Model>
consteval table_descriptor make_table() {
    constexpr auto const& storage = table_storage_of<Model>;
    static_assert(storage.every_member_known, "koine: the description of this model names a member of another struct");
    return {described_as<Model>.schema_name,
            described_as<Model>.table_name,
            {storage.columns.data(), static_cast<int>(storage.columns.size())},
            storage.primary_key,
            {storage.keys.data(), storage.key_count},
            &identity<Model>};
}

/// The table of a model.
template <class Model>
inline constexpr table_descriptor table_of = make_table<Model>();

}  // namespace koine::detail
