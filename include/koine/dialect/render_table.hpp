// SPDX-License-Identifier: BSL-1.0
// dialect · render_table: the statements that create a model's table and its indexes, as constants.
#pragma once

#include <koine/dialect/render.hpp>
#include <koine/dialect/write_table.hpp>

namespace koine {

namespace detail {

/// The statements about a table; an index is made of the key, and a foreign key is added, that has a position.
enum class table_step : unsigned char { create, create_bare, create_index, add_foreign_key };

template <class Dialect, int Capacity>
constexpr auto render_table_statement(table_descriptor const& table, relation_descriptor const* const* foreign_keys, table_step which, int position) {
    constexpr relation_descriptor const* none = nullptr;
    rendering<Dialect, fixed_sink<Capacity, 1>> out;
    switch (which) {
    case table_step::create: write_create_table(out, table, foreign_keys); break;
    case table_step::create_bare: write_create_table(out, table, &none); break;
    case table_step::create_index: write_create_index(out, table, table.keys[position]); break;
    case table_step::add_foreign_key: write_add_foreign_key(out, table, *foreign_keys[position]); break;
    }
    return out.sink;
}

template <class Dialect, class Model, table_step Which, int Position>
consteval auto table_statement_constant() {
    if constexpr (!is_model<Model>()) return statement_constant<0, 0>{};
    else if constexpr (constexpr auto usual = render_table_statement<Dialect, usual_length>(table_of<Model>, foreign_keys_of<Model>.data(), Which, Position);
                       usual.length <= usual_length)
        return cut<usual.length, 0>(usual);
    else return cut<usual.length, 0>(render_table_statement<Dialect, usual.length>(table_of<Model>, foreign_keys_of<Model>.data(), Which, Position));
}

template <class Dialect, class Model, table_step Which, int Position = 0>
inline constexpr auto table_statement = table_statement_constant<Dialect, Model, Which, Position>();

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
        detail::table_statement<Dialect, Model, detail::table_step::create>.view().text,
        detail::table_statement<Dialect, Model, detail::table_step::create_index, detail::index_position<Model>(Index)>.view().text...};
}(std::make_integer_sequence<int, detail::index_count<Model>>{});

namespace detail {

/// The foreign keys of a table that was created without them, each as a statement.
template <class Dialect, class Model>
inline constexpr auto add_foreign_key_texts = []<int... Position>(std::integer_sequence<int, Position...>) {
    return std::array<std::string_view, sizeof...(Position)>{table_statement<Dialect, Model, table_step::add_foreign_key, Position>.view().text...};
}(std::make_integer_sequence<int, static_cast<int>(foreign_keys_of<Model>.size()) - 1>{});

}  // namespace detail
}  // namespace koine
