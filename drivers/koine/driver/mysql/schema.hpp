// SPDX-License-Identifier: BSL-1.0
// driver · mysql/schema: what information_schema tells about a table.
#pragma once

#include <koine/driver/mysql/statement.hpp>
#include <koine/driver/schema_description.hpp>

namespace koine::detail {

/// Runs a query about a table of a schema, or of the connection's own; `each` is called for every row.
template <class Each>
void each_schema_row(mysql_session& session, std::string_view sql, std::string_view schema, std::string_view table, Each each) {
    mysql_statement statement(session, sql);
    statement.bind(1, bound_value::of(schema));
    statement.bind(2, bound_value::of(table));
    while (statement.step()) each(statement);
}

inline std::string text_at(mysql_statement const& row, int column) {
    std::string_view text;
    if (!row.cell(column).null()) row.cell(column).read<storage::text>(text);
    return std::string(text);
}
inline std::int64_t integer_at(mysql_statement const& row, int column) {
    std::int64_t number = 0;
    if (!row.cell(column).null()) row.cell(column).read<storage::int64>(number);
    return number;
}

/// A column's type as the dialect's DDL spells it: upper case, and without the width to which an integer is displayed.
inline std::string mysql_type_name(std::string_view type) {
    if (type == "tinyint(1)") return "BOOLEAN";
    std::string_view const word = type.substr(0, type.find_first_of("( "));
    bool const integer = word.ends_with("int");
    std::string name;
    bool inside = false;
    bool quoted = false;
    for (char letter : type) {
        quoted = quoted != (letter == '\'');
        inside = inside || (integer && letter == '(');
        if (!inside) name.push_back(!quoted && letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter);
        inside = inside && letter != ')';
    }
    return name;
}

inline constexpr std::string_view mysql_columns_query =
    "SELECT column_name, column_type, is_nullable, "
    "(SELECT k.ordinal_position FROM information_schema.key_column_usage AS k WHERE k.table_schema = c.table_schema AND k.table_name = c.table_name "
    "AND k.constraint_name = 'PRIMARY' AND k.column_name = c.column_name) "
    "FROM information_schema.columns AS c WHERE table_schema = COALESCE(NULLIF(?, ''), DATABASE()) AND table_name = ? ORDER BY c.ordinal_position";

/// A key on the beginning of a text, or on an expression, serves other queries.
inline constexpr std::string_view mysql_keys_query =
    "SELECT index_name, non_unique, column_name, sub_part IS NULL AND column_name IS NOT NULL AND index_type = 'BTREE' FROM information_schema.statistics "
    "WHERE table_schema = COALESCE(NULLIF(?, ''), DATABASE()) AND table_name = ? AND index_name <> 'PRIMARY' ORDER BY index_name, seq_in_index";

inline constexpr std::string_view mysql_references_query =
    "SELECT k.constraint_name, k.column_name, k.referenced_table_name, k.referenced_column_name, r.delete_rule "
    "FROM information_schema.key_column_usage AS k JOIN information_schema.referential_constraints AS r "
    "ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name "
    "WHERE k.table_schema = COALESCE(NULLIF(?, ''), DATABASE()) AND k.table_name = ? ORDER BY k.constraint_name, k.ordinal_position";

template <class Table>
Table describe_mysql_table(mysql_session& session, std::string_view schema, std::string_view name) {
    Table table;
    each_schema_row(session, mysql_columns_query, schema, name, [&](mysql_statement const& row) {
        table.exists = true;
        table.columns.push_back({text_at(row, 0), mysql_type_name(text_at(row, 1)), text_at(row, 2) == "YES", static_cast<int>(integer_at(row, 3))});
    });
    std::string last;
    bool whole = true;
    each_schema_row(session, mysql_keys_query, schema, name, [&](mysql_statement const& row) {
        if (std::string const key = text_at(row, 0); key != last) {
            if (!whole) table.keys.pop_back();
            table.keys.push_back({{}, integer_at(row, 1) == 0});
            last = key;
            whole = true;
        }
        whole = whole && integer_at(row, 3) != 0;
        table.keys.back().columns.push_back(text_at(row, 2));
    });
    if (!whole) table.keys.pop_back();
    last.clear();
    each_schema_row(session, mysql_references_query, schema, name, [&](mysql_statement const& row) {
        if (std::string const key = text_at(row, 0); key != last) {
            // Without ON DELETE the action is NO ACTION, and means what RESTRICT does.
            table.references.push_back({{}, text_at(row, 2), {}, text_at(row, 4)});
            last = key;
        }
        table.references.back().columns.push_back(text_at(row, 1));
        table.references.back().references.push_back(text_at(row, 3));
    });
    return table;
}

}  // namespace koine::detail
