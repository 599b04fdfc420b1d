// SPDX-License-Identifier: BSL-1.0
// decode · list_reader: the lists of a result one by one, for who reads their rows apart from their parents'.
#pragma once

#include <koine/decode/row_decode.hpp>

namespace koine::detail {

/// The number of lists in a result, those inside others too.
template <class Result>
constexpr int list_count();
template <class Member>
constexpr int lists_of_member() {
    if constexpr (readable_type<Member>) return 0;
    else if constexpr (vector_traits<Member>::is_vector) return 1 + list_count<typename nested_shape<Member>::type>();
    else return list_count<without_optional<Member>>();
}
template <class Result>
constexpr int list_count() {
    if constexpr (readable_type<Result>) return 0;
    else if constexpr (has_cursor_column<Result>) return list_count<decltype(Result::row)>();
    else
        return []<std::size_t... Index>(std::index_sequence<Index...>) {
            int all = 0;
            for (int count : {0, lists_of_member<member_type<Result, Index>>()...}) all += count;
            return all;
        }(std::make_index_sequence<member_count<Result>>{});
}

template <template <class> class ReaderOf, class Reader, class Result>
constexpr void put_list_readers(Reader const**& next);
template <template <class> class ReaderOf, class Reader, class Member>
constexpr bool put_readers_of_member(Reader const**& next) {
    if constexpr (vector_traits<Member>::is_vector && !readable_type<Member>) {
        using element = typename nested_shape<Member>::type;
        *next++ = &ReaderOf<std::conditional_t<memory_of<Member>::chosen, Member, element>>::value;
        put_list_readers<ReaderOf, Reader, element>(next);
    } else if constexpr (!readable_type<Member>) {
        put_list_readers<ReaderOf, Reader, without_optional<Member>>(next);
    }
    return true;
}
template <template <class> class ReaderOf, class Reader, class Result>
constexpr void put_list_readers(Reader const**& next) {
    if constexpr (has_cursor_column<Result>) put_list_readers<ReaderOf, Reader, decltype(Result::row)>(next);
    else
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            [[maybe_unused]] bool const all[] = {true, put_readers_of_member<ReaderOf, Reader, member_type<Result, Index>>(next)...};
        }(std::make_index_sequence<member_count<Result>>{});
}

/// One of `ReaderOf`, by its element or, where it chooses its memory, by itself, for each list of a result, before those inside it: the order in which a statement's text begins them.
template <template <class> class ReaderOf, class Reader, class Result>
inline constexpr auto list_readers = [] {
    std::array<Reader const*, static_cast<std::size_t>(list_count<Result>())> all{};
    Reader const** next = all.data();
    put_list_readers<ReaderOf, Reader, Result>(next);
    return all;
}();

}  // namespace koine::detail
