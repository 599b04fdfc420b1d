// SPDX-License-Identifier: BSL-1.0
// fuzz · json_reader: the first bytes choose a schema, and the rest is read by it.
#include "koine/decode/json_reader.hpp"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// What is expected at one place of the text; a list has one member, a shape any number.
struct schema {
    enum kind { integer, unsigned_integer, real, boolean, text, bytes, list, shape };
    kind expected = integer;
    bool optional = false;
    std::vector<schema> members;
};

// An input that asks for more gets integers, so every input makes a schema, and a small one.
schema take_schema(std::string_view& program, int depth) {
    if (program.empty() || depth > 12) return {};
    auto const step = static_cast<unsigned char>(program[0]);
    program.remove_prefix(1);
    schema taken{static_cast<schema::kind>(step & 7), (step & 8) != 0, {}};
    std::size_t const count = taken.expected == schema::list    ? 1U
                              : taken.expected == schema::shape ? step >> 4 & 3U
                                                                : 0U;
    while (taken.members.size() < count) taken.members.push_back(take_schema(program, depth + 1));
    return taken;
}

void write_text(std::string_view text, std::string& out) {
    constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (char const byte : text) {
        auto const value = static_cast<unsigned char>(byte);
        if (value < 0x20)
            (out += "\\u00") += {digits[value >> 4], digits[value & 15]};
        else if (byte == '"' || byte == '\\')
            (out += '\\') += byte;
        else
            out += byte;
    }
    out += '"';
}

void write_real(double value, std::string& out) {
    if (std::isnan(value))
        out += "\"NaN\"";
    else if (std::isinf(value))
        out += value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    else {
        char digits[32];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }
}

void write_bytes(std::vector<std::byte> const& bytes, std::string& out) {
    constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (std::byte const byte : bytes)
        out += {digits[static_cast<unsigned>(byte) >> 4], digits[static_cast<unsigned>(byte) & 15]};
    out += '"';
}

/// Reads by the schema and writes what was read in the one form that each value has.
void copy(koine::json_reader& reader, schema const& wanted, std::string& out) {
    if (wanted.optional && reader.null()) {
        out += "null";
        return;
    }
    std::string scratch = "left over";
    std::vector<std::byte> bytes(5);
    std::size_t count = 0;
    switch (wanted.expected) {
    case schema::integer: out += std::to_string(reader.integer()); break;
    case schema::unsigned_integer: out += std::to_string(reader.unsigned_integer()); break;
    case schema::real: write_real(reader.real(), out); break;
    case schema::boolean: out += reader.boolean() ? "true" : "false"; break;
    case schema::text: write_text(reader.text(scratch), out); break;
    case schema::bytes:
        reader.bytes(bytes);
        write_bytes(bytes, out);
        break;
    case schema::list:
        reader.begin_array();
        for (out += '['; reader.next_element(); ++count) {
            if (count != 0) out += ',';
            copy(reader, wanted.members[0], out);
        }
        out += ']';
        break;
    case schema::shape:
        reader.begin_array();
        out += '[';
        for (schema const& member : wanted.members) {
            reader.expect_element();
            if (count++ != 0) out += ", ";
            copy(reader, member, out);
        }
        reader.end_array();
        out += ']';
        break;
    }
}

void require(bool holds) {
    if (!holds) std::abort();
}

/// Whether the text is read; only json_error may say that it is not, and must say where.
bool read(std::string_view text, schema const& wanted, std::string& out) {
    // A block of exactly the text's size, so that a read beyond it is seen.
    std::vector<char> const block(text.begin(), text.end());
    out.clear();
    try {
        koine::json_reader reader({block.data(), block.size()});
        copy(reader, wanted, out);
        reader.finish();
        require(reader.position() == text.size());
        return true;
    } catch (koine::json_error const& error) {
        require(error.position() <= text.size());
        return false;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view input(reinterpret_cast<char const*>(data), size);
    std::size_t const steps = input[0] & 31;
    input.remove_prefix(1);
    std::string_view program = input.substr(0, steps);
    std::string_view const text = input.substr(program.size());
    schema const wanted = take_schema(program, 0);

    std::string first, second;
    if (!read(text, wanted, first)) {
        require(!read(text, wanted, second));
        return 0;
    }
    // The same values are read again: from the same text, from the form written here, and amid whitespace.
    require(read(text, wanted, second) && second == first);
    require(read(first, wanted, second) && second == first);
    require(read("\n " + first + "\t\r", wanted, second) && second == first);
    // A list or shape that is cut anywhere is no value.
    bool const array = wanted.expected >= schema::list && first[0] == '[';
    require(!array ||
            !read(std::string_view(first).substr(0, first.size() - 1 - size % first.size()), wanted, second));
    return 0;
}
