// SPDX-License-Identifier: BSL-1.0
// detail · fixed_string: text as a template argument.
#pragma once

#include <cstddef>
#include <string_view>

namespace koine {

/// A string literal that can be a template argument: a relation's name, a piece of SQL, an alias.
template <std::size_t Size>
struct fixed_string {
    char characters[Size]{};

    constexpr fixed_string() = default;
    constexpr fixed_string(char const (&literal)[Size]) {
        for (std::size_t i = 0; i < Size; ++i) characters[i] = literal[i];
    }
    [[nodiscard]] constexpr std::string_view view() const { return {characters, Size - 1}; }
};

}  // namespace koine
