// SPDX-License-Identifier: BSL-1.0
// driver · sqlite/schema: what SQLite's pragmas tell about a table (sqlite.org/pragma.html).
#pragma once

#include <koine/driver/schema.hpp>
#include <koine/driver/sqlite/statement.hpp>

namespace koine::detail {

/// Runs one of the table-valued pragma functions; `each` is called for every row.
template <class Each>
void each_pragma_row(sqlite3* connection, std::string_view sql, std::string_view argument, std::string_view schema, Each each) {
    sqlite_statement statement(connection, sql, false);
    statement.bind(1, bound_value::of(argument));
    statement.bind(2, bound_value::of(schema.empty() ? std::string_view("main") : schema));
    while (statement.step()) each(statement);
}

inline std::string text_at(sqlite_statement const& row, int column) {
    std::string_view text;
    row.cell(column).read<storage::text>(text);
    return std::string(text);
}
inline std::int64_t integer_at(sqlite_statement const& row, int column) {
    std::int64_t number = 0;
    row.cell(column).read<storage::int64>(number);
    return number;
}

template <class Table>
Table describe_sqlite_table(sqlite3* connection, std::string_view schema, std::string_view name) {
    Table table;
    each_pragma_row(connection, "SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo(?, ?)", name, schema, [&](sqlite_statement const& row) {
        table.exists = true;
        table.columns.push_back({text_at(row, 0), text_at(row, 1), integer_at(row, 2) == 0, static_cast<int>(integer_at(row, 3))});
    });
    std::vector<std::string> indexes;
    // Origin "pk" is the primary key itself; a partial index serves only some rows.
    each_pragma_row(connection, "SELECT name, \"unique\" FROM pragma_index_list(?, ?) WHERE origin <> 'pk' AND partial = 0", name, schema,
                    [&](sqlite_statement const& row) {
                        indexes.push_back(text_at(row, 0));
                        table.keys.push_back({{}, integer_at(row, 1) != 0});
                    });
    for (std::size_t i = 0; i < indexes.size(); ++i)
        each_pragma_row(connection, "SELECT name FROM pragma_index_info(?, ?) ORDER BY seqno", indexes[i], schema,
                        [&](sqlite_statement const& row) { table.keys[i].columns.push_back(text_at(row, 0)); });
    std::int64_t last = -1;
    each_pragma_row(connection, "SELECT id, \"table\", \"from\", \"to\", on_delete FROM pragma_foreign_key_list(?, ?) ORDER BY id, seq", name, schema,
                    [&](sqlite_statement const& row) {
                        if (integer_at(row, 0) != last) table.references.push_back({{}, text_at(row, 1), {}, text_at(row, 4)});
                        last = integer_at(row, 0);
                        table.references.back().columns.push_back(text_at(row, 2));
                        table.references.back().references.push_back(text_at(row, 3));
                    });
    return table;
}

}  // namespace koine::detail
