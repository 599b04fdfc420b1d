// SPDX-License-Identifier: BSL-1.0
// model · constant: a value that a description may write into a table's definition.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace koine {

/// A database default: the only values, beside template arguments, that ever become SQL text.
struct constant {
    enum class kind : unsigned char { none, boolean, integer, real, text, current_timestamp } which = kind::none;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view text{};

    constexpr constant() = default;
    template <class Value>
    constexpr constant(Value value) {
        if constexpr (std::is_same_v<Value, bool>) which = kind::boolean, integer = value;
        else if constexpr (std::is_integral_v<Value>) which = kind::integer, integer = static_cast<std::int64_t>(value);
        else if constexpr (std::is_floating_point_v<Value>) which = kind::real, real = static_cast<double>(value);
        else if constexpr (std::is_convertible_v<Value, std::string_view>) which = kind::text, text = value;
        else static_assert(std::is_same_v<Value, constant>, "koine: a database default is a bool, a number or text");
    }
};

/// The database's clock as a default, of a date and time or of text.
inline constexpr constant current_timestamp = [] {
    constant clock;
    clock.which = constant::kind::current_timestamp;
    return clock;
}();

}  // namespace koine
