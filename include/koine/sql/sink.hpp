// SPDX-License-Identifier: BSL-1.0
// sql · sink: where text goes while it is written: a buffer of fixed size when compiling, a string when running.
#pragma once

#include <string>
#include <string_view>

namespace koine::detail {

/// In a bind order: no value of the query's, but the place where the driver gathers a list.
inline constexpr short gathered_list = -2;

/// Text and bind order within a capacity. Beyond it only the length is counted, so that a second pass can have a buffer
/// that fits.
template <int Capacity, int Binds>
struct fixed_sink {
    char text[Capacity]{};
    short order[Binds]{};
    int length = 0;
    int binds = 0;

    constexpr void put(char c) {
        if (length < Capacity) text[length] = c;
        ++length;
    }
    constexpr void put(std::string_view piece) {
        if (length + static_cast<int>(piece.size()) <= Capacity) {
            for (char c : piece) text[length++] = c;
        } else {
            length += static_cast<int>(piece.size());
        }
    }
    constexpr void bind(short slot) {
        if (binds < Binds) order[binds] = slot;
        ++binds;
    }
    [[nodiscard]] constexpr short bound(int position) const { return position < Binds ? order[position] : short{-1}; }
};

/// Text of a query whose shape is known only when it runs.
struct string_sink {
    std::string text;
    std::basic_string<short> order;
    int binds = 0;

    void put(char c) { text.push_back(c); }
    void put(std::string_view piece) { text.append(piece); }
    void bind(short slot) { order.push_back(slot), ++binds; }
    [[nodiscard]] short bound(int position) const { return order[static_cast<std::size_t>(position)]; }
};

}  // namespace koine::detail
