// SPDX-License-Identifier: BSL-1.0
// decode · json_reader: pulls the values that a shape expects out of JSON text, without a document tree.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <koine/detail/failure.hpp>
#include <koine/detail/utf8.hpp>

namespace koine {

/// Reads JSON from front to back as its caller asks; what is not as asked for throws json_error.
class json_reader {
public:
    /// Reads any bytes, which must outlive the reader and the views it gives.
    explicit json_reader(std::string_view text) noexcept
        : begin_(text.data()), at_(begin_), end_(begin_ + text.size()) {}

    /// Consumes `null` if that is next; otherwise consumes no value and gives false.
    bool null();
    /// Consumes `[`.
    void begin_array();
    /// Goes before each element of a list: consumes the comma, or gives false and consumes `]`.
    bool next_element();
    /// Goes before each member of a shape: like next_element, but the array must not end here.
    void expect_element();
    /// Consumes the `]` that must follow the last member of a shape.
    void end_array();

    /// Consumes `{`.
    void begin_object();
    /// Goes before each member of an object: consumes the comma, the name and the colon; or gives false and consumes `}`.
    bool next_member(std::string_view& name, std::string& scratch);
    /// Consumes whatever value is next, and gives its text.
    std::string_view value_text();

    /// A whole number, exact; one with a fraction or an exponent is refused even if it is whole.
    std::int64_t integer();
    /// A whole number from 0 to 2^64-1.
    std::uint64_t unsigned_integer();
    /// A number, also inside a string, as are NaN and the infinities; what is too large or small saturates.
    double real();
    /// A number as it is written, also inside a string.
    std::string_view number();
    /// `true`, `false`, `0` or `1`.
    bool boolean();
    /// A string of valid UTF-8: a view of the input, or of the scratch string if there are escapes.
    std::string_view text(std::string& scratch);
    /// Fills a vector from a string of hexadecimal digits.
    void bytes(std::vector<std::byte>& out);

    /// Fails unless only whitespace is left.
    void finish();
    /// The first byte of what is next, consuming only whitespace; fails at the end of the text.
    char kind_of_next();
    /// How many bytes are consumed.
    [[nodiscard]] std::size_t position() const { return static_cast<std::size_t>(at_ - begin_); }
    /// Throws json_error for the present position.
    [[noreturn]] void fail(char const* message) const { fail_at(at_, message); }

private:
    [[noreturn]] void fail_at(char const* where, char const* message) const;
    void skip_space();
    bool skip_word(std::string_view word);
    std::uint64_t digits(char const* start);
    std::string_view quoted(char const* message);
    void skip_plain();
    void unescape(std::string& out);
    std::uint32_t code_unit(char const* escape);

    static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
    static bool is_exponent(char byte) { return byte == 'e' || byte == 'E'; }
    static unsigned hexadecimal(char digit);
    static char const* number_end(char const* at, char const* end);
    static double to_real(char const* at, char const* end);

    char const* begin_;
    char const* at_;
    char const* end_;
    bool fresh_ = false;  // Right after `[`, where no comma goes before an element; spares a stack.
};

inline void json_reader::fail_at(char const* where, char const* message) const {
    throw json_error(message, static_cast<std::size_t>(where - begin_));
}

inline void json_reader::skip_space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\t' || *at_ == '\r')) ++at_;
}

inline char json_reader::kind_of_next() {
    skip_space();
    if (at_ == end_) fail("the text ends too early");
    return *at_;
}

inline bool json_reader::skip_word(std::string_view word) {
    if (static_cast<std::size_t>(end_ - at_) < word.size()) return false;
    if (std::memcmp(at_, word.data(), word.size()) != 0) return false;
    at_ += word.size();
    return true;
}

inline bool json_reader::null() {
    skip_space();
    return skip_word("null");
}

inline void json_reader::begin_array() {
    if (kind_of_next() != '[') fail("an array is expected");
    ++at_;
    fresh_ = true;
}

inline bool json_reader::next_element() {
    bool const first = fresh_;
    fresh_ = false;
    char const next = kind_of_next();
    if (next == ']') return ++at_, false;
    if (first) return true;
    if (next != ',') fail("a comma or ] is expected");
    return ++at_, true;
}

inline void json_reader::expect_element() {
    if (kind_of_next() == ']') fail("fewer elements than the shape has members");
    next_element();
}

inline void json_reader::end_array() {
    char const next = kind_of_next();
    if (next == ',' || (fresh_ && next != ']')) fail("more elements than the shape has members");
    if (next != ']') fail("a comma or ] is expected");
    ++at_;
    fresh_ = false;
}

inline void json_reader::begin_object() {
    if (kind_of_next() != '{') fail("an object is expected");
    ++at_;
    fresh_ = true;
}

inline bool json_reader::next_member(std::string_view& name, std::string& scratch) {
    bool const first = fresh_;
    fresh_ = false;
    char const next = kind_of_next();
    if (next == '}') return ++at_, false;
    if (!first && next != ',') fail("a comma or } is expected");
    if (!first) ++at_;
    name = text(scratch);
    if (kind_of_next() != ':') fail("a colon is expected");
    return ++at_, true;
}

inline std::string_view json_reader::value_text() {
    std::string scratch;
    kind_of_next();
    char const* const start = at_;
    int depth = 0;
    do {
        char const next = kind_of_next();
        if (next == '[' || next == '{') ++depth, ++at_;
        else if (depth > 0 && (next == ']' || next == '}')) --depth, ++at_;
        else if (depth > 0 && (next == ',' || next == ':')) ++at_;
        else if (next == '"') text(scratch);
        else if (!skip_word("true") && !skip_word("false") && !skip_word("null")) number();
    } while (depth > 0);
    fresh_ = false;
    return {start, static_cast<std::size_t>(at_ - start)};
}

inline std::uint64_t json_reader::digits(char const* start) {
    char const* const first = at_;
    std::uint64_t value = 0;
    for (; at_ != end_ && is_digit(*at_); ++at_) value = value * 10 + static_cast<unsigned char>(*at_ - '0');
    auto const count = at_ - first;
    if (count == 0) fail_at(start, "an integer is expected");
    if (count > 1 && *first == '0') fail_at(first, "a number must not begin with 0");
    if (at_ != end_ && (*at_ == '.' || is_exponent(*at_))) fail("an integer has no fraction or exponent");
    // Of 20 digits only those from 10^19 on fit, and what wraps around falls below that if it begins with 1.
    if (count > 20 || (count == 20 && (*first != '1' || value < 10'000'000'000'000'000'000U)))
        fail_at(start, "an integer is out of range");
    return value;
}

inline std::uint64_t json_reader::unsigned_integer() {
    bool const negative = kind_of_next() == '-';
    char const* const start = at_;
    if (negative) ++at_;
    std::uint64_t const value = digits(start);
    if (negative && value != 0) fail_at(start, "an integer is out of range");
    return value;
}

inline std::int64_t json_reader::integer() {
    bool const negative = kind_of_next() == '-';
    char const* const start = at_;
    if (negative) ++at_;
    std::uint64_t const value = digits(start);
    std::uint64_t const largest = std::numeric_limits<std::int64_t>::max();
    if (value > largest + (negative ? 1 : 0)) fail_at(start, "an integer is out of range");
    return static_cast<std::int64_t>(negative ? 0 - value : value);
}

inline bool json_reader::boolean() {
    char const next = kind_of_next();
    if (skip_word("true")) return true;
    if (skip_word("false")) return false;
    bool const longer = end_ - at_ > 1 && (is_digit(at_[1]) || at_[1] == '.' || is_exponent(at_[1]));
    if ((next != '0' && next != '1') || longer) fail("a boolean is expected");
    return ++at_, next == '1';
}

inline char const* json_reader::number_end(char const* at, char const* end) {
    auto const skip_digits = [&at, end] {
        char const* const first = at;
        while (at != end && is_digit(*at)) ++at;
        return at != first;
    };
    if (at != end && *at == '-') ++at;
    if (at != end && *at == '0') {
        ++at;  // JSON has no further digit behind a leading 0.
    } else if (!skip_digits()) {
        return nullptr;
    }
    if (at != end && *at == '.' && (++at, !skip_digits())) return nullptr;
    if (at == end || !is_exponent(*at)) return at;
    if (++at != end && (*at == '+' || *at == '-')) ++at;
    return skip_digits() ? at : nullptr;
}

inline double json_reader::to_real(char const* at, char const* end) {
    double value = 0;
    if (std::from_chars(at, end, value).ec == std::errc()) return value;
    // Out of range: the decimal place of the first digit other than 0 tells on which side.
    bool const negative = *at == '-';
    bool fraction = false;
    bool significant = false;
    std::int64_t place = 0;
    for (at += negative ? 1 : 0; at != end && !is_exponent(*at); ++at) {
        fraction = fraction || *at == '.';
        significant = significant || (*at != '.' && *at != '0');
        if (*at != '.' && significant != fraction) place += significant ? 1 : -1;
    }
    std::int64_t exponent = 0;
    bool const down = end - at > 1 && at[1] == '-';
    for (; at != end; ++at)
        if (is_digit(*at) && exponent < 1'000'000'000'000'000) exponent = exponent * 10 + (*at - '0');
    bool const large = significant && place + (down ? -exponent : exponent) > 0;
    value = large ? std::numeric_limits<double>::infinity() : 0;
    return negative ? -value : value;
}

inline double json_reader::real() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    char const next = kind_of_next();
    char const* const start = at_;
    if (next != '"') {
        if (skip_word("Inf")) return infinity;
        if (skip_word("-Inf")) return -infinity;
        char const* const last = number_end(at_, end_);
        if (last == nullptr) fail("a number is expected");
        at_ = last;
        return to_real(start, last);
    }
    std::string_view const word = quoted("");
    char const* const last = word.data() + word.size();
    if (number_end(word.data(), last) == last) return to_real(word.data(), last);
    if (word == "NaN" || word == "nan") return std::numeric_limits<double>::quiet_NaN();
    if (word == "Infinity" || word == "Inf" || word == "inf") return infinity;
    if (word == "-Infinity" || word == "-Inf" || word == "-inf") return -infinity;
    fail_at(start, "a number is expected");
}

inline std::string_view json_reader::number() {
    if (kind_of_next() == '"') return quoted("");
    char const* const start = at_;
    char const* const last = number_end(at_, end_);
    if (last == nullptr) fail("a number is expected");
    at_ = last;
    return {start, static_cast<std::size_t>(last - start)};
}

inline std::string_view json_reader::quoted(char const* message) {
    if (kind_of_next() != '"') fail(message);
    char const* const first = at_ + 1;
    auto const room = static_cast<std::size_t>(end_ - first);
    auto const* const quote = static_cast<char const*>(room == 0 ? nullptr : std::memchr(first, '"', room));
    if (quote == nullptr) fail_at(end_, "the text ends inside a string");
    at_ = quote + 1;
    return {first, static_cast<std::size_t>(quote - first)};
}

inline unsigned json_reader::hexadecimal(char digit) {
    if (is_digit(digit)) return static_cast<unsigned>(digit - '0');
    unsigned const letter = (static_cast<unsigned char>(digit) | 0x20U) - 'a';
    return letter < 6 ? letter + 10 : 16;
}

inline void json_reader::bytes(std::vector<std::byte>& out) {
    std::string_view const word = quoted("a string of hexadecimal digits is expected");
    if (word.size() % 2 != 0) fail_at(word.data() - 1, "the number of hexadecimal digits is odd");
    out.resize(word.size() / 2);
    char const* at = word.data();
    for (std::byte& byte : out) {
        unsigned const high = hexadecimal(*at++);
        unsigned const low = hexadecimal(*at++);
        if (((high | low) & 16) != 0)
            fail_at(high == 16 ? at - 2 : at - 1, "a hexadecimal digit is expected");
        byte = static_cast<std::byte>(high << 4 | low);
    }
}

/// Moves to the quote, backslash or end behind the characters that stand for themselves.
inline void json_reader::skip_plain() {
    constexpr std::uint64_t ones = 0x0101010101010101;
    char const* at = at_;
    for (;;) {
        for (std::uint64_t block = 0; end_ - at >= 8; at += 8) {
            std::memcpy(&block, at, 8);
            // A byte that is less than what is subtracted shows in its high bit, as one beyond ASCII does.
            std::uint64_t const quote = (block ^ ones * '"') - ones;
            std::uint64_t const backslash = (block ^ ones * '\\') - ones;
            if (((block | quote | backslash | (block - ones * 0x20)) & ones * 0x80) != 0) break;
        }
        auto const byte = [&at] { return static_cast<unsigned char>(*at); };
        while (at != end_ && byte() >= 0x20 && byte() < 0x80 && *at != '"' && *at != '\\') ++at;
        if (at == end_ || *at == '"' || *at == '\\') break;
        if (byte() < 0x20) fail_at(at, "a control character must be escaped");
        while (at != end_ && byte() >= 0x80) {
            auto const length = detail::utf8_sequence_length(at, end_);
            if (length == 0) fail_at(at, "invalid UTF-8");
            at += length;
        }
    }
    at_ = at;
}

inline std::string_view json_reader::text(std::string& scratch) {
    if (kind_of_next() != '"') fail("a string is expected");
    char const* first = ++at_;
    skip_plain();
    if (at_ != end_ && *at_ == '"') return {first, static_cast<std::size_t>(at_++ - first)};
    for (scratch.clear();; skip_plain()) {
        scratch.append(first, at_);
        if (at_ == end_) fail("the text ends inside a string");
        if (*at_ == '"') return ++at_, scratch;
        unescape(scratch);
        first = at_;
    }
}

inline std::uint32_t json_reader::code_unit(char const* escape) {
    std::uint32_t code = 0;
    for (int left = 4; left != 0; --left, ++at_) {
        if (at_ == end_) fail("the text ends inside a string");
        unsigned const digit = hexadecimal(*at_);
        if (digit == 16) fail_at(escape, "an escape needs four hexadecimal digits");
        code = code << 4 | digit;
    }
    return code;
}

inline void json_reader::unescape(std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    char const* const escape = at_++;
    if (at_ == end_) fail("the text ends inside a string");
    char const letter = *at_++;
    if (auto const index = letters.find(letter); index != letters.npos) {
        out += "\"\\/\b\f\n\r\t"[index];
        return;
    }
    if (letter != 'u') fail_at(escape, "an unknown escape");
    std::uint32_t code = code_unit(escape);
    if (code >= 0xD800 && code < 0xE000) {
        // Without a low half, or with something else in its place, there is no character.
        bool const paired = code < 0xDC00 && skip_word("\\u");
        std::uint32_t const low = paired ? code_unit(escape) : 0;
        if (low < 0xDC00 || low > 0xDFFF) fail_at(escape, "a surrogate without its other half");
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    char sequence[4] = {};
    std::size_t size = 0;
    auto const put = [&](std::uint32_t byte) { sequence[size++] = static_cast<char>(byte); };
    auto const put_rest = [&](int shift) { put(0x80 | (code >> shift & 0x3F)); };
    put(code < 0x80      ? code
        : code < 0x800   ? 0xC0 | code >> 6
        : code < 0x10000 ? 0xE0 | code >> 12
                         : 0xF0 | code >> 18);
    if (code >= 0x10000) put_rest(12);
    if (code >= 0x800) put_rest(6);
    if (code >= 0x80) put_rest(0);
    out.append(sequence, size);
}

inline void json_reader::finish() {
    skip_space();
    if (at_ != end_) fail("nothing may follow the value");
}

}  // namespace koine
