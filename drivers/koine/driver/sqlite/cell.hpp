// SPDX-License-Identifier: BSL-1.0
// driver · sqlite/cell: one value of SQLite's.
#pragma once

#include <koine/types/decimal_form.hpp>
#include <koine/types/moment.hpp>
#include <koine/types/type.hpp>
#include <koine/types/uuid_form.hpp>

#include <sqlite3.h>

namespace koine::detail {

/// One column of a row. Its type is the value's own, not the column's: checked at each read.
class sqlite_cell {
public:
    explicit sqlite_cell(sqlite3_value* value) : value_(value), type_(sqlite3_value_type(value)) {}

    [[nodiscard]] bool null() const { return type_ == SQLITE_NULL; }

    /// Reads a value of a storage kind; false where SQLite holds another type.
    template <storage Kind>
    bool read(stored<Kind>& out) const {
        if constexpr (Kind == storage::boolean) {
            if (type_ != SQLITE_INTEGER) return false;
            std::int64_t const number = sqlite3_value_int64(value_);
            return out = number != 0, number == 0 || number == 1;
        } else if constexpr (Kind == storage::uint64) {
            if (type_ != SQLITE_BLOB || sqlite3_value_bytes(value_) != 8) return false;
            auto const* const bytes = static_cast<unsigned char const*>(sqlite3_value_blob(value_));
            out = 0;
            for (int i = 0; i < 8; ++i) out = out << 8 | bytes[i];
            return true;
        } else if constexpr (is_integer(Kind)) {
            if (type_ != SQLITE_INTEGER) return false;
            return out = sqlite3_value_int64(value_), true;
        } else if constexpr (is_floating(Kind)) {
            // An expression over whole numbers may give an integer where a double is asked for; it is exact up to 2^53.
            if (type_ != SQLITE_FLOAT && type_ != SQLITE_INTEGER) return false;
            return out = sqlite3_value_double(value_), true;
        } else if constexpr (is_decimal(Kind)) {
            // A value in any other form would not equal itself.
            std::string_view text;
            return read<storage::text>(text) && read_decimal(text, out) && decimal_text(out).view() == text;
        } else if constexpr (Kind == storage::uuid) {
            if (type_ != SQLITE_BLOB || sqlite3_value_bytes(value_) != 16) return false;
            return out = load_uuid(static_cast<char const*>(sqlite3_value_blob(value_))), true;
        } else if constexpr (is_moment(Kind)) {
            // Any other form would neither equal the same time nor be in its order.
            std::string_view text;
            return read<storage::text>(text) && moment_reader(text).read(Kind, out) && moment_text(bound_value::moment(bound_kind_of(Kind), out)).view() == text;
        } else if constexpr (Kind == storage::text || is_json_form(Kind)) {
            if (type_ != SQLITE_TEXT) return false;
            auto const* const text = reinterpret_cast<char const*>(sqlite3_value_text(value_));
            return out = {text, static_cast<std::size_t>(sqlite3_value_bytes(value_))}, true;
        } else {
            if (type_ != SQLITE_BLOB) return false;
            auto const* const bytes = static_cast<std::byte const*>(sqlite3_value_blob(value_));
            return out = {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value_))}, true;
        }
    }

    template <storage>
    [[nodiscard]] static bool exceeds() {
        return false;
    }
    [[nodiscard]] char const* kind_name() const {
        switch (type_) {
        case SQLITE_INTEGER: return "an INTEGER";
        case SQLITE_FLOAT: return "a REAL";
        case SQLITE_TEXT: return "a TEXT";
        case SQLITE_BLOB: return "a BLOB";
        default: return "NULL";
        }
    }

private:
    sqlite3_value* value_;
    int type_;
};

}  // namespace koine::detail
