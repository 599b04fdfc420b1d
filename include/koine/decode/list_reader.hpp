// SPDX-License-Identifier: BSL-1.0
// decode · list_reader: the lists of a result, for a driver that is handed their rows before it has their parent's.
#pragma once

#include <koine/decode/row_decode.hpp>

namespace koine::detail {

/// How a list is made and filled by who does not know its type. `Row` is the driver's.
template <class Row>
struct list_reader {
    void (*make)(void* list);
    void (*append)(void* list, Row& row, mismatch_list& mismatches);
    void (*destroy)(void* list);
};

template <class Row, class Element>
inline constexpr list_reader<Row> list_reader_of{
    [](void* list) { ::new (list) std::vector<Element>; },
    [](void* list, Row& row, mismatch_list& mismatches) { read_row<list_form::rows>(row, static_cast<std::vector<Element>*>(list)->emplace_back(), mismatches); },
    [](void* list) { static_cast<std::vector<Element>*>(list)->~vector(); },
};

/// The number of lists in a result, those inside others too.
template <class Result>
constexpr int list_count();
template <class Member>
constexpr int lists_of_member() {
    if constexpr (column_type<Member>) return 0;
    else if constexpr (vector_traits<Member>::is_vector) return 1 + list_count<typename nested_shape<Member>::type>();
    else return list_count<without_optional<Member>>();
}
template <class Result>
constexpr int list_count() {
    if constexpr (column_type<Result>) return 0;
    else if constexpr (has_cursor_column<Result>) return list_count<decltype(Result::row)>();
    else
        return []<std::size_t... Index>(std::index_sequence<Index...>) {
            int all = 0;
            for (int count : {0, lists_of_member<member_type<Result, Index>>()...}) all += count;
            return all;
        }(std::make_index_sequence<member_count<Result>>{});
}

template <class Row, class Result>
constexpr void put_list_readers(list_reader<Row> const**& next);
template <class Row, class Member>
constexpr bool put_readers_of_member(list_reader<Row> const**& next) {
    if constexpr (vector_traits<Member>::is_vector && !column_type<Member>) {
        using element = typename nested_shape<Member>::type;
        *next++ = &list_reader_of<Row, element>;
        put_list_readers<Row, element>(next);
    } else if constexpr (!column_type<Member>) {
        put_list_readers<Row, without_optional<Member>>(next);
    }
    return true;
}
template <class Row, class Result>
constexpr void put_list_readers(list_reader<Row> const**& next) {
    if constexpr (has_cursor_column<Result>) put_list_readers<Row, decltype(Result::row)>(next);
    else
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            [[maybe_unused]] bool const all[] = {true, put_readers_of_member<Row, member_type<Result, Index>>(next)...};
        }(std::make_index_sequence<member_count<Result>>{});
}

/// Those of all lists of a result, each before those inside it: the order in which a statement's text begins them.
template <class Row, class Result>
inline constexpr auto list_readers = [] {
    std::array<list_reader<Row> const*, static_cast<std::size_t>(list_count<Result>())> all{};
    list_reader<Row> const** next = all.data();
    put_list_readers<Row, Result>(next);
    return all;
}();

}  // namespace koine::detail
