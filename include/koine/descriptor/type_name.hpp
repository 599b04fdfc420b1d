// SPDX-License-Identifier: BSL-1.0
// descriptor · type_name: a struct's name for an error message.
#pragma once

#include <string_view>

namespace koine::detail {

template <class Type>
constexpr std::string_view type_spelled() {
    return __PRETTY_FUNCTION__;
}

/// The name of a type, with its namespaces as the compiler spells them.
template <class Type>
constexpr std::string_view type_name() {
    std::string_view const text = type_spelled<Type>();
    std::size_t const begin = text.find("Type = ") + 7;
    std::size_t const end = text.find_first_of(";]", begin);
    return text.substr(begin, end - begin);
}

}  // namespace koine::detail
