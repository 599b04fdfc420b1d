// SPDX-License-Identifier: BSL-1.0
// decode · memory: what rows own, view, or have in a memory that their reader chose; <koine/pmr.hpp> says of which types it
// can be chosen.
#pragma once

#include <koine/descriptor/shape_of.hpp>

namespace koine::detail {

/// How an object is made in a memory, null for the usual one, where its type lets that be chosen:
///   static Type make(void* memory);
///   static void* get(Type const& made);
template <class Type>
struct memory_of {
    static constexpr bool chosen = false;
};

/// In the place of a memory where none is ever chosen: of no size, so that nothing is handed on.
struct usual_memory {
    constexpr operator void*() const { return nullptr; }
};

/// Where a result has views: in the row itself, or inside a list, whose rows no driver holds.
enum class views : unsigned char { none, in_row, in_list };

/// What there is in a type, of which each struct is asked once.
struct contents {
    bool chosen = false;        ///< the type chooses its memory, or is a struct or an optional of such; what a list holds does not count
    bool chosen_lists = false;  ///< there are lists that choose theirs
    views seen = views::none;

    constexpr void add(contents const& member) {
        chosen = chosen || member.chosen;
        chosen_lists = chosen_lists || member.chosen_lists;
        if (member.seen > seen) seen = member.seen;
    }
};
template <class Type>
constexpr contents find_contents();
template <class Type>
inline constexpr contents contents_of = find_contents<Type>();
template <class Type>
constexpr contents find_contents() {
    if constexpr (is_optional<Type>) {
        return contents_of<without_optional<Type>>;
    } else if constexpr (readable_type<Type>) {
        return {.chosen = memory_of<Type>::chosen, .seen = is_borrowed<Type> ? views::in_row : views::none};
    } else if constexpr (vector_traits<Type>::is_vector) {
        constexpr contents rows = contents_of<typename vector_traits<Type>::element>;
        constexpr bool chosen = memory_of<Type>::chosen;
        return {chosen, chosen || rows.chosen_lists, rows.seen == views::none ? views::none : views::in_list};
    } else {
        return with_members(held<Type>.value, []<class... Member>(Member const&...) {
            contents all;
            for (contents const& one : {contents{}, contents_of<Member>...}) all.add(one);
            return all;
        });
    }
}
template <class Type>
inline constexpr bool chooses_memory = contents_of<Type>.chosen;

template <class Type>
Type made_in(void* memory) {
    if constexpr (memory_of<Type>::chosen) return memory_of<Type>::make(memory);
    else if constexpr (is_optional<Type> || !chooses_memory<Type>) return Type{};
    else
        return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            return Type{made_in<member_type<Type, Index>>(memory)...};
        }(std::make_index_sequence<member_count<Type>>{});
}
/// Becomes an object where that is to lie.
template <class Type>
struct to_be_made {
    void* memory;
    operator Type() const { return made_in<Type>(memory); }
};

/// Adds a row to a list.
template <class List>
auto& add_row(List& list, void* memory) {
    using row = typename List::value_type;
    if constexpr (chooses_memory<row>) return list.emplace_back(to_be_made<row>{memory});
    else return list.emplace_back();
}
/// Puts a value into an optional.
template <class Value>
Value& fill(std::optional<Value>& out, void* memory) {
    if constexpr (chooses_memory<Value>) return out.emplace(to_be_made<Value>{memory});
    else return out.emplace();
}
/// The memory of a list that has chosen one; another's is that of what it lies in.
template <class List>
void* memory_within(List const& list, void* around) {
    if constexpr (memory_of<List>::chosen) return memory_of<List>::get(list);
    else return around;
}

/// What reads rows into a memory of this type.
template <class Memory>
struct rows_in_memory {
    static_assert(never<Memory>, "koine: include <koine/pmr.hpp> to have rows in a std::pmr::memory_resource, which all(query, &memory) takes");
};

}  // namespace koine::detail
