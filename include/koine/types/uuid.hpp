// SPDX-License-Identifier: BSL-1.0
// types · uuid: boost::uuids::uuid. Opt-in, because it includes Boost.Uuid.
#pragma once

#include <koine/types/type.hpp>

#include <boost/uuid/uuid.hpp>

namespace koine {

/// In the order of its bytes, which is that of its text.
template <>
struct type<boost::uuids::uuid> {
    static constexpr storage kind = storage::uuid;
    static bound_value encode(boost::uuids::uuid const& value) {
        uuid_words words;
        int at = 0;
        for (auto const byte : value) {
            std::uint64_t& half = at++ < 8 ? words.high : words.low;
            half = half << 8 | byte;
        }
        return bound_value::of(words);
    }
    static bool decode(uuid_words const& words, boost::uuids::uuid& out) {
        int at = 0;
        for (auto& byte : out) {
            byte = static_cast<std::uint8_t>((at < 8 ? words.high : words.low) >> (8 * (7 - at % 8)) & 0xff);
            ++at;
        }
        return true;
    }
};

}  // namespace koine
