// SPDX-License-Identifier: BSL-1.0
// types · uuid_form: the sixteen bytes of a uuid as two words, and as text.
#pragma once

#include <koine/types/bound_value.hpp>

namespace koine::detail {

inline void store_uuid(uuid_words const& words, char* to) {
    for (int i = 0; i < 16; ++i) to[i] = static_cast<char>((i < 8 ? words.high : words.low) >> (8 * (7 - i % 8)) & 0xff);
}
inline uuid_words load_uuid(char const* from) {
    uuid_words words;
    for (int i = 0; i < 16; ++i) {
        std::uint64_t& half = i < 8 ? words.high : words.low;
        half = half << 8 | static_cast<unsigned char>(from[i]);
    }
    return words;
}

/// 00112233-4455-6677-8899-aabbccddeeff
struct uuid_text {
    char at[36];

    constexpr explicit uuid_text(uuid_words const& words) : at{} {
        int to = 0;
        for (int digit = 0; digit < 32; ++digit) {
            if (digit == 8 || digit == 12 || digit == 16 || digit == 20) at[to++] = '-';
            at[to++] = "0123456789abcdef"[(digit < 16 ? words.high : words.low) >> (4 * (15 - digit % 16)) & 15];
        }
    }
    [[nodiscard]] constexpr std::string_view view() const { return {at, sizeof(at)}; }
};

/// Reads 32 hexadecimal digits, with a hyphen before any but the first.
constexpr bool read_uuid(std::string_view text, uuid_words& out) {
    int digits = 0;
    out = {};
    for (char c : text) {
        if (c == '-' && digits > 0) continue;
        int const letter = (c | 0x20) - 'a';
        bool const number = c >= '0' && c <= '9';
        if (digits == 32 || (!number && (letter < 0 || letter > 5))) return false;
        std::uint64_t& half = digits++ < 16 ? out.high : out.low;
        half = half << 4 | static_cast<unsigned>(number ? c - '0' : letter + 10);
    }
    return digits == 32;
}

}  // namespace koine::detail
