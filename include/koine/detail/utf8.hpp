// SPDX-License-Identifier: BSL-1.0
// detail · utf8: whether bytes are UTF-8: no longer forms than needed, no surrogates, nothing past U+10FFFF (Unicode 15, table 3-7).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace koine::detail {

/// The length of the sequence of two bytes or more that begins here; 0 where none does.
constexpr std::ptrdiff_t utf8_sequence_length(char const* at, char const* end) {
    auto const byte = [at](std::ptrdiff_t index) { return static_cast<unsigned char>(at[index]); };
    unsigned const lead = byte(0);
    if (lead < 0xC2 || lead > 0xF4) return 0;
    std::ptrdiff_t const length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (end - at < length) return 0;
    for (std::ptrdiff_t index = 1; index != length; ++index)
        if ((byte(index) & 0xC0) != 0x80) return 0;
    // The second byte shows what is longer than needed, a surrogate, or beyond U+10FFFF.
    bool const low = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    bool const high = (lead == 0xED && byte(1) > 0x9F) || (lead == 0xF4 && byte(1) > 0x8F);
    return low || high ? 0 : length;
}

inline std::uint64_t eight_bytes(char const* at) {
    std::uint64_t block = 0;
    std::memcpy(&block, at, 8);
    return block;
}
inline constexpr std::uint64_t bits_beyond_ascii = 0x8080808080808080ULL;

/// Whether a text of eight bytes or more is ASCII; the last bytes may be looked at twice.
inline bool is_ascii(std::string_view text) {
    char const* at = text.data();
    char const* const last = at + text.size() - 8;
    std::uint64_t all = eight_bytes(last);
    for (; last - at >= 8; at += 16) all |= eight_bytes(at) | eight_bytes(at + 8);
    return ((all | eight_bytes(at < last ? at : last)) & bits_beyond_ascii) == 0;
}

[[gnu::noinline]] inline bool is_utf8_sequence(std::string_view text) {
    char const* at = text.data();
    char const* const end = at + text.size();
    while (at != end) {
        if (end - at >= 8 && (eight_bytes(at) & bits_beyond_ascii) == 0) {
            at += 8;
        } else if (static_cast<unsigned char>(*at) < 0x80) {
            ++at;
        } else {
            std::ptrdiff_t const length = utf8_sequence_length(at, end);
            if (length == 0) return false;
            at += length;
        }
    }
    return true;
}
inline bool is_utf8(std::string_view text) { return (text.size() >= 8 && is_ascii(text)) || is_utf8_sequence(text); }

}  // namespace koine::detail
