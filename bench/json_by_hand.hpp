// SPDX-License-Identifier: BSL-1.0
// bench · json_by_hand: reads the nested result's JSON arrays as one would who knows the structs and checks no more than
// the form: memchr to the closing quote, numbers in place.
#pragma once

#include "library.hpp"

#include <cstring>
#include <limits>
#include <stdexcept>

namespace bench {

class json_by_hand {
public:
    explicit json_by_hand(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

    /// A list of rows, each an array of its members.
    template <class Row>
    void read(std::vector<Row>& rows) {
        expect('[');
        if (next() == ']') return ++at_, void();
        do {
            expect('[');
            koine::detail::with_members(rows.emplace_back(), [this](auto& first, auto&... other) { read(first), ((comma(), read(other)), ...); });
            expect(']');
        } while (another());
    }
    void read(std::int64_t& out) { out = integer(); }
    void read(std::int32_t& out) {
        std::int64_t const wide = integer();
        if (wide < std::numeric_limits<std::int32_t>::min() || wide > std::numeric_limits<std::int32_t>::max()) fail();
        out = static_cast<std::int32_t>(wide);
    }
    void read(std::string& out) {
        expect('"');
        auto const left = static_cast<std::size_t>(end_ - at_);
        auto const* const quote = static_cast<char const*>(std::memchr(at_, '"', left));
        if (quote == nullptr) fail();
        auto const length = static_cast<std::size_t>(quote - at_);
        // The texts of these benchmarks have no escapes; one that had would be refused here, not read wrongly.
        if (std::memchr(at_, '\\', length) != nullptr) fail();
        out.assign(at_, length);
        at_ = quote + 1;
    }

private:
    /// Skips the space that some servers write.
    char next() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\n')) ++at_;
        if (at_ == end_) fail();
        return *at_;
    }
    void expect(char mark) {
        if (next() != mark) fail();
        ++at_;
    }
    void comma() { expect(','); }
    bool another() {
        char const mark = next();
        if (mark != ',' && mark != ']') fail();
        return ++at_, mark == ',';
    }
    std::int64_t integer() {
        bool const negative = next() == '-';
        if (negative) ++at_;
        char const* const first = at_;
        std::uint64_t number = 0;
        for (; at_ != end_ && *at_ >= '0' && *at_ <= '9'; ++at_) number = number * 10 + static_cast<std::uint64_t>(*at_ - '0');
        if (at_ == first || at_ - first > 18) fail();
        return negative ? -static_cast<std::int64_t>(number) : static_cast<std::int64_t>(number);
    }
    [[noreturn, gnu::cold, gnu::noinline]] static void fail() { throw std::runtime_error("the JSON is not that of the nested result"); }

    char const* at_;
    char const* end_;
};

}  // namespace bench
