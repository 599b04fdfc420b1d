// SPDX-License-Identifier: BSL-1.0
// expression · list: in and not_in of a list; its length is known when the query runs, its text before.
#pragma once

#include <koine/expression/expression.hpp>

#include <initializer_list>

namespace koine::detail {

/// A list that the caller keeps alive, spelled as a view: pointer and size, as std::span has them, but no owner.
template <class List>
concept list_view = requires(List const& list) {
    list.data();
    list.size();
    typename List::element_type;
};
template <class List>
concept list_container = requires(List const& list) {
    list.data();
    list.size();
    typename List::value_type;
} && !list_view<List>;

template <class Target, class Element>
bound_value read_element(void const* first, std::size_t index) {
    return encode_as<Target>(static_cast<Element const*>(first)[index]);
}

template <op Code, class Target, class Element, class Operand>
constexpr auto in_borrowed(Operand const& operand, Element const* elements, std::size_t count) {
    values<1> bound;
    bound.at[0] = bound_value::of(elements, count, &read_element<Target, Element>);
    return apply<optional_if<is_optional<typename Operand::value_type>, bool>,
                 operator_token<Code, 2, storage::boolean, is_optional<typename Operand::value_type>>>(
        operand, expression<Target, values<1>, list_token<type<Target>::kind>>(bound));
}

/// What a list's elements are kept as: std::vector<bool> has no elements to point to.
template <class Element>
using kept_element = std::conditional_t<std::is_same_v<Element, bool>, unsigned char, Element>;

template <op Code, class Target, class Element, class Operand>
auto in_owned(Operand const& operand, std::vector<Element> elements) {
    using kept = values<1, std::vector<Element>>;
    kept bound;
    bound.at[0] = bound_value::of(nullptr, 0, &read_element<Target, Element>);
    bound.at[0].owned = true;
    std::get<0>(bound.owned) = std::move(elements);
    return apply<optional_if<is_optional<typename Operand::value_type>, bool>,
                 operator_token<Code, 2, storage::boolean, is_optional<typename Operand::value_type>>>(
        operand, expression<Target, kept, list_token<type<Target>::kind>>(bound));
}

template <op Code, class Operand, class List>
constexpr auto in_list(Operand const& operand, List const& list) {
    using target = without_optional<typename Operand::value_type>;
    using element = std::remove_cv_t<std::remove_pointer_t<decltype(list.data())>>;
    static_assert(!is_optional<element>, "koine: a list for in() holds values, no optionals; NULL is in no list");
    if constexpr (!is_optional<element>) {
        static_assert(comparable<target, element>(), "koine: the elements of a list for in() are of the expression's family of values");
        if constexpr (comparable<target, element>()) {
            if constexpr (list_view<List>) return in_borrowed<Code, target>(operand, list.data(), list.size());
            else return in_owned<Code, target>(operand, std::vector<kept_element<element>>(list.data(), list.data() + list.size()));
        } else {
            return refused<bool>;
        }
    } else {
        return refused<bool>;
    }
}

template <class Value, class Values, class... Tokens>
auto expression<Value, Values, Tokens...>::in(std::initializer_list<braced_element<Value>> list) const {
    return in_owned<op::in_list, without_optional<Value>>(*this, std::vector<kept_element<braced_element<Value>>>(list.begin(), list.end()));
}
template <class Value, class Values, class... Tokens>
auto expression<Value, Values, Tokens...>::not_in(std::initializer_list<braced_element<Value>> list) const {
    return in_owned<op::not_in_list, without_optional<Value>>(*this, std::vector<kept_element<braced_element<Value>>>(list.begin(), list.end()));
}

}  // namespace koine::detail
