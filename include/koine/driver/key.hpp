// SPDX-License-Identifier: BSL-1.0
// driver · key: rows named by their keys: one value, a std::tuple where the key has several columns, or a range of these.
#pragma once

#include <koine/relation/tree.hpp>

#include <tuple>

namespace koine::detail {

template <class Type>
inline constexpr bool is_tuple = false;
template <class... Parts>
inline constexpr bool is_tuple<std::tuple<Parts...>> = true;

/// Lists and JSON are no keys: a list is a range of them.
constexpr bool has_keys(family values) { return values != family::none && values != family::list && values != family::json; }
/// One key, where anything else is a range of keys or of rows.
template <class Key>
concept single_key = has_keys(family_of<std::remove_cvref_t<Key>>()) || is_tuple<std::remove_cvref_t<Key>>;
template <class Keys>
concept range_of_keys = !single_key<Keys> && requires(Keys const& keys) {
    { *std::begin(keys) } -> single_key;
};

template <class Model, short Column, class Part>
constexpr bool is_key_part() {
    if constexpr (is_optional<Part>) return false;
    else return comparable<member_type<Model, static_cast<std::size_t>(Column)>, Part>();
}

/// Writes the values of a key to `out`, which views what the key holds.
template <class Model, short... Column, class... Parts>
void encode_parts(column_list<Column...>, std::tuple<Parts...> const& key, bound_value* out) {
    constexpr bool complete = sizeof...(Column) == sizeof...(Parts);
    static_assert(complete, "koine: a key is one value, or where it has several columns a std::tuple of as many");
    if constexpr (complete) {
        constexpr bool fits = (is_key_part<Model, Column, std::remove_cvref_t<Parts>>() && ...);
        static_assert(fits, "koine: the values of a key are of its columns' families: numbers, text, bool, bytes or one enum, and no std::optional");
        if constexpr (fits)
            std::apply([&](auto const&... part) {
                bound_value const values[] = {encode_as<without_optional<member_type<Model, static_cast<std::size_t>(Column)>>>(part)...};
                for (bound_value const& value : values) *out++ = value;
            }, key);
    }
}
template <class Model, class Columns, class Key>
void encode_key(Columns columns, Key const& key, bound_value* out) {
    if constexpr (is_tuple<Key>) encode_parts<Model>(columns, key, out);
    else encode_parts<Model>(columns, std::tuple<Key const&>(key), out);
}

/// Fills in the columns of a row that are a key.
template <class Model, column_set Columns, class Key>
void name_row(Key const& key, column_value* row) {
    bound_value values[maximum_key_columns];
    encode_key<Model>(columns_of<Columns>{}, key, values);
    for (int i = 0; i < Columns.count; ++i) row[Columns.at[i]] = {values[i], true};
}
/// Calls `use` with each key.
template <class Keys, class Use>
void for_each_key(Keys const& keys, Use use) {
    if constexpr (single_key<Keys>) use(keys);
    else
        for (auto const& key : keys) use(key);
}

}  // namespace koine::detail
