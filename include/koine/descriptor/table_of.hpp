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
#include <koine/types/list.hpp>
#include <koine/types/text.hpp>

namespace koine {

template <class Model>
concept described = requires { describe(model<Model>{}); };

}  // namespace koine

namespace koine::detail {

/// Refuses what is no model where a computed table is none either.
template <class Model>
consteval bool is_model() {
    static_assert(described<Model>, "koine: this type is no model; write `constexpr auto describe(koine::model<T>)` beside it");
    return described<Model>;
}

/// A struct without a description has columns all the same: a query may declare it as a computed table.
template <class Model>
consteval auto description_of() {
    if constexpr (described<Model>) return describe(model<Model>{});
    else return description<0>{};
}
template <class Model>
inline constexpr auto described_as = description_of<Model>();

template <class Member>
constexpr column_descriptor column_from(std::string_view name) {
    // An array of one gives no initialiser too many.
    static_assert(!std::is_array_v<Member>,
                  "koine: a member of a model or a shape is no C array; take std::string or std::vector<std::byte>");
    static_assert(!other_form<without_optional<Member>>,
                  "koine: a model owns its columns: std::string, std::vector<std::byte>; a view of them, or one in an arena, is a member of shapes");
    constexpr bool list = !readable_type<Member> && vector_traits<without_optional<Member>>::is_vector;
    static_assert(!list, "koine: a list column is a std::vector of bool, integers, double, std::string or enums, and none of its elements an optional");
    static_assert(readable_type<Member> || std::is_array_v<Member> || list,
                  "koine: a member of a model is a column: bool, a number, an enum, std::string, std::vector<std::byte>, "
                  "a std::vector of some of these, or std::optional of one");
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

/// What can be wrong with the words of a description.
enum class mistake : unsigned char { none, unknown_member, two_primary_keys, generated_no_integer, length_of_no_text, default_of_another_kind, key_of_list, references_nothing, name_twice };

constexpr bool default_fits(constant const& value, storage kind) {
    switch (value.which) {
    case constant::kind::boolean: return kind == storage::boolean;
    case constant::kind::integer: return is_integer(kind) || is_floating(kind);
    case constant::kind::real: return is_floating(kind);
    case constant::kind::text: return kind == storage::text;
    default: return true;
    }
}

/// Everything of a table that arrays have to hold.
template <std::size_t Columns, std::size_t Entries>
struct table_storage {
    std::array<column_descriptor, Columns> columns{};
    std::array<key_descriptor, Entries + 1> keys{};
    column_set primary_key{};
    int key_count = 0;
    mistake wrong = mistake::none;

    constexpr void blame(bool holds, mistake what) {
        if (!holds && wrong == mistake::none) wrong = what;
    }
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
            if (set.at[i] < 0) return table.wrong = mistake::unknown_member, table;
        table.blame(said.references.count == 0 || said.kind == entry_kind::belongs_to, mistake::references_nothing);
        if (said.related >= 0)
            for (entry const* other = words.entries; other != &said; ++other)
                table.blame(other->related < 0 || other->name != said.name, mistake::name_twice);
        column_descriptor* const first = set.count > 0 ? &table.columns[static_cast<std::size_t>(set.at[0])] : nullptr;
        switch (said.kind) {
        case entry_kind::column: if (first) first->name = said.name; break;
        case entry_kind::length:
            first->length = said.length;
            table.blame(first->kind == storage::text, mistake::length_of_no_text);
            break;
        case entry_kind::default_value:
            first->default_value = said.value;
            table.blame(default_fits(said.value, first->kind), mistake::default_of_another_kind);
            break;
        case entry_kind::primary_key:
            table.blame(table.primary_key.count == 0, mistake::two_primary_keys);
            table.primary_key = set;
            if (!said.generated) break;
            first->generated = true;
            table.blame(is_integer(first->kind) && !first->nullable, mistake::generated_no_integer);
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
        for (int i = 0; i < set.count; ++i) table.blame(!is_json_form(table.columns[static_cast<std::size_t>(set.at[i])].kind), mistake::key_of_list);
        for (int i = 0; i < set.count; ++i) table.columns[static_cast<std::size_t>(set.at[i])].keyed = true;
    };
    mark(table.primary_key);
    for (int i = 0; i < table.key_count; ++i) mark(table.keys[static_cast<std::size_t>(i)].columns);
    for (entry const& said : words.entries)
        if (said.kind == entry_kind::belongs_to) mark(columns_named<Model>(said.members));
    return table;
}

template <class Rows>
inline constexpr bool has_only_columns = []<std::size_t... Index>(std::index_sequence<Index...>) {
    for (bool column : {true, column_type<member_type<Rows, Index>>...})
        if (!column) return false;
    return true;
}(std::make_index_sequence<member_count<Rows>>{});

/// A type that is refused has no columns.
template <class Model>
consteval auto make_storage() {
    if constexpr (!described<Model> && !std::is_class_v<Model> && !std::is_union_v<Model>) return static_cast<void>(is_model<Model>()), table_storage<0, 0>{};
    else if constexpr (member_count<Model> == 0) return table_storage<0, 0>{};
    else if constexpr (!described<Model> && !has_only_columns<Model>) {
        static_assert(described<Model>,
                      "koine: this type is no model, and no computed table because a member is no column; lists and related structs are loaded by the query around it");
        return table_storage<0, 0>{};
    }
    else return read_table<Model>();
}
template <class Model>
inline constexpr auto table_storage_of = make_storage<Model>();

template <class Model>
consteval table_descriptor make_table() {
    constexpr auto const& storage = table_storage_of<Model>;
    constexpr mistake wrong = storage.wrong;
    if constexpr (wrong != mistake::none) {
        static_assert(wrong != mistake::unknown_member, "koine: the description of this model names a member of another struct");
        static_assert(wrong != mistake::two_primary_keys, "koine: a model has one primary key; a composite one names all its members in one primary_key<…>()");
        static_assert(wrong != mistake::generated_no_integer, "koine: the database generates integers; a generated member is one, and no std::optional");
        static_assert(wrong != mistake::length_of_no_text, "koine: length bounds a column of text");
        static_assert(wrong != mistake::default_of_another_kind, "koine: a database default is of its column's kind: bool, integer, real or text");
        static_assert(wrong != mistake::key_of_list, "koine: a list is part of no key and no index, and neither is JSON: not every database compares them");
        static_assert(wrong != mistake::references_nothing, "koine: references<…>() stands right behind the belongs_to whose key it names");
        static_assert(wrong != mistake::name_twice, "koine: a model has two relations of one name");
        return {{}, {}, {}, {}, {}, &identity<Model>};
    }
    if constexpr (described<Model>) static_assert(!std::is_empty_v<Model>, "koine: a model has at least one member");
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
