// SPDX-License-Identifier: BSL-1.0
// decode · mismatch: what a row holds is not what the C++ type says.
#pragma once

#include <koine/detail/failure.hpp>

#include <koine/types/storage.hpp>

#include <string>

namespace koine::detail {

/// Where a value goes, for the message of an error.
struct destination {
    std::string_view shape{};
    std::string_view const* members = nullptr;
};

inline std::string spell(destination const& place, int member) {
    std::string text(place.shape);
    if (place.members != nullptr) text.append("::").append(place.members[member]);
    return text;
}

[[noreturn, gnu::cold]] inline void fail_null(destination const& place, int member, int column) {
    throw error(error_kind::mismatch, "koine: NULL in column " + std::to_string(column + 1) + " for " + spell(place, member) +
                                          ", which is no std::optional");
}
[[noreturn, gnu::cold]] inline void fail_type(destination const& place, int member, int column, char const* found) {
    throw error(error_kind::mismatch, "koine: column " + std::to_string(column + 1) + " holds " + found + ", which is no value of " + spell(place, member));
}
[[noreturn, gnu::cold]] inline void fail_range(destination const& place, int member, int column) {
    throw error(error_kind::range, "koine: the value of column " + std::to_string(column + 1) + " is out of the range of " + spell(place, member));
}
[[noreturn, gnu::cold]] inline void fail_columns(std::string_view shape, int expected, int found) {
    throw error(error_kind::mismatch, "koine: " + std::string(shape) + " is read from " + std::to_string(expected) +
                                          " columns, and the statement gives " + std::to_string(found));
}
[[noreturn, gnu::cold]] inline void fail_absent(destination const& place, int member) {
    throw error(error_kind::mismatch, "koine: " + spell(place, member) + " has no row, and is no std::optional");
}

}  // namespace koine::detail
