// SPDX-License-Identifier: BSL-1.0
// pmr: shapes whose texts, bytes and lists lie in a memory of the caller's; included by who has them, because the standard's
// header is a heavy one.
#pragma once

#include <koine/decode/borrowed.hpp>
#include <koine/driver/ready_query.hpp>

#include <memory_resource>
#include <string>
#include <vector>

namespace koine {

template <>
struct type<std::pmr::string> {
    using form_of = std::string;
    static constexpr storage kind = storage::text;
    static bool decode(std::string_view value, std::pmr::string& out) { return out.assign(value), true; }
};

template <>
struct type<std::pmr::vector<std::byte>> {
    using form_of = std::vector<std::byte>;
    static constexpr storage kind = storage::bytes;
    static bool decode(bytes_view value, std::pmr::vector<std::byte>& out) { return out.assign(value.data, value.data + value.size), true; }
};

namespace detail {

/// A string or a vector; by default it lies where the process says.
template <class Type>
    requires std::is_same_v<typename Type::allocator_type, std::pmr::polymorphic_allocator<typename Type::value_type>>
struct memory_of<Type> {
    static constexpr bool chosen = true;
    static Type make(void* memory) {
        auto* const resource = static_cast<std::pmr::memory_resource*>(memory);
        return Type(resource == nullptr ? std::pmr::get_default_resource() : resource);
    }
    static void* get(Type const& made) { return made.get_allocator().resource(); }
};

/// Whether all texts, bytes and lists of a result can lie in a memory that is chosen.
template <class Result>
constexpr bool lies_in_one_memory() {
    using value = without_optional<Result>;
    if constexpr (std::is_same_v<value, std::string> || std::is_same_v<value, std::vector<std::byte>>) return false;
    else if constexpr (readable_type<value>) return true;
    else if constexpr (vector_traits<value>::is_vector) return memory_of<value>::chosen && lies_in_one_memory<typename vector_traits<value>::element>();
    else
        return with_members(held<value>.value, []<class... Member>(Member const&...) {
            for (bool const one : {true, lies_in_one_memory<Member>()...})
                if (!one) return false;
            return true;
        });
}

template <class Result, list_form Lists, class Driver>
[[gnu::noinline]] std::pmr::vector<Result> load_all_in(connection_state<Driver>& state, request const& asked, std::pmr::memory_resource* memory) {
    std::pmr::vector<Result> rows(memory);
    reading<Driver, Result, Lists> running(state, asked, rows_in::bulk, memory);
    while (running.step()) {
        if constexpr (std::is_same_v<Result, bool>) {
            bool row = false;  // as in load_all
            running.read(row);
            rows.push_back(row);
        } else {
            running.read(add_row(rows, memory));
        }
    }
    return rows;
}

template <class Memory>
    requires std::is_base_of_v<std::pmr::memory_resource, Memory>
struct rows_in_memory<Memory> {
    template <class Dialect, class Driver, class Query>
    static auto all(connection_state<Driver>& state, Query const& query, std::pmr::memory_resource* memory) {
        using row = kept_row<Query>;
        static_assert(tree_of<typename Query::tokens>[0].code == op::select, "koine: all(query, &memory) loads the rows of a select, koine::from<model>()");
        static_assert(lies_in_one_memory<row>(),
                      "koine: rows in a memory of one's own have std::pmr::string and std::pmr::vector in the place of std::string and std::vector");
        ready_query<Dialect, Query, streams_rows> ready(query);
        return load_all_in<row, decltype(ready)::lists>(state, ready.as("all"), memory);
    }
};

}  // namespace detail
}  // namespace koine
