// SPDX-License-Identifier: BSL-1.0
// decode · row_decode: the columns of one row into a struct, each value's type checked.
#pragma once

#include <koine/decode/json_decode.hpp>

namespace koine::detail {

/// What a column holds of a list: JSON, or what its driver reads row by row.
enum class list_form : unsigned char { json, rows };

/// A row with the values of its order behind it, as a JSON array.
template <class Result>
struct row_with_cursor {
    Result row;
    std::string cursor;
};
template <class Result>
inline constexpr bool has_cursor_column = false;
template <class Result>
inline constexpr bool has_cursor_column<row_with_cursor<Result>> = true;

/// The number of columns from which a result is read. A to-one member is one that tells whether it is there, and its own.
template <class Result>
constexpr int column_count_of();
template <class Member>
constexpr int columns_of_member() {
    if constexpr (readable_type<Member> || vector_traits<Member>::is_vector) return 1;
    else return 1 + column_count_of<without_optional<Member>>();
}
template <class Result>
constexpr int column_count_of() {
    if constexpr (readable_type<Result>) return 1;
    else if constexpr (has_cursor_column<Result>) return column_count_of<decltype(Result::row)>() + 1;
    else
        return []<std::size_t... Index>(std::index_sequence<Index...>) {
            int const counts[] = {0, columns_of_member<member_type<Result, Index>>()...};
            int all = 0;
            for (int count : counts) all += count;
            return all;
        }(std::make_index_sequence<member_count<Result>>{});
}

template <list_form Lists, class Row, class Shape, class Memory>
void read_members(Row& row, int& column, Shape& out, mismatch_list& mismatches, Memory memory);

template <class Cell, class Value>
[[gnu::always_inline]] inline void read_cell(Cell const& cell, Value& out, mismatch_list& mismatches, destination const& place, int member, int column) {
    stored<type<Value>::kind> value{};
    if (!cell.template read<type<Value>::kind>(value)) [[unlikely]] {
        if (cell.template exceeds<type<Value>::kind>()) return mismatches.add_range(place, member, column);
        return mismatches.add_type(place, member, column, cell.kind_name());
    }
    if (!type<Value>::decode(value, out)) [[unlikely]]
        mismatches.add_range(place, member, column);
}

/// Reads one member, from as many columns as it takes.
template <list_form Lists, class Row, class Member, class Memory>
[[gnu::always_inline]] inline void read_member(Row& row, int& column, Member& out, mismatch_list& mismatches, [[maybe_unused]] Memory memory, destination const& place, int member) {
    if constexpr (readable_type<Member>) {
        auto const cell = row.cell(column);
        if (cell.null()) {
            if constexpr (is_optional<Member>) out.reset();
            else mismatches.add_null(place, member, column);
        } else if constexpr (is_optional<Member>) {
            read_cell(cell, fill(out, memory), mismatches, place, member, column);
        } else {
            read_cell(cell, out, mismatches, place, member, column);
        }
        ++column;
    } else if constexpr (vector_traits<Member>::is_vector && Lists == list_form::rows) {
        if (!row.read_list(column, out, mismatches)) mismatches.add_type(place, member, column, row.cell(column).kind_name());
        ++column;
    } else if constexpr (vector_traits<Member>::is_vector) {
        auto const cell = row.cell(column);
        std::string_view json;
        if (cell.null()) out.clear();
        else if (cell.template read<storage::text>(json)) decode_json_list(json, out);
        else mismatches.add_type(place, member, column, cell.kind_name());
        ++column;
    } else {
        bool const absent = row.cell(column++).null();
        if (absent) {
            if constexpr (is_optional<Member>) out.reset();
            else mismatches.add_absent(place, member);
            column += column_count_of<without_optional<Member>>();
        } else if constexpr (is_optional<Member>) {
            read_members<Lists>(row, column, fill(out, memory), mismatches, memory);
        } else {
            read_members<Lists>(row, column, out, mismatches, memory);
        }
    }
}

template <list_form Lists, class Row, class Shape, class Memory>
void read_members(Row& row, int& column, Shape& out, mismatch_list& mismatches, Memory memory) {
    static constexpr destination place{type_name<Shape>(), member_names<Shape>.data()};
    with_members(out, [&, memory](auto&... member) {
        int at = 0;
        [[maybe_unused]] bool const all[] = {(read_member<Lists>(row, column, member, mismatches, memory, place, at++), true)...};
    });
}

/// Reads a whole row, or its only column into a value; `memory` is where the row was made.
template <list_form Lists = list_form::json, class Row, class Result, class Memory = usual_memory>
void read_row(Row& row, Result& out, mismatch_list& mismatches, Memory memory = {}) {
    int column = 0;
    if constexpr (has_cursor_column<Result>) {
        static constexpr destination place{"the order's values", nullptr};
        read_row<Lists>(row, out.row, mismatches, memory);
        column = column_count_of<Result>() - 1;
        read_member<Lists>(row, column, out.cursor, mismatches, memory, place, 0);
    } else if constexpr (readable_type<Result>) {
        static constexpr destination place{"the selected value", nullptr};
        read_member<Lists>(row, column, out, mismatches, memory, place, 0);
    } else {
        read_members<Lists>(row, column, out, mismatches, memory);
    }
}

}  // namespace koine::detail
