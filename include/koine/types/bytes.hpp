// SPDX-License-Identifier: BSL-1.0
// types · bytes: std::vector<std::byte>, owned; bytes_view, borrowed.
#pragma once

#include <koine/types/type.hpp>

#include <vector>

namespace koine {

template <>
struct type<std::vector<std::byte>> {
    static constexpr storage kind = storage::bytes;
    static constexpr bound_value encode(std::vector<std::byte> const& value) {
        return bound_value::of(bytes_view{value.data(), value.size()});
    }
    static bool decode(bytes_view value, std::vector<std::byte>& out) {
        return out.assign(value.data, value.data + value.size), true;
    }
};

/// A view of the driver's own copy, in shapes that visit() and stream() read: it dies with the next row.
template <>
struct type<bytes_view> {
    using form_of = std::vector<std::byte>;
    static constexpr bool borrowed = true;
    static constexpr storage kind = storage::bytes;
    static constexpr bool decode(bytes_view value, bytes_view& out) { return out = value, true; }
};

}  // namespace koine
