// SPDX-License-Identifier: BSL-1.0
// types · boolean.
#pragma once

#include <koine/types/type.hpp>

namespace koine {

template <>
struct type<bool> {
    static constexpr storage kind = storage::boolean;
    static constexpr bound_value encode(bool value) { return bound_value::of(value); }
    static constexpr bool decode(bool value, bool& out) { return out = value, true; }
};

}  // namespace koine
