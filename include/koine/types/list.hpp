// SPDX-License-Identifier: BSL-1.0
// types · list: std::vector of bool, integers, double, std::string or an enum, as one value of a column.
#pragma once

#include <koine/detail/failure.hpp>
#include <koine/types/boolean.hpp>
#include <koine/types/enumeration.hpp>
#include <koine/types/floating_point.hpp>
#include <koine/types/integer.hpp>
#include <koine/types/json_form.hpp>
#include <koine/types/text.hpp>

#include <vector>

namespace koine {

namespace detail {

/// What a list can hold; none of it is NULL.
template <class Type>
concept list_element = std::is_same_v<Type, bool> || number_integer<Type> || std::is_same_v<Type, double> || std::is_same_v<Type, std::string> ||
                       (enumeration<Type> && !std::is_same_v<Type, std::byte>);

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_element() { throw error(error_kind::range, "koine: an enum's value in a list has no enumerator to be bound by"); }

/// std::vector<bool> has no elements to point to.
template <class Element>
bound_value read_kept_element(void const* first, std::size_t index) {
    bound_value read;
    if constexpr (std::is_same_v<Element, bool>) read = type<bool>::encode((*static_cast<std::vector<bool> const*>(first))[index]);
    else read = type<Element>::encode(static_cast<Element const*>(first)[index]);
    if (read.kind == bound_kind::null) fail_element();
    return read;
}

template <class Element>
inline constexpr json_writing array_writing{&read_kept_element<Element>, &append_json_array};

/// Reads the elements from the text of a JSON array; false where one is out of the range of its type. See json_decode.hpp.
template <class Element>
bool decode_elements(std::string_view json, std::vector<Element>& out);

}  // namespace detail

/// A list as one value: an array on PostgreSQL, JSON elsewhere.
template <detail::list_element Element>
struct type<std::vector<Element>> {
    static constexpr storage kind = list_storage(type<Element>::kind);
    static bound_value encode(std::vector<Element> const& value) {
        void const* elements = &value;
        if constexpr (!std::is_same_v<Element, bool>) elements = value.data();
        return bound_value::array(elements, value.size(), detail::array_writing<Element>);
    }
    static bool decode(std::string_view json, std::vector<Element>& out) { return detail::decode_elements(json, out); }
};

}  // namespace koine
