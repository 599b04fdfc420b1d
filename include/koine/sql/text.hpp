// SPDX-License-Identifier: BSL-1.0
// sql · text: a statement's text with its bind order, as constant data and as a view of it.
#pragma once

#include <cstdint>
#include <string_view>

namespace koine::detail {

/// What a text is known by in a statement cache. Never an address: every shared object has its own.
struct text_hash {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    constexpr bool operator==(text_hash const&) const = default;
};

constexpr text_hash hash_text(std::string_view text) {
    text_hash hash{0x9e3779b97f4a7c15ULL, 0xcbf29ce484222325ULL};
    for (char c : text) {
        auto const byte = static_cast<unsigned char>(c);
        hash.low = (hash.low ^ byte) * 0x100000001b3ULL;
        hash.high = (((hash.high << 5) | (hash.high >> 59)) ^ byte) * 0xff51afd7ed558ccdULL;
    }
    hash.low ^= hash.high >> 32;
    return hash;
}

/// A statement ready to be prepared: its text, ended by NUL, which value each placeholder takes, and its hash.
struct statement_view {
    std::string_view text{};
    short const* order = nullptr;
    int binds = 0;
    text_hash hash{};
};

template <int Length, int Binds>
struct statement_constant {
    static constexpr std::size_t length = Length;
    static constexpr int binds = Binds;
    char text[Length + 1]{};
    short order[Binds == 0 ? 1 : Binds]{};
    text_hash hash{};

    [[nodiscard]] constexpr statement_view view() const { return {{text, length}, order, binds, hash}; }
};

}  // namespace koine::detail
