// SPDX-License-Identifier: BSL-1.0
// detail · list: a view of constant descriptors; std::span would cost every user its header.
#pragma once

namespace koine::detail {

template <class Element>
struct list {
    Element const* first = nullptr;
    int count = 0;

    constexpr list() = default;
    constexpr list(Element const* begin, int size) : first(begin), count(size) {}

    [[nodiscard]] constexpr Element const* begin() const { return first; }
    [[nodiscard]] constexpr Element const* end() const { return first + count; }
    [[nodiscard]] constexpr Element const& operator[](int index) const { return first[index]; }
};

}  // namespace koine::detail
