// SPDX-License-Identifier: BSL-1.0
// decode · memory: rows, and the values in them, that are made in a memory which their reader chose; <koine/pmr.hpp> says of
// which types it can be chosen.
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

/// Whether a type chooses its memory, or is a struct or an optional of such. What a list holds does not count.
template <class Type>
constexpr bool chooses_memory() {
    using value = without_optional<Type>;
    if constexpr (memory_of<value>::chosen) return true;
    else if constexpr (readable_type<value> || vector_traits<value>::is_vector || !std::is_aggregate_v<value>) return false;
    else
        return with_members(held<value>.value, []<class... Member>(Member const&...) {
            for (bool const one : {false, chooses_memory<Member>()...})
                if (one) return true;
            return false;
        });
}

template <class Type>
Type made_in(void* memory) {
    if constexpr (memory_of<Type>::chosen) return memory_of<Type>::make(memory);
    else if constexpr (is_optional<Type> || !chooses_memory<Type>()) return Type{};
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
    if constexpr (chooses_memory<row>()) return list.emplace_back(to_be_made<row>{memory});
    else return list.emplace_back();
}
/// Puts a value into an optional.
template <class Value>
Value& fill(std::optional<Value>& out, void* memory) {
    if constexpr (chooses_memory<Value>()) return out.emplace(to_be_made<Value>{memory});
    else return out.emplace();
}
/// The memory of a list that has chosen one; another's is that of what it lies in.
template <class List>
void* memory_within(List const& list, void* around) {
    if constexpr (memory_of<List>::chosen) return memory_of<List>::get(list);
    else return around;
}

/// Whether a result has lists that choose their memory.
template <class Result>
constexpr bool has_chosen_lists() {
    using value = without_optional<Result>;
    if constexpr (readable_type<value>) return false;
    else if constexpr (vector_traits<value>::is_vector) return memory_of<value>::chosen || has_chosen_lists<typename vector_traits<value>::element>();
    else
        return with_members(held<value>.value, []<class... Member>(Member const&...) {
            for (bool const one : {false, has_chosen_lists<Member>()...})
                if (one) return true;
            return false;
        });
}

/// What reads rows into a memory of this type.
template <class Memory>
struct rows_in_memory {
    static_assert(never<Memory>, "koine: include <koine/pmr.hpp> to have rows in a std::pmr::memory_resource, which all(query, &memory) takes");
};

}  // namespace koine::detail
