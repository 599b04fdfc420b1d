// SPDX-License-Identifier: BSL-1.0
// decode · cursor_token: the text by which a page is asked for that begins behind a row: a mark of the order, and the row's
// values of it.
#pragma once

#include <koine/decode/json_reader.hpp>
#include <koine/detail/base64url.hpp>
#include <koine/types/decimal_form.hpp>
#include <koine/types/moment.hpp>
#include <koine/types/uuid_form.hpp>

namespace koine::detail {

inline constexpr std::size_t cursor_mark_size = 8;

inline std::string make_cursor_token(std::uint64_t order, std::string_view values) {
    std::string bytes;
    for (std::size_t i = 0; i < cursor_mark_size; ++i) bytes.push_back(static_cast<char>(order >> (8 * i) & 255));
    return to_base64url(bytes.append(values));
}

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_cursor(char const* what) { throw error(error_kind::cursor, what); }

/// The values of a token's row, of `Count` terms. Keeps the texts that the bound values view.
template <int Count>
class cursor_values {
public:
    cursor_values(std::string_view token, std::uint64_t order, storage const* kinds, bool const* nullable) {
        constexpr char const* damaged = "koine: this is no token of a page";
        std::optional<std::string> const bytes = from_base64url(token);
        if (!bytes || bytes->size() < cursor_mark_size) fail_cursor(damaged);
        std::uint64_t mark = 0;
        for (std::size_t i = 0; i < cursor_mark_size; ++i) mark |= std::uint64_t{static_cast<unsigned char>((*bytes)[i])} << (8 * i);
        if (mark != order) fail_cursor("koine: this token is of a page in another order");
        try {
            json_reader json(std::string_view(*bytes).substr(cursor_mark_size));
            json.begin_array();
            for (int i = 0; i < Count; ++i) {
                json.expect_element();
                if (nullable[i] && json.null()) continue;
                at[i] = read(json, kinds[i], kept_[i]);
            }
            json.end_array();
            json.finish();
        } catch (json_error const&) {
            fail_cursor(damaged);
        }
    }
    cursor_values(cursor_values const&) = delete;
    cursor_values& operator=(cursor_values const&) = delete;

    bound_value at[Count == 0 ? 1 : Count]{};

private:
    static bound_value read(json_reader& json, storage kind, std::string& kept) {
        if (is_decimal(kind)) {
            decimal_parts parts;
            if (!read_decimal(json.number(), parts)) json.fail("a decimal number is expected");
            return bound_value::of(parts);
        }
        switch (kind) {
        case storage::boolean: return bound_value::of(json.boolean());
        case storage::float32:
        case storage::float64: return bound_value::of(json.real());
        case storage::text: {
            std::string scratch;
            kept = json.text(scratch);
            return bound_value::of(std::string_view(kept));
        }
        case storage::bytes: {
            keep_bytes(json, kept);
            return bound_value::of(bytes_view{reinterpret_cast<std::byte const*>(kept.data()), kept.size()});
        }
        case storage::uint64: {
            if (json.kind_of_next() != '"') return bound_value::of(json.unsigned_integer());
            keep_bytes(json, kept);
            std::uint64_t value = 0;
            for (char byte : kept) value = value << 8 | static_cast<unsigned char>(byte);
            return bound_value::of(value);
        }
        case storage::date:
        case storage::time:
        case storage::instant:
        case storage::local_time: {
            std::int64_t count = 0;
            if (!moment_reader(json.text(kept)).read(kind, count) || !can_keep(bound_kind_of(kind), count)) json.fail("a date or time is expected");
            return bound_value::moment(bound_kind_of(kind), count);
        }
        case storage::uuid: {
            uuid_words words;
            if (!read_uuid(json.text(kept), words)) json.fail("a uuid is expected");
            return bound_value::of(words);
        }
        default: return bound_value::of(json.integer());
        }
    }
    static void keep_bytes(json_reader& json, std::string& kept) {
        std::vector<std::byte> bytes;
        json.bytes(bytes);
        kept.assign(reinterpret_cast<char const*>(bytes.data()), bytes.size());
    }

    std::string kept_[Count == 0 ? 1 : Count];
};

}  // namespace koine::detail
