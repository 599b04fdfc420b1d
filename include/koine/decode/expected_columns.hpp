// SPDX-License-Identifier: BSL-1.0
// decode · expected_columns: what a result is read from, column by column, for who compares it with what a server describes.
#pragma once

#include <koine/decode/row_decode.hpp>

#include <array>

namespace koine::detail {

/// What says nothing of a column's type: what tells whether a row is there, or the rows of a list.
inline constexpr storage any_kind = static_cast<storage>(0xffff);

constexpr std::string_view name_of(storage kind) {
    constexpr std::string_view names[] = {"boolean", "int16", "int32", "int64", "uint64", "float32", "float64", "text", "bytes", "date", "time", "instant", "local_time", "uuid", "json"};
    if (is_list(kind)) return "list";
    return is_decimal(kind) ? std::string_view("decimal") : names[static_cast<unsigned>(kind)];
}

struct expected_column {
    storage kind = any_kind;
    std::string_view shape{};
    std::string_view member{};  ///< empty: the shape is the value
};
struct expected_row {
    expected_column const* columns;
    int count;
};

template <list_form Lists, class Result>
class column_expectation {
    using columns_type = std::array<expected_column, static_cast<std::size_t>(column_count_of<Result>())>;

    template <class Member>
    static constexpr void add_member(columns_type& all, std::size_t& at, std::string_view shape, std::string_view member) {
        using value = without_optional<Member>;
        if constexpr (readable_type<value>) {
            all[at++] = {kind_of<value>, shape, member};
        } else if constexpr (vector_traits<value>::is_vector) {
            all[at++] = {Lists == list_form::json ? storage::text : any_kind, shape, member};
        } else {
            all[at++] = {any_kind, shape, member};
            add_members<value>(all, at);
        }
    }
    template <class Shape>
    static constexpr void add_members(columns_type& all, std::size_t& at) {
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            int const done[] = {0, (add_member<member_type<Shape, Index>>(all, at, type_name<Shape>(), member_names<Shape>[Index]), 0)...};
            static_cast<void>(done);
        }(std::make_index_sequence<member_count<Shape>>{});
    }
    static constexpr columns_type columns = [] {
        columns_type all{};
        std::size_t at = 0;
        if constexpr (readable_type<Result>) add_member<Result>(all, at, "the selected value", {});
        else if constexpr (has_cursor_column<Result>) add_members<decltype(Result::row)>(all, at), all[at++] = {storage::text, "the order's values", {}};
        else add_members<Result>(all, at);
        return all;
    }();

public:
    static constexpr expected_row row{columns.data(), static_cast<int>(columns.size())};
};

}  // namespace koine::detail
