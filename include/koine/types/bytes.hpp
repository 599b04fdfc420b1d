// SPDX-License-Identifier: BSL-1.0
// types · bytes: std::vector<std::byte>.
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

}  // namespace koine
