// SPDX-License-Identifier: BSL-1.0
// driver · sqlite/description: what SQLite tells of a statement that does not run: the declared types of its columns
// (sqlite.org/datatype3.html, 3.1), no type of a placeholder.
#pragma once

#include <koine/driver/sqlite/statement.hpp>

namespace koine::detail {

class sqlite_description {
public:
    sqlite_description(sqlite3* connection, std::string_view sql) : statement_(connection, sql, false) {}

    [[nodiscard]] int columns() const { return statement_.column_count(); }
    /// Whether the column can hold values of a kind: any where it is an expression.
    [[nodiscard]] bool gives(int column, storage kind) const {
        std::string_view const type = declared(column);
        if (type.empty()) return true;
        if (says(type, "INT")) return kind == storage::boolean || is_floating(kind) || (is_integer(kind) && kind != storage::uint64);
        if (says(type, "CHAR") || says(type, "CLOB") || says(type, "TEXT")) return kind == storage::text || is_moment(kind) || is_decimal(kind) || is_json_form(kind);
        if (says(type, "BLOB")) return kind == storage::bytes || kind == storage::uuid || kind == storage::uint64;
        if (says(type, "REAL") || says(type, "FLOA") || says(type, "DOUB")) return is_floating(kind);
        return true;
    }
    [[nodiscard]] std::string_view column_name(int column) const { return declared(column); }

private:
    [[nodiscard]] std::string_view declared(int column) const {
        char const* const type = statement_.declared_type(column);
        return type == nullptr ? std::string_view{} : std::string_view(type);
    }
    /// Whether a type has a word in it, in whatever letters.
    static bool says(std::string_view type, std::string_view word) {
        for (std::size_t at = 0; at + word.size() <= type.size(); ++at)
            if (sqlite3_strnicmp(type.data() + at, word.data(), static_cast<int>(word.size())) == 0) return true;
        return false;
    }

    sqlite_statement statement_;
};

}  // namespace koine::detail
