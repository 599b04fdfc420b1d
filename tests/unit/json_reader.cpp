// SPDX-License-Identifier: BSL-1.0
// unit · json_reader: every value, every refusal with its message and position.
#include "koine/decode/json_reader.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

using namespace std::string_view_literals;
using koine::json_reader;

namespace {

// A block of exactly the text's size, so that a sanitizer sees a read beyond it.
template <class Read>
auto reading(std::string_view text, Read read) {
    std::vector<char> const block(text.begin(), text.end());
    json_reader reader({block.data(), block.size()});
    auto value = read(reader);
    reader.finish();
    return value;
}

template <class Read>
std::string refusal(std::string_view text, Read read) {
    try {
        reading(text, [&](json_reader& reader) { return read(reader), 0; });
    } catch (koine::json_error const& error) {
        CHECK(error.kind() == koine::error_kind::malformed);
        std::string const position = " at byte " + std::to_string(error.position()) + " of the JSON";
        std::string_view const what = error.what();
        REQUIRE(what.starts_with("koine: "));
        REQUIRE(what.ends_with(position));
        return std::to_string(error.position()) + ": " +
               std::string(what.substr(7, what.size() - 7 - position.size()));
    }
    return "nothing is refused";
}

auto const integer = [](json_reader& reader) { return reader.integer(); };
auto const unsigned_integer = [](json_reader& reader) { return reader.unsigned_integer(); };
auto const real = [](json_reader& reader) { return reader.real(); };
auto const boolean = [](json_reader& reader) { return reader.boolean(); };
auto const text = [](json_reader& reader) {
    std::string scratch = "left over";
    return std::string(reader.text(scratch));
};
auto const bytes = [](json_reader& reader) {
    std::vector<std::byte> out(3, std::byte{9});
    reader.bytes(out);
    std::string values;
    for (std::byte const byte : out) values += std::to_string(static_cast<int>(byte)) + ' ';
    return values;
};
auto const list = [](json_reader& reader) {
    std::string values;
    reader.begin_array();
    while (reader.next_element()) values += std::to_string(reader.integer()) + ' ';
    return values;
};
auto const pair = [](json_reader& reader) {
    reader.begin_array();
    reader.expect_element();
    auto const first = reader.integer();
    reader.expect_element();
    auto const second = reader.integer();
    reader.end_array();
    return first * 100 + second;
};

std::string quote(std::string_view content) { return '"' + std::string(content) + '"'; }

}  // namespace

TEST_CASE("null is consumed only if it is next") {
    json_reader reader(" \n\t\rnull 7");
    CHECK(reader.null());
    CHECK(reader.position() == 8);
    CHECK_FALSE(reader.null());
    CHECK(reader.kind_of_next() == '7');
    CHECK(reader.integer() == 7);
    CHECK_FALSE(reader.null());
    CHECK_FALSE(json_reader("nul").null());
    CHECK_FALSE(json_reader("").null());
    CHECK_FALSE(json_reader(std::string_view{}).null());
    CHECK_FALSE(json_reader("Null").null());
    CHECK(refusal("nullx", [](json_reader& json) { json.null(); }) == "4: nothing may follow the value");
}

TEST_CASE("lists") {
    CHECK(reading("[]", list) == "");
    CHECK(reading(" [ ] ", list) == "");
    CHECK(reading("[1]", list) == "1 ");
    CHECK(reading("\t[ 1 ,\r\n 2, \t3 ] ", list) == "1 2 3 ");
    CHECK(refusal("", list) == "0: the text ends too early");
    CHECK(refusal("  ", list) == "2: the text ends too early");
    CHECK(refusal(" {}", list) == "1: an array is expected");
    CHECK(refusal("[", list) == "1: the text ends too early");
    CHECK(refusal("[1", list) == "2: the text ends too early");
    CHECK(refusal("[1,", list) == "3: the text ends too early");
    CHECK(refusal("[1,]", list) == "3: an integer is expected");
    CHECK(refusal("[,1]", list) == "1: an integer is expected");
    CHECK(refusal("[1,,2]", list) == "3: an integer is expected");
    CHECK(refusal("[1 2]", list) == "3: a comma or ] is expected");
    CHECK(refusal("[1}", list) == "2: a comma or ] is expected");
    CHECK(refusal("[1]]", list) == "3: nothing may follow the value");
    CHECK(refusal("[1]\0"sv, list) == "3: nothing may follow the value");
    CHECK(refusal("\f[1]", list) == "0: an array is expected");
    CHECK(refusal("\xEF\xBB\xBF[1]", list) == "0: an array is expected");
}

TEST_CASE("shapes have as many elements as members") {
    CHECK(reading("[1,2]", pair) == 102);
    CHECK(reading(" [ 1 , 2 ] ", pair) == 102);
    CHECK(refusal("[]", pair) == "1: fewer elements than the shape has members");
    CHECK(refusal("[1 ]", pair) == "3: fewer elements than the shape has members");
    CHECK(refusal("[1,2,3]", pair) == "4: more elements than the shape has members");
    CHECK(refusal("[1,2", pair) == "4: the text ends too early");
    CHECK(refusal("[1,2:", pair) == "4: a comma or ] is expected");
    CHECK(refusal("[1,]", pair) == "3: an integer is expected");
    auto const empty = [](json_reader& reader) { return reader.begin_array(), reader.end_array(), 5; };
    CHECK(reading("[ ]", empty) == 5);
    CHECK(refusal("[1]", empty) == "1: more elements than the shape has members");
    CHECK(refusal("[,]", empty) == "1: more elements than the shape has members");
}

TEST_CASE("arrays within arrays keep their commas apart") {
    auto const nested = [](json_reader& reader) {
        std::string values;
        reader.begin_array();
        while (reader.next_element()) {
            reader.begin_array();
            reader.expect_element();
            values += '(' + list(reader) + ')';
            reader.expect_element();
            if (!reader.null()) values += std::to_string(pair(reader));
            reader.end_array();
        }
        return values;
    };
    CHECK(reading("[]", nested) == "");
    CHECK(reading("[[[],null],[[1,2],[3,4]],[[5],null]]", nested) == "()(1 2 )304(5 )");
    CHECK(refusal("[[[][1,2]]]", nested) == "4: a comma or ] is expected");
    CHECK(refusal("[[[]],]", nested) == "4: fewer elements than the shape has members");
    CHECK(refusal("[[[],null][[],null]]", nested) == "10: a comma or ] is expected");
    CHECK(refusal("[[[],null],]", nested) == "11: an array is expected");
    CHECK(refusal("[[[],null,1]]", nested) == "9: more elements than the shape has members");
    auto const empty_shapes = [](json_reader& reader) {
        int count = 0;
        reader.begin_array();
        for (; reader.next_element(); ++count) reader.begin_array(), reader.end_array();
        return count;
    };
    CHECK(reading("[[],[ ]]", empty_shapes) == 2);
    CHECK(refusal("[[][]]", empty_shapes) == "3: a comma or ] is expected");
    json_reader deep(std::string_view("[[[[]]]]"));
    for (int level = 0; level < 3; ++level) {
        deep.begin_array();
        CHECK(deep.next_element());
    }
    deep.begin_array();
    for (int level = 0; level < 4; ++level) CHECK_FALSE(deep.next_element());
    CHECK_NOTHROW(deep.finish());
}

TEST_CASE("integers are exact and never wrap") {
    CHECK(reading(" 0 ", integer) == 0);
    CHECK(reading("-0", integer) == 0);
    CHECK(reading("9007199254740993", integer) == 9007199254740993);
    CHECK(reading("-9007199254740993", integer) == -9007199254740993);
    CHECK(reading("9223372036854775807", integer) == std::numeric_limits<std::int64_t>::max());
    CHECK(reading("-9223372036854775808", integer) == std::numeric_limits<std::int64_t>::min());
    CHECK(reading("18446744073709551615", unsigned_integer) == std::numeric_limits<std::uint64_t>::max());
    CHECK(reading("10000000000000000000", unsigned_integer) == 10000000000000000000U);
    CHECK(reading("9999999999999999999", unsigned_integer) == 9999999999999999999U);
    CHECK(reading("-0", unsigned_integer) == 0);
    std::string const range = "an integer is out of range";
    for (auto const* large : {"9223372036854775808", "18446744073709551615", "18446744073709551616",
                              "-9223372036854775809", "-18446744073709551617", "100000000000000000000"})
        CHECK(refusal(large, integer) == "0: " + range);
    // 3 * 10^19 and 5 * 10^19 stay above 10^19 when they wrap.
    for (auto const* large : {"18446744073709551616", "19999999999999999999", "30000000000000000000",
                              "50000000000000000000", "184467440737095516150", "-1"})
        CHECK(refusal(large, unsigned_integer) == "0: " + range);
    CHECK(refusal("[1, 9223372036854775808]", pair) == "4: " + range);
    CHECK(refusal(std::string(100000, '7'), integer) == "0: " + range);
    CHECK(refusal("10.0", integer) == "2: an integer has no fraction or exponent");
    CHECK(refusal("-1e2", integer) == "2: an integer has no fraction or exponent");
    CHECK(refusal("1E2", unsigned_integer) == "1: an integer has no fraction or exponent");
    CHECK(refusal("01", integer) == "0: a number must not begin with 0");
    CHECK(refusal("-00", integer) == "1: a number must not begin with 0");
    for (auto const* other : {"-", "+1", "--1", "a", "\"1\"", "[1]", "true", ".5", "null", "-a"})
        CHECK(refusal(other, integer) == "0: an integer is expected");
    CHECK(refusal("12x", integer) == "2: nothing may follow the value");
    CHECK(refusal("1-2", integer) == "1: nothing may follow the value");
}

TEST_CASE("reals in every form a database writes") {
    CHECK(reading("1", real) == 1.0);
    CHECK(reading("-1.50", real) == -1.5);
    CHECK(reading("1e300", real) == 1e300);
    CHECK(reading("1E+2", real) == 100.0);
    CHECK(reading("25e-1", real) == 2.5);
    CHECK(reading("0.30000000000000004", real) == 0.1 + 0.2);
    CHECK(reading("1.7976931348623157e308", real) == std::numeric_limits<double>::max());
    CHECK(reading("5e-324", real) == std::numeric_limits<double>::denorm_min());
    CHECK(reading("123456789012345680", real) == 123456789012345680.0);
    CHECK(reading("0e999999999999999999999", real) == 0.0);
    CHECK(std::signbit(reading("-0", real)));
    CHECK(std::signbit(reading("-0.0", real)));
    CHECK_FALSE(std::signbit(reading("0.0", real)));
    CHECK(reading(R"("0.10000000000000000555")", real) == 0.1);
    CHECK(reading(R"("-1.0e+300")", real) == -1e300);
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (auto const* word : {R"("Infinity")", R"("Inf")", R"("inf")", "Inf"})
        CHECK(reading(word, real) == infinity);
    for (auto const* word : {R"("-Infinity")", R"("-Inf")", R"("-inf")", "-Inf"})
        CHECK(reading(word, real) == -infinity);
    CHECK(std::isnan(reading(R"("NaN")", real)));
    CHECK(std::isnan(reading(R"("nan")", real)));
    CHECK(reading("[Inf ,-Inf]", [](json_reader& reader) {
        reader.begin_array(), reader.expect_element();
        bool const first = reader.real() > 0;
        reader.expect_element();
        bool const second = reader.real() < 0;
        return reader.end_array(), first && second;
    }));
}

TEST_CASE("reals out of range saturate by sign and side") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    CHECK(reading("9.0e+999", real) == infinity);
    CHECK(reading("-9.0e+999", real) == -infinity);
    CHECK(reading(R"("1e309")", real) == infinity);
    CHECK(reading("1e99999999999999999999999999", real) == infinity);
    for (std::string const small : {"1e-400", "9.9e-999", "1e-99999999999999999999999999", "2e-324"}) {
        CHECK(reading(small, real) == 0.0);
        CHECK_FALSE(std::signbit(reading(small, real)));
        CHECK(reading('-' + small, real) == 0.0);
        CHECK(std::signbit(reading('-' + small, real)));
    }
    std::string const zeros(400, '0');
    CHECK(reading('1' + zeros, real) == infinity);
    CHECK(reading('1' + zeros + "e-1", real) == infinity);
    CHECK(reading('1' + zeros + "e-399", real) == 10.0);
    CHECK(reading("0." + zeros + "1", real) == 0.0);
    CHECK(reading("0." + zeros + "1e5", real) == 0.0);
    CHECK(reading("-0." + zeros + "1e402", real) == -10.0);
    CHECK(reading("0." + zeros + "1e900", real) == infinity);
}

TEST_CASE("what is no real is refused at its start") {
    for (auto const* word : {"NaN",     "nan",        "inf",     "+Inf",      "-",
                             "+1",      ".5",         "-.5",     "1.",        "1.e1",
                             "1e",      "1e+",        "-e1",     "true",      "null",
                             "[1]",     "--1",        R"("")",   R"("1 ")",   R"(" 1")",
                             R"("01")", R"("0x10")",  R"("1.")", R"("-NaN")", R"("infinity")",
                             R"("1e")", R"("\u0031")"})
        CHECK(refusal(word, real) == "0: a number is expected");
    CHECK(refusal("01", real) == "1: nothing may follow the value");
    CHECK(refusal("Infinity", real) == "3: nothing may follow the value");
    CHECK(refusal("1.5.2", real) == "3: nothing may follow the value");
    CHECK(refusal(R"( "1)", real) == "3: the text ends inside a string");
    CHECK(refusal("\"", real) == "1: the text ends inside a string");
    CHECK(refusal("", real) == "0: the text ends too early");
}

TEST_CASE("booleans") {
    CHECK(reading("true", boolean));
    CHECK(reading(" 1 ", boolean));
    CHECK_FALSE(reading("false", boolean));
    CHECK_FALSE(reading("0", boolean));
    for (auto const* word : {"2", "10", "01", "00", "1.0", "0e0", "1E1", "-1", "-0", "True", "tru", "fals",
                             "null", R"("true")", R"("1")", "[true]"})
        CHECK(refusal(word, boolean) == "0: a boolean is expected");
    CHECK(refusal("truefalse", boolean) == "4: nothing may follow the value");
    CHECK(refusal("", boolean) == "0: the text ends too early");
}

TEST_CASE("text without escapes is a view of the input") {
    std::string const json = R"(["abc def", "", "longer than one block of eight"])";
    json_reader reader(json);
    std::string scratch = "untouched";
    reader.begin_array();
    reader.expect_element();
    auto const first = reader.text(scratch);
    CHECK(first == "abc def");
    CHECK(first.data() == json.data() + 2);
    reader.expect_element();
    CHECK(reader.text(scratch).empty());
    reader.expect_element();
    CHECK(reader.text(scratch) == "longer than one block of eight");
    CHECK(scratch == "untouched");
    CHECK_NOTHROW(reader.end_array());
}

TEST_CASE("text with escapes") {
    CHECK(reading(R"("\"\\\/\b\f\n\r\t")", text) == "\"\\/\b\f\n\r\t");
    CHECK(reading(R"("a\u0000b")", text) == "a\0b"sv);
    CHECK(reading(R"("\u0041\u00e9\u00E9\u20ac\uFFFF\ud83D\uDe00")", text) ==
          "A\xC3\xA9\xC3\xA9\xE2\x82\xAC\xEF\xBF\xBF\xF0\x9F\x98\x80");
    CHECK(reading(R"("\u007f\u0080\u07ff\u0800\ud7ff\ue000\ud800\udc00\udbff\udfff")", text) ==
          "\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
    CHECK(reading(R"("plain before \" and after it, \\ twice")", text) ==
          R"(plain before " and after it, \ twice)");
    CHECK(reading(R"("\\")", text) == "\\");
    CHECK(reading(R"("\\u0041")", text) == "\\u0041");
    std::string const many(100000, '"');
    std::string escaped;
    for (char const mark : many) escaped += '\\', escaped += mark;
    CHECK(reading(quote(escaped), text) == many);
}

TEST_CASE("escapes that mean nothing are refused at their backslash") {
    CHECK(refusal(R"("ab\x")", text) == "3: an unknown escape");
    CHECK(refusal(R"("\U0041")", text) == "1: an unknown escape");
    CHECK(refusal("\"\\\0\""sv, text) == "1: an unknown escape");
    CHECK(refusal(R"("a\u12")", text) == "2: an escape needs four hexadecimal digits");
    CHECK(refusal(R"("a\u12g4")", text) == "2: an escape needs four hexadecimal digits");
    CHECK(refusal(R"("\u 123")", text) == "1: an escape needs four hexadecimal digits");
    for (auto const* lone : {R"("\ud800")", R"("\udc00")", R"("\ud800x")", R"("\ud800\n")",
                             R"("\ud800\ud800")", R"("\udfff\ud800")", R"("\ud800\u0041")",
                             R"("\udbff\ue000")", R"("\ud800\\udc00")", R"("\udc00\udc00")"})
        CHECK(refusal(lone, text) == "1: a surrogate without its other half");
    CHECK(refusal(R"("\ud800\u12")", text) == "1: an escape needs four hexadecimal digits");
    for (std::string const cut : {R"(")", R"("abc)", R"("abcdefghijklmnop)", R"("\)", R"("\u)", R"("\u123)",
                                  R"("\u1234)", R"("\ud800\u)", R"("a\")", R"("a\\)"})
        CHECK(refusal(cut, text) == std::to_string(cut.size()) + ": the text ends inside a string");
    CHECK(refusal("'a'", text) == "0: a string is expected");
    CHECK(refusal(" 12", text) == "1: a string is expected");
    CHECK(refusal("null", text) == "0: a string is expected");
}

TEST_CASE("every byte is judged at every place within a block") {
    for (std::size_t before = 0; before < 20; ++before)
        for (unsigned value = 0; value < 256; ++value) {
            std::string content(before, 'x');
            content += static_cast<char>(value);
            content += std::string(20 - before, '~');
            std::string const at = std::to_string(before + 1);
            if (value == '"' || value == '\\') continue;
            if (value < 0x20) {
                if (refusal(quote(content), text) != at + ": a control character must be escaped")
                    FAIL(value);
            } else if (value >= 0x80) {
                if (refusal(quote(content), text) != at + ": invalid UTF-8") FAIL(value);
            } else if (reading(quote(content), text) != content)
                FAIL(value);
        }
    CHECK(reading(quote("\x7F"), text) == "\x7F");
}

TEST_CASE("UTF-8 is valid exactly where its code point is") {
    // By the value that the bits give, not by ranges of bytes as the reader does it.
    auto const valid = [](std::string_view sequence) {
        auto const lead = static_cast<unsigned char>(sequence[0]);
        std::size_t const length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : 4;
        if (length != sequence.size() || (length == 4 && lead >> 3 != 30)) return false;
        unsigned code = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t index = 1; index < length; ++index) {
            auto const next = static_cast<unsigned char>(sequence[index]);
            if (next >> 6 != 2) return false;
            code = code << 6 | (next & 0x3FU);
        }
        unsigned const least = length == 2 ? 0x80 : length == 3 ? 0x800 : length == 4 ? 0x10000 : 0x20;
        return code >= least && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    };
    auto const all_valid = [&valid](std::string_view content) {
        while (!content.empty()) {
            std::size_t length = 1;
            while (length <= content.size() && !valid(content.substr(0, length))) ++length;
            if (length > content.size()) return false;
            content.remove_prefix(length);
        }
        return true;
    };
    for (unsigned value = 0x8000; value < 0x10000; ++value)
        for (auto const tail : {""sv, "\x80"sv, "\xBF"sv, "\x7F"sv, "\x80\xBF"sv, "\xBF\xC0"sv}) {
            std::string sequence = {static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)};
            if (sequence[1] == '"' || sequence[1] == '\\') continue;
            sequence += tail;
            std::string const json = quote(sequence);
            json_reader reader(json);
            std::string scratch;
            bool accepted = false;
            try {
                accepted = reader.text(scratch) == sequence;
            } catch (koine::json_error const&) {}
            if (accepted != all_valid(sequence)) FAIL(value << " with a tail of " << tail.size());
        }
    CHECK(refusal("\"\xC3\"", text) == "1: invalid UTF-8");
    CHECK(refusal("\"abc\xE2\x82\"", text) == "4: invalid UTF-8");
    CHECK(refusal("\"\xF0\x9F\x98", text) == "1: invalid UTF-8");
    CHECK(refusal("\"\\n\xFF\"", text) == "3: invalid UTF-8");
    CHECK(reading(quote("\xE2\x80\xA8"), text) == "\xE2\x80\xA8");
}

TEST_CASE("bytes") {
    CHECK(reading(R"("")", bytes) == "");
    CHECK(reading(R"("00ff10")", bytes) == "0 255 16 ");
    CHECK(reading(R"( "0123456789abcdefABCDEF" )", bytes) == "1 35 69 103 137 171 205 239 171 205 239 ");
    CHECK(refusal(R"( "abc")", bytes) == "1: the number of hexadecimal digits is odd");
    CHECK(refusal(R"("0g")", bytes) == "2: a hexadecimal digit is expected");
    CHECK(refusal(R"("00g0")", bytes) == "3: a hexadecimal digit is expected");
    CHECK(refusal(R"("\\x00")", bytes) == "0: the number of hexadecimal digits is odd");
    for (auto const* bad : {R"("gg")", R"("@0")", R"("`0")", R"("G0")", R"("/0")", R"(":0")", R"("\n")"})
        CHECK(refusal(bad, bytes) == "1: a hexadecimal digit is expected");
    CHECK(refusal("\"\x11\x12\"", bytes) == "1: a hexadecimal digit is expected");
    CHECK(refusal("\"\xC1\xE1\"", bytes) == "1: a hexadecimal digit is expected");
    CHECK(refusal("\"00", bytes) == "3: the text ends inside a string");
    CHECK(refusal("\"", bytes) == "1: the text ends inside a string");
    CHECK(refusal("12", bytes) == "0: a string of hexadecimal digits is expected");
}

TEST_CASE("a caller can fail where the reader stands") {
    CHECK(refusal("[300]", [](json_reader& reader) {
              reader.begin_array();
              reader.expect_element();
              reader.integer();
              reader.fail("too large for its column");
          }) == "4: too large for its column");
}
