// SPDX-License-Identifier: BSL-1.0
// driver · libpq/bytes: what an array in binary is read by (array_send of the server's source).
#pragma once

#include <koine/driver/libpq/wire.hpp>

#include <koine/detail/failure.hpp>

#include <string_view>
#include <utility>

namespace koine::detail {

/// Reads words and runs of bytes, and no further than there are any.
class libpq_bytes {
public:
    explicit libpq_bytes(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}

    std::int32_t word() {
        require(4);
        auto const read = static_cast<std::int32_t>(load_big_endian<std::uint32_t>(at_));
        at_ += 4;
        return read;
    }
    std::string_view run(std::int32_t size) {
        require(size);
        return {std::exchange(at_, at_ + size), static_cast<std::size_t>(size)};
    }

private:
    void require(std::int32_t size) const {
        if (size < 0 || end_ - at_ < size) [[unlikely]] fail();
    }
    [[noreturn, gnu::cold, gnu::noinline]] static void fail() { throw error(error_kind::malformed, "postgres: an array ends too early"); }

    char const* at_;
    char const* end_;
};

}  // namespace koine::detail
