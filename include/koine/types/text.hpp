// SPDX-License-Identifier: BSL-1.0
// types · text: std::string, owned; std::string_view, borrowed.
#pragma once

#include <koine/types/type.hpp>

#include <string>

namespace koine {

template <>
struct type<std::string> {
    static constexpr storage kind = storage::text;
    static constexpr bound_value encode(std::string_view value) { return bound_value::of(value); }
    static bool decode(std::string_view value, std::string& out) { return out.assign(value.data(), value.size()), true; }
};

/// A view of the driver's own copy, in shapes that visit() and stream() read: it dies with the next row.
template <>
struct type<std::string_view> {
    using form_of = std::string;
    static constexpr bool borrowed = true;
    static constexpr storage kind = storage::text;
    static constexpr bool decode(std::string_view value, std::string_view& out) { return out = value, true; }
};

}  // namespace koine
