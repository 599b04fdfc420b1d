// SPDX-License-Identifier: BSL-1.0
// dialect · render_table: the statements that create a model's table and its indexes, as constants.
#pragma once

#include <koine/dialect/render.hpp>
#include <koine/dialect/write_table.hpp>

namespace koine {

namespace detail {

template <class Dialect, int Capacity>
constexpr auto render_table_statement(table_descriptor const& table, relation_descriptor const* const* foreign_keys, int index) {
    rendering<Dialect, fixed_sink<Capacity, 1>> out;
    if (index < 0) write_create_table(out, table, foreign_keys);
    else write_create_index(out, table, table.keys[index]);
    return out.sink;
}

template <class Dialect, class Model, int Index>
consteval auto table_statement_constant() {
    constexpr auto usual = render_table_statement<Dialect, usual_length>(table_of<Model>, foreign_keys_of<Model>.data(), Index);
    if constexpr (usual.length <= usual_length) return cut<usual.length, 0>(usual);
    else return cut<usual.length, 0>(render_table_statement<Dialect, usual.length>(table_of<Model>, foreign_keys_of<Model>.data(), Index));
}

/// CREATE TABLE of a model (Index -1), or CREATE INDEX of one of its keys.
template <class Dialect, class Model, int Index>
inline constexpr auto table_statement = table_statement_constant<Dialect, Model, Index>();

template <class Model>
inline constexpr int index_count = [] {
    int count = 0;
    for (key_descriptor const& key : table_of<Model>.keys) count += key.unique ? 0 : 1;
    return count;
}();

/// The position among a table's keys of its n-th index.
template <class Model>
constexpr int index_position(int nth_index) {
    int position = 0;
    for (key_descriptor const& key : table_of<Model>.keys) {
        if (!key.unique && nth_index-- == 0) return position;
        ++position;
    }
    return -1;
}

}  // namespace detail

/// The statements that create a model's table in a dialect: the table, then its indexes.
template <class Dialect, class Model>
inline constexpr auto create_table_texts = []<int... Index>(std::integer_sequence<int, Index...>) {
    return std::array<std::string_view, sizeof...(Index) + 1>{
        detail::table_statement<Dialect, Model, -1>.view().text,
        detail::table_statement<Dialect, Model, detail::index_position<Model>(Index)>.view().text...};
}(std::make_integer_sequence<int, detail::index_count<Model>>{});

}  // namespace koine
