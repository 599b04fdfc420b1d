// SPDX-License-Identifier: BSL-1.0
// types · enumeration: enums kept by the enumerator's name, read from one pretty function name.
#pragma once

#include <koine/types/type.hpp>

#include <cstddef>
#include <utility>

namespace koine {

namespace detail {
template <class Type>
concept enumeration = std::is_enum_v<Type>;
}  // namespace detail

/// The values among which an enum's names are looked for; specialise it for values beyond 0 to 127.
template <detail::enumeration Enum>
struct enum_range {
    static constexpr int first = 0;
    static constexpr int last = 127;
};

namespace detail {

struct enum_label {
    std::string_view name;
    int value = 0;
};

template <auto... Values>
constexpr std::string_view enumerators_spelled() {
    return __PRETTY_FUNCTION__;
}

template <int Capacity>
struct enum_labels {
    enum_label at[Capacity]{};
    int count = 0;
};

constexpr bool starts_identifier(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0; }

/// Splits "…{first, second, (space::color)2, …}" at its top-level commas; a value without a name is spelled as a cast.
template <class Enum, int... Offset>
constexpr auto read_labels(std::integer_sequence<int, Offset...>) {
    enum_labels<sizeof...(Offset)> labels;
    std::string_view text = enumerators_spelled<static_cast<Enum>(enum_range<Enum>::first + Offset)...>();
#ifdef __clang__
    std::size_t at = text.rfind("Values = <") + 10;
    std::size_t const end = text.rfind('>');
#else
    std::size_t at = text.find("Values = {") + 10;
    std::size_t const end = text.find("};", at) == std::string_view::npos ? text.rfind('}') : text.find("};", at);
#endif
    for (int value = enum_range<Enum>::first; at < end; ++value) {
        std::size_t stop = at;
        std::size_t name = at;
        for (int depth = 0; stop < end && (depth > 0 || text[stop] != ','); ++stop) {
            if (text[stop] == '(' || text[stop] == '<') ++depth;
            if (text[stop] == ')' || text[stop] == '>') --depth;
            if (text[stop] == ':') name = stop + 1;
        }
        if (text[at] != '(' || text[stop - 1] > '9') {
            if (starts_identifier(text[name])) labels.at[labels.count++] = {text.substr(name, stop - name), value};
        }
        at = stop + 2;
    }
    return labels;
}

template <enumeration Enum>
inline constexpr auto labels_of =
    read_labels<Enum>(std::make_integer_sequence<int, enum_range<Enum>::last - enum_range<Enum>::first + 1>{});

}  // namespace detail

template <detail::enumeration Enum>
struct type<Enum> {
    static constexpr storage kind = storage::text;
    /// An enumerator without a name in `enum_range` is encoded as NULL, which no column of a plain enum takes.
    static constexpr bound_value encode(Enum value) {
        for (detail::enum_label const& label : detail::labels_of<Enum>.at)
            if (!label.name.empty() && static_cast<Enum>(label.value) == value) return bound_value::of(label.name);
        return {};
    }
    static constexpr bool decode(std::string_view name, Enum& out) {
        for (detail::enum_label const& label : detail::labels_of<Enum>.at)
            if (!label.name.empty() && label.name == name) return out = static_cast<Enum>(label.value), true;
        return false;
    }
};

}  // namespace koine
