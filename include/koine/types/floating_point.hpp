// SPDX-License-Identifier: BSL-1.0
// types · floating_point.
#pragma once

#include <koine/types/type.hpp>

namespace koine {

template <>
struct type<double> {
    static constexpr storage kind = storage::float64;
    static constexpr bound_value encode(double value) { return bound_value::of(value); }
    static constexpr bool decode(double value, double& out) { return out = value, true; }
};

template <>
struct type<float> {
    static constexpr storage kind = storage::float32;
    static constexpr bound_value encode(float value) { return bound_value::of(static_cast<double>(value)); }
    static constexpr bool decode(double value, float& out) { return out = static_cast<float>(value), true; }
};

}  // namespace koine
