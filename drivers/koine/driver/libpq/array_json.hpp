// SPDX-License-Identifier: BSL-1.0
// driver · libpq/array_json: an array of one dimension, in binary or as text, as the JSON that lists are read from.
#pragma once

#include <koine/driver/libpq/bytes.hpp>
#include <koine/driver/libpq/numeric.hpp>

#include <koine/types/json_form.hpp>
#include <koine/types/storage.hpp>

namespace koine::detail {

/// JSON has no number for NaN and the infinities, which its reader takes as text.
inline void append_json_of_real(std::string& json, double value) {
    if (__builtin_isfinite(value)) append_json_real(json, value);
    else append_json_text(json, __builtin_isnan(value) ? "NaN" : value < 0 ? "-Infinity" : "Infinity");
}

/// False where the element is of a type that no list has.
inline bool append_json_of_element(std::string& json, libpq_type type, std::string_view element) {
    char const* const data = element.data();
    switch (type) {
    case libpq_type::boolean: json.append(*data != 0 ? "true" : "false"); return true;
    case libpq_type::int16: append_json_number(json, static_cast<std::int16_t>(load_big_endian<std::uint16_t>(data))); return true;
    case libpq_type::int32: append_json_number(json, static_cast<std::int32_t>(load_big_endian<std::uint32_t>(data))); return true;
    case libpq_type::int64: append_json_number(json, static_cast<std::int64_t>(load_big_endian<std::uint64_t>(data))); return true;
    case libpq_type::float32: append_json_of_real(json, static_cast<double>(std::bit_cast<float>(load_big_endian<std::uint32_t>(data)))); return true;
    case libpq_type::float64: append_json_of_real(json, std::bit_cast<double>(load_big_endian<std::uint64_t>(data))); return true;
    case libpq_type::numeric: {
        std::uint64_t whole = 0;
        if (numeric_view(data).read(whole) != number_reading::read) return false;
        append_json_number(json, whole);
        return true;
    }
    case libpq_type::text: append_json_text(json, element); return true;
    default: return false;
    }
}

/// False where the array has several dimensions, or elements that no list has.
inline bool append_json_of_array(std::string& json, std::string_view array) {
    libpq_bytes rest(array);
    std::int32_t const dimensions = rest.word();
    rest.run(4);  // whether there are NULLs
    libpq_type const type = libpq_type_of(static_cast<unsigned>(rest.word()));
    std::int32_t const count = dimensions == 1 ? rest.word() : 0;
    if (dimensions == 1) rest.run(4);  // the first index
    json.push_back('[');
    for (std::int32_t i = 0; i < count; ++i) {
        if (i > 0) json.push_back(',');
        std::int32_t const size = rest.word();
        if (size == -1) json.append("null");
        else if (!append_json_of_element(json, type, rest.run(size))) return false;
    }
    json.push_back(']');
    return dimensions <= 1;
}

/// The same of an array's text: {1,NULL,"a \"b\""}. False where there is more to it than that.
inline bool append_json_of_literal(std::string& json, std::string_view literal, storage element) {
    if (literal.size() < 2 || literal.front() != '{') return false;
    json.push_back('[');
    std::string text;
    for (std::size_t at = 1; literal[at] != '}';) {
        if (json.back() != '[') json.push_back(',');
        bool const quoted = literal[at] == '"';
        if (literal[at] == '{') return false;
        text.clear();
        for (at += quoted ? 1 : 0; at < literal.size() && (quoted ? literal[at] != '"' : literal[at] != ',' && literal[at] != '}'); ++at) {
            if (literal[at] == '\\') ++at;
            text.push_back(literal[at]);
        }
        at += quoted ? 1 : 0;
        if (!quoted && text == "NULL") json.append("null");
        else if (element == storage::text || (is_floating(element) && text.find('n') != std::string::npos)) append_json_text(json, text);
        else json.append(element != storage::boolean ? text : text == "t" ? "true" : "false");
        if (at < literal.size() && literal[at] == ',') ++at;
        if (at >= literal.size()) return false;
    }
    json.push_back(']');
    return true;
}

}  // namespace koine::detail
