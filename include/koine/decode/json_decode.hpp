// SPDX-License-Identifier: BSL-1.0
// decode · json_decode: JSON arrays straight into nested structs, by tables of functions and no document in between.
#pragma once

#include <koine/decode/json_reader.hpp>
#include <koine/decode/memory.hpp>
#include <koine/decode/mismatch.hpp>

#include <koine/descriptor/shape_of.hpp>
#include <koine/descriptor/type_name.hpp>
#include <koine/types/decimal_form.hpp>
#include <koine/types/moment.hpp>
#include <koine/types/uuid_form.hpp>

namespace koine::detail {

/// What goes along from value to value.
struct json_scratch {
    std::string text{};
    void* memory = nullptr;  ///< where lists that choose theirs lie, and what is in them
};

/// Gives false where the value is out of the range of the member's type.
using json_member_reader = bool (*)(json_reader& json, void* member, json_scratch& scratch);

/// How to read one struct: a loop over these is the same code for every struct.
struct json_row_table {
    json_member_reader const* readers = nullptr;
    bool const* may_be_null = nullptr;
    void (*locate)(void* row, void** members) = nullptr;
    int count = 0;
    destination place{};
};

inline void read_json_members(json_reader& json, json_row_table const& table, void** members, int first, int last, json_scratch& scratch) {
    json.begin_array();
    for (int i = first; i < last; ++i) {
        json.expect_element();
        if (!table.may_be_null[i] && json.null())
            fail_json_null(table.place, i, json.position());
        if (!table.readers[i](json, members[i], scratch)) [[unlikely]]
            fail_json_range(table.place, i, json.position());
    }
    json.end_array();
}

inline void read_json_row(json_reader& json, json_row_table const& table, void* row, void** members, json_scratch& scratch) {
    table.locate(row, members);
    if (table.count <= json_members_per_array) return read_json_members(json, table, members, 0, table.count, scratch);
    json.begin_array();
    for (int first = 0; first < table.count; first += json_members_per_array) {
        json.expect_element();
        int const last = first + json_members_per_array < table.count ? first + json_members_per_array : table.count;
        read_json_members(json, table, members, first, last, scratch);
    }
    json.end_array();
}

inline std::int64_t read_json_moment(json_reader& json, storage kind, std::string& scratch) {
    std::int64_t count = 0;
    if (!moment_reader(json.text(scratch)).read(kind, count)) json.fail("a date or time is expected");
    return count;
}

template <class Element>
bool read_json_elements(json_reader& json, std::vector<Element>& out, json_scratch& scratch);

template <class Member>
bool read_json_value(json_reader& json, Member& out, json_scratch& scratch) {
    constexpr storage kind = type<Member>::kind;
    if constexpr (is_list(kind)) return read_json_elements(json, out, scratch);
    else if constexpr (kind == storage::json) {
        // In an array of one, which tells JSON's null from none.
        json.begin_array();
        json.expect_element();
        bool const fits = read_document(json, out, scratch);
        json.end_array();
        return fits;
    }
    else if constexpr (kind == storage::boolean) return type<Member>::decode(json.boolean(), out);
    else if constexpr (kind == storage::text) return type<Member>::decode(json.text(scratch.text), out);
    else if constexpr (is_floating(kind)) return type<Member>::decode(json.real(), out);
    else if constexpr (kind == storage::bytes) {
        std::vector<std::byte> bytes;
        json.bytes(bytes);
        return type<Member>::decode(bytes_view{bytes.data(), bytes.size()}, out);
    } else if constexpr (kind == storage::uint64) {
        if (json.kind_of_next() == '"') {
            // SQLite keeps it as eight bytes, written as hexadecimal text.
            std::vector<std::byte> bytes;
            json.bytes(bytes);
            std::uint64_t value = 0;
            if (bytes.size() != 8) json.fail("an unsigned number of eight bytes is expected");
            for (std::byte byte : bytes) value = value << 8 | static_cast<std::uint64_t>(byte);
            return type<Member>::decode(value, out);
        } else {
            return type<Member>::decode(json.unsigned_integer(), out);
        }
    } else if constexpr (is_decimal(kind)) {
        decimal_parts parts;
        if (!read_decimal(json.number(), parts)) json.fail("a decimal number is expected");
        return type<Member>::decode(parts, out);
    } else if constexpr (kind == storage::uuid) {
        uuid_words words;
        if (!read_uuid(json.text(scratch.text), words)) json.fail("a uuid is expected");
        return type<Member>::decode(words, out);
    } else if constexpr (is_moment(kind)) {
        return type<Member>::decode(read_json_moment(json, kind, scratch.text), out);
    } else {
        return type<Member>::decode(json.integer(), out);
    }
}

/// The elements of a list that is one value of a column.
template <class Element>
bool read_json_elements(json_reader& json, std::vector<Element>& out, json_scratch& scratch) {
    bool fits = true;
    out.clear();
    json.begin_array();
    while (json.next_element()) {
        Element element{};
        fits = read_json_value(json, element, scratch) && fits;
        out.push_back(std::move(element));
    }
    return fits;
}
template <class Element>
bool decode_elements(std::string_view text, std::vector<Element>& out) {
    json_reader json(text);
    json_scratch scratch;
    bool const fits = read_json_elements(json, out, scratch);
    json.finish();
    return fits;
}

template <class Shape>
struct json_table_of;

template <class List>
void read_json_list(json_reader& json, List& list, json_scratch& scratch) {
    using row = typename List::value_type;
    list.clear();
    if (json.null()) return;
    void* members[member_count<row>];
    json.begin_array();
    while (json.next_element()) read_json_row(json, json_table_of<row>::value, &add_row(list, scratch.memory), members, scratch);
}

template <class Member>
bool read_json(json_reader& json, void* member, json_scratch& scratch) {
    auto& out = *static_cast<Member*>(member);
    if constexpr (readable_type<Member>) {
        if constexpr (is_optional<Member>) {
            if (json.null()) return out.reset(), true;
            return read_json_value(json, fill(out, scratch.memory), scratch);
        } else {
            return read_json_value(json, out, scratch);
        }
    } else if constexpr (vector_traits<Member>::is_vector) {
        read_json_list(json, out, scratch);
        return true;
    } else if constexpr (is_optional<Member>) {
        if (json.null()) return out.reset(), true;
        void* members[member_count<without_optional<Member>>];
        read_json_row(json, json_table_of<without_optional<Member>>::value, &fill(out, scratch.memory), members, scratch);
        return true;
    } else {
        void* members[member_count<Member>];
        read_json_row(json, json_table_of<Member>::value, &out, members, scratch);
        return true;
    }
}

template <class Shape>
void locate_members(void* row, void** members) {
    with_members(*static_cast<Shape*>(row), [members](auto&... member) {
        // An initialiser list rather than a fold, which nests as deep as the struct is wide.
        void* const all[] = {&member...};
        for (std::size_t i = 0; i < sizeof...(member); ++i) members[i] = all[i];
    });
}

template <class Shape>
struct json_table_of {
    template <std::size_t... Index>
    static constexpr std::array<json_member_reader, sizeof...(Index)> make_readers(std::index_sequence<Index...>) {
        return {&read_json<member_type<Shape, Index>>...};
    }
    template <std::size_t... Index>
    static constexpr std::array<bool, sizeof...(Index)> make_nullable(std::index_sequence<Index...>) {
        return {(is_optional<member_type<Shape, Index>> ||
                 (vector_traits<member_type<Shape, Index>>::is_vector && !readable_type<member_type<Shape, Index>>))...};
    }
    static constexpr auto readers = make_readers(std::make_index_sequence<member_count<Shape>>{});
    static constexpr auto nullable = make_nullable(std::make_index_sequence<member_count<Shape>>{});
    static constexpr json_row_table value{readers.data(), nullable.data(), &locate_members<Shape>, static_cast<int>(member_count<Shape>),
                                          {type_name<Shape>(), member_names<Shape>.data()}};
};

/// Reads the rows of a to-many member from the whole of a JSON text.
template <class List>
void decode_json_list(std::string_view text, List& list) {
    json_reader json(text);
    json_scratch scratch{.memory = memory_within(list, nullptr)};
    read_json_list(json, list, scratch);
    json.finish();
}

}  // namespace koine::detail
