// SPDX-License-Identifier: BSL-1.0
// decode · document: a struct as a JSON object by the names of its members, there and back, with what it holds.
#pragma once

#include <koine/decode/json_decode.hpp>

#include <koine/detail/utf8.hpp>
#include <koine/types/json.hpp>
#include <koine/types/json_form.hpp>

namespace koine::detail {

template <class Type>
concept map_of_values = requires {
    typename Type::key_type;
    typename Type::mapped_type;
} && std::is_same_v<typename Type::key_type, std::string>;

/// A vector that is an array: bytes are one value.
template <class Type>
inline constexpr bool is_array_value = vector_traits<Type>::is_vector && !std::is_same_v<Type, std::vector<std::byte>>;

inline void write_text_value(std::string_view text, std::string& out) {
    if (!is_utf8(text)) throw error(error_kind::encoding, "koine: a text in a JSON value is not UTF-8");
    append_json_text(out, text);
}
inline void write_bound_value(bound_value const& value, std::string& out) {
    switch (value.kind) {
    case bound_kind::boolean: out.append(value.boolean ? "true" : "false"); return;
    case bound_kind::integer: return append_json_number(out, value.integer);
    case bound_kind::unsigned_integer: return append_json_number(out, value.unsigned_integer);
    case bound_kind::real: return append_json_real(out, value.real);
    case bound_kind::text: return write_text_value(value.as_text(), out);
    case bound_kind::bytes:
        out.push_back('"');
        for (std::size_t i = 0; i < value.size; ++i) {
            out.push_back("0123456789ABCDEF"[static_cast<unsigned>(value.bytes[i]) >> 4]);
            out.push_back("0123456789ABCDEF"[static_cast<unsigned>(value.bytes[i]) & 15]);
        }
        out.push_back('"');
        return;
    case bound_kind::date:
    case bound_kind::time:
    case bound_kind::instant:
    case bound_kind::local_time: return append_json_text(out, moment_text(value).view());
    case bound_kind::decimal: return append_json_text(out, decimal_text(value.as_decimal()).view());
    case bound_kind::uuid: return append_json_text(out, uuid_text(value.as_uuid()).view());
    default: throw error(error_kind::range, "koine: an enum's value in a JSON value has no enumerator to be written by");
    }
}

template <class Type>
void write_value(Type const& value, std::string& out) {
    if constexpr (is_optional<Type>) {
        if (value) write_value(*value, out);
        else out.append("null");
    } else if constexpr (is_array_value<Type>) {
        out.push_back('[');
        for (auto const& element : value) {
            if (out.back() != '[') out.push_back(',');
            write_value<typename Type::value_type>(element, out);
        }
        out.push_back(']');
    } else if constexpr (map_of_values<Type>) {
        out.push_back('{');
        for (auto const& [name, element] : value) {
            if (out.back() != '{') out.push_back(',');
            write_text_value(name, out);
            out.push_back(':');
            write_value(element, out);
        }
        out.push_back('}');
    } else if constexpr (std::is_same_v<Type, json_text>) {
        out.append(value.text);
    } else if constexpr (plain_column_type<Type> && !document<Type>) {
        write_bound_value(type<Type>::encode(value), out);
    } else {
        out.push_back('{');
        with_members(value, [&](auto const&... member) {
            std::size_t at = 0;
            auto const write = [&](auto const& one) {
                if (at > 0) out.push_back(',');
                append_json_text(out, member_names<Type>[at++]);
                out.push_back(':');
                write_value(one, out);
            };
            bool const all[] = {(write(member), true)...};
            static_cast<void>(all);
        });
        out.push_back('}');
    }
}
template <class Type>
void write_document(bound_value const& value, std::string& out, unsigned_form) {
    write_value(*static_cast<Type const*>(value.elements), out);
}

template <class Type>
bool read_document(json_reader& json, Type& out, json_scratch& scratch);

template <class Type>
bool read_document_at(json_reader& json, void* value, json_scratch& scratch) {
    return read_document(json, *static_cast<Type*>(value), scratch);
}

/// Members that the object lacks keep what they were made with; names that the struct lacks are passed over.
inline bool read_object(json_reader& json, json_row_table const& table, void* object, void** members, json_scratch& scratch) {
    bool fits = true;
    std::string_view name;
    std::string kept;
    table.locate(object, members);
    json.begin_object();
    while (json.next_member(name, kept)) {
        int at = 0;
        while (at < table.count && table.place.members[at] != name) ++at;
        if (at == table.count) json.value_text();
        else fits = table.readers[at](json, members[at], scratch) && fits;
    }
    return fits;
}

template <class Type>
struct document_table_of {
    template <std::size_t... Index>
    static constexpr std::array<json_member_reader, sizeof...(Index)> make_readers(std::index_sequence<Index...>) {
        return {&read_document_at<member_type<Type, Index>>...};
    }
    static constexpr auto readers = make_readers(std::make_index_sequence<member_count<Type>>{});
    static constexpr json_row_table value{readers.data(), nullptr, &locate_members<Type>, static_cast<int>(member_count<Type>),
                                          {type_name<Type>(), member_names<Type>.data()}};
};

template <class Type>
bool read_document(json_reader& json, Type& out, json_scratch& scratch) {
    if constexpr (is_optional<Type>) {
        if (json.null()) return out.reset(), true;
        return read_document(json, out.emplace(), scratch);
    } else if constexpr (is_array_value<Type>) {
        bool fits = true;
        out.clear();
        json.begin_array();
        while (json.next_element()) {
            typename Type::value_type element{};
            fits = read_document(json, element, scratch) && fits;
            out.push_back(std::move(element));
        }
        return fits;
    } else if constexpr (map_of_values<Type>) {
        bool fits = true;
        std::string_view name;
        std::string kept;
        out.clear();
        json.begin_object();
        while (json.next_member(name, kept)) {
            std::string key(name);
            fits = read_document(json, out[std::move(key)], scratch) && fits;
        }
        return fits;
    } else if constexpr (std::is_same_v<Type, json_text>) {
        return out.text.assign(json.value_text()), true;
    } else if constexpr (plain_column_type<Type> && !document<Type>) {
        return read_json_value(json, out, scratch);
    } else {
        void* members[member_count<Type>];
        return read_object(json, document_table_of<Type>::value, &out, members, scratch);
    }
}
template <class Type>
bool decode_document(std::string_view text, Type& out) {
    json_reader json(text);
    json_scratch scratch;
    bool const fits = read_document(json, out, scratch);
    json.finish();
    return fits;
}

}  // namespace koine::detail
