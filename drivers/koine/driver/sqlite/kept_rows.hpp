// SPDX-License-Identifier: BSL-1.0
// driver · sqlite/kept_rows: whether a table keeps the rows that it is given, so that nobody need read back what was written.
#pragma once

#include <koine/descriptor/table_descriptor.hpp>

#include <sqlite3.h>

namespace koine::detail {

/// Whether a column of this declared type keeps the values of a kind as they are (sqlite.org/datatype3.html, section 3.1).
inline bool sqlite_keeps(char const* declared, storage kind) {
    auto const says = [declared](char const* pattern) { return sqlite3_strlike(pattern, declared, 0) == 0; };
    bool const integer = says("%INT%");
    bool const text = !integer && (says("%CHAR%") || says("%CLOB%") || says("%TEXT%"));
    bool const bytes = !integer && !text && (*declared == '\0' || says("%BLOB%"));
    bool const real = !integer && !text && !bytes && (says("%REAL%") || says("%FLOA%") || says("%DOUB%"));
    if (kind == storage::bytes || kind == storage::uint64 || kind == storage::uuid) return true;
    if (kind == storage::text || is_moment(kind) || is_decimal(kind) || is_json_form(kind)) return text || bytes;
    return !text && (is_floating(kind) ? !bytes : !real);
}

/// What is known of an insert's table. It is a table and no view where the model's key is its key, and SQLite counts up the
/// rows themselves where that key has no index of its own.
class sqlite_kept_rows {
public:
    [[nodiscard]] bool known(sqlite3_stmt* insert, table_descriptor const& table, short counted) {
        if (looked_at_ < 0) [[unlikely]] look(insert, table, counted);
        return keeps_;
    }
    [[nodiscard]] bool known_now(sqlite3_stmt* insert, table_descriptor const& table, short counted) {
        if (looked_at_ != sqlite3_stmt_status(insert, SQLITE_STMTSTATUS_REPREPARE, 0)) [[unlikely]] look(insert, table, counted);
        return keeps_;
    }

private:
    [[gnu::cold, gnu::noinline]] void look(sqlite3_stmt* insert, table_descriptor const& table, short counted) {
        constexpr char const* question =
            "SELECT name, type, pk, EXISTS (SELECT 1 FROM pragma_index_list(?1, ?2) WHERE origin = 'pk') FROM pragma_table_xinfo(?1, ?2)";
        looked_at_ = sqlite3_stmt_status(insert, SQLITE_STMTSTATUS_REPREPARE, 0);
        keeps_ = false;
        sqlite3_stmt* asked = nullptr;
        if (sqlite3_prepare_v2(sqlite3_db_handle(insert), question, -1, &asked, nullptr) != SQLITE_OK) return;
        sqlite3_bind_text64(asked, 1, table.name.data(), table.name.size(), SQLITE_STATIC, SQLITE_UTF8);
        // Without a schema SQLite finds a table as the insert does.
        if (!table.schema.empty()) sqlite3_bind_text64(asked, 2, table.schema.data(), table.schema.size(), SQLITE_STATIC, SQLITE_UTF8);
        int found = 0;
        while (sqlite3_step(asked) == SQLITE_ROW) found += keeps_column(asked, table, counted) ? 1 : 0;
        sqlite3_finalize(asked);
        keeps_ = found == table.columns.count;
    }
    static bool keeps_column(sqlite3_stmt* row, table_descriptor const& table, short counted) {
        std::string_view const name = reinterpret_cast<char const*>(sqlite3_column_text(row, 0));
        short column = 0;
        while (column < table.columns.count && table.columns[column].name != name) ++column;
        if (column == table.columns.count) return false;
        if (table.primary_key.contains(column) != (sqlite3_column_int(row, 2) > 0)) return false;
        if (column == counted && sqlite3_column_int(row, 3) != 0) return false;
        return sqlite_keeps(reinterpret_cast<char const*>(sqlite3_column_text(row, 1)), table.columns[column].kind);
    }

    int looked_at_ = -1;
    bool keeps_ = false;
};

}  // namespace koine::detail
