// SPDX-License-Identifier: BSL-1.0
// expression · list_column: what is asked of a column that is a list, and done to it. Of a list that is NULL all is NULL, but
// that what is pushed to it makes a list of one.
#pragma once

#include <koine/expression/assignment.hpp>
#include <koine/expression/list.hpp>

namespace koine::detail {

/// Whether a C++ value is bound as an element of lists of `Target`: integers stay integers.
template <class Target, class Element>
constexpr bool is_element() {
    return !is_expression<Element> && !is_optional<Element> && comparable<Target, Element>() && (!number_integer<Target> || number_integer<Element>);
}

/// The type of a list's elements; void where an expression is none.
template <class Value>
using element_of_list = typename vector_traits<std::conditional_t<family_of<Value>() == family::list, without_optional<Value>, void>>::element;

/// A value as an element.
template <op Code, class Result, class Operand, class Element>
constexpr auto with_element(Operand const& operand, Element const& element) {
    using target = element_of_list<typename Operand::value_type>;
    constexpr bool list = !std::is_void_v<target>;
    static_assert(list, "koine: has, push and unshift are of a column that is a list");
    if constexpr (list) {
        constexpr bool fits = is_element<target, Element>();
        static_assert(fits, "koine: an element of a list is a value of the list's own family, and an integer where these are integers");
        if constexpr (fits) return apply<Result, operator_token<Code, 2, kind_of<Result>, is_optional<Result>>>(operand, bind_as<target, false>(element));
        else return refused<Result>;
    } else {
        return refused<Result>;
    }
}

template <class Target, class Element>
inline constexpr json_writing element_writing{&read_element<Target, Element>, &append_json_array};

template <class Target, class Element>
constexpr auto borrowed_array(Element const* elements, std::size_t count) {
    values<1> bound;
    bound.at[0] = bound_value::array(elements, count, element_writing<Target, Element>);
    return expression<std::vector<Target>, values<1>, value_token<list_storage(type<Target>::kind), true>>(bound);
}
template <class Target, class Element>
auto owned_array(std::vector<Element> elements) {
    values<1, std::vector<Element>> bound;
    bound.at[0] = bound_value::array(nullptr, 0, element_writing<Target, Element>);
    bound.at[0].owned = true;
    std::get<0>(bound.owned) = std::move(elements);
    return expression<std::vector<Target>, values<1, std::vector<Element>>, value_token<list_storage(type<Target>::kind), true>>(bound);
}
/// Several values as elements.
template <op Code, class Operand, class List>
constexpr auto with_elements(Operand const& operand, List const& wanted) {
    using value = typename Operand::value_type;
    using target = element_of_list<value>;
    using element = std::remove_cvref_t<decltype(*wanted.begin())>;
    using result = optional_if<is_optional<value>, bool>;
    constexpr bool list = !std::is_void_v<target>;
    static_assert(list, "koine: has_every and has_some are of a column that is a list");
    if constexpr (list) {
        constexpr bool fits = is_element<target, element>();
        static_assert(fits, "koine: the elements of a list are values of the list's own family, and integers where these are integers");
        if constexpr (!fits) return refused<result>;
        else if constexpr (list_view<List>) return apply<result, operator_token<Code, 2, storage::boolean, is_optional<value>>>(operand, borrowed_array<target>(wanted.data(), wanted.size()));
        else return apply<result, operator_token<Code, 2, storage::boolean, is_optional<value>>>(operand, owned_array<target>(std::vector<kept_element<element>>(wanted.begin(), wanted.end())));
    } else {
        return refused<result>;
    }
}

template <op Code, class Result, class Operand>
constexpr auto of_list(Operand const& operand) {
    constexpr bool list = family_of<typename Operand::value_type>() == family::list;
    static_assert(list, "koine: is_empty and length are of a column that is a list; for text say koine::character_length");
    if constexpr (list) return apply<Result, operator_token<Code, 1, kind_of<Result>, is_optional<Result>>>(operand);
    else return refused<Result>;
}

/// What a column becomes that has one element more.
template <op Code, class Column, class Element>
constexpr auto extended(Column const& column, Element const& element) {
    using value = typename Column::value_type;
    return with_element<Code, std::conditional_t<family_of<value>() == family::list, without_optional<value>, value>>(column, element);
}

template <class Value, class Values, class... Tokens>
template <class Element>
constexpr auto expression<Value, Values, Tokens...>::has(Element const& element) const {
    return with_element<op::list_has, optional_if<is_optional<Value>, bool>>(*this, element);
}
template <class Value, class Values, class... Tokens>
template <class List>
constexpr auto expression<Value, Values, Tokens...>::has_every(List const& list) const {
    return with_elements<op::list_has_every>(*this, list);
}
template <class Value, class Values, class... Tokens>
template <class Element>
auto expression<Value, Values, Tokens...>::has_every(std::initializer_list<Element> list) const {
    return with_elements<op::list_has_every>(*this, list);
}
template <class Value, class Values, class... Tokens>
template <class List>
constexpr auto expression<Value, Values, Tokens...>::has_some(List const& list) const {
    return with_elements<op::list_has_some>(*this, list);
}
template <class Value, class Values, class... Tokens>
template <class Element>
auto expression<Value, Values, Tokens...>::has_some(std::initializer_list<Element> list) const {
    return with_elements<op::list_has_some>(*this, list);
}
template <class Value, class Values, class... Tokens>
constexpr auto expression<Value, Values, Tokens...>::is_empty() const {
    return of_list<op::list_is_empty, optional_if<is_optional<Value>, bool>>(*this);
}
template <class Value, class Values, class... Tokens>
constexpr auto expression<Value, Values, Tokens...>::length() const {
    return of_list<op::list_length, optional_if<is_optional<Value>, std::int64_t>>(*this);
}
template <class Value, class Values, class... Tokens>
template <class Element>
constexpr auto expression<Value, Values, Tokens...>::push(Element const& element) const {
    return *this = extended<op::list_append>(*this, element);
}
template <class Value, class Values, class... Tokens>
template <class Element>
constexpr auto expression<Value, Values, Tokens...>::unshift(Element const& element) const {
    return *this = extended<op::list_unshift>(*this, element);
}

}  // namespace koine::detail
