// SPDX-License-Identifier: BSL-1.0
// dialect · write_table: CREATE TABLE and CREATE INDEX from a table's descriptor.
#pragma once

#include <koine/dialect/write_clauses.hpp>

namespace koine::detail {

inline constexpr std::size_t maximum_identifier = 63;  // PostgreSQL cuts longer ones with no more than a notice

template <class Out>
constexpr void write_columns(Out& out, table_descriptor const& table, column_set const& set) {
    for (int i = 0; i < set.count; ++i) {
        if (i > 0) out(", ");
        out(identifier{table.columns[set.at[i]].name});
    }
}

/// The name of a key: as described, else the table's and the columns' names; a long one is cut and ends in a hash.
struct made_name {
    char text[maximum_identifier]{};
    std::size_t length = 0;
    std::uint32_t hash = 2166136261U;

    constexpr void add(std::string_view piece) {
        for (char c : piece) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
            if (length < maximum_identifier) text[length] = c;
            ++length;
        }
    }
    constexpr std::string_view finish() {
        if (length > maximum_identifier) {
            length = maximum_identifier;
            for (std::size_t i = 0; i < 8; ++i) text[length - 8 + i] = "0123456789abcdef"[(hash >> (4 * i)) & 15U];
            text[length - 9] = '_';
        }
        return {text, length};
    }
};
constexpr made_name name_key(table_descriptor const& table, column_set const& set, std::string_view said, std::string_view ending) {
    made_name name;
    if (!said.empty()) return name.add(said), name;
    name.add(table.name);
    for (int i = 0; i < set.count; ++i) name.add("_"), name.add(table.columns[set.at[i]].name);
    name.add(ending);
    return name;
}

template <class Out>
constexpr void write_constant(Out& out, constant const& value, storage kind) {
    switch (value.which) {
    case constant::kind::boolean: return Out::dialect::boolean_literal(out, value.integer != 0);
    case constant::kind::integer: return out(number{value.integer});
    case constant::kind::text: return out(quoted{value.text});
    case constant::kind::current_timestamp: return Out::dialect::current_timestamp(out, kind);
    case constant::kind::real: return Out::dialect::real_literal(out, value.real);
    case constant::kind::none: return;
    }
}

/// What a column's C++ type allows and its database type does not.
template <class Out>
constexpr void write_column_checks(Out& out, column_descriptor const& column) {
    identifier const name{column.name};
    if (column.labels.count > 0) {
        out(" CHECK (", name, " IN (");
        bool any = false;
        for (enum_label const& label : column.labels) {
            if (any) out(", ");
            out(quoted{label.name});
            any = true;
        }
        out("))");
    } else if (column.bounded) {
        out(" CHECK (", name, " BETWEEN ", number{column.minimum}, " AND ", number{column.maximum}, ")");
    }
    Out::dialect::column_check(out, name, column);
}

template <class Out>
constexpr void write_foreign_key(Out& out, table_descriptor const& table, relation_descriptor const& relation) {
    made_name name = name_key(table, relation.from_columns, {}, "_fkey");
    out("CONSTRAINT ", identifier{name.finish()}, " FOREIGN KEY (");
    write_columns(out, table, relation.from_columns);
    out(") REFERENCES ");
    Out::dialect::referenced_table(out, *relation.to);
    out(" (");
    write_columns(out, *relation.to, relation.to_columns);
    out(")");
    if (relation.action == on_delete::cascade) out(" ON DELETE CASCADE");
    if (relation.action == on_delete::set_null) out(" ON DELETE SET NULL");
    if (relation.action == on_delete::restrict) out(" ON DELETE RESTRICT");
}

/// Adds a foreign key to a table that was created before the one that it references.
template <class Out>
constexpr void write_add_foreign_key(Out& out, table_descriptor const& table, relation_descriptor const& relation) {
    out("ALTER TABLE ");
    write_table_name(out, table);
    out(" ADD ");
    write_foreign_key(out, table, relation);
}

template <class Out>
constexpr void write_create_table(Out& out, table_descriptor const& table, relation_descriptor const* const* foreign_keys) {
    out("CREATE TABLE ");
    write_table_name(out, table);
    out(" (");
    bool key_written = false;
    for (int i = 0; i < table.columns.count; ++i) {
        column_descriptor const& column = table.columns[i];
        if (i > 0) out(", ");
        out(identifier{column.name}, " ");
        if (column.generated) {
            Out::dialect::generated_column(out, column);
            key_written = Out::dialect::generated_is_key;
            continue;
        }
        Out::dialect::column_type(out, column);
        if (!column.nullable) out(" NOT NULL");
        if (column.default_value.which != constant::kind::none) {
            out(" DEFAULT ");
            write_constant(out, column.default_value, column.kind);
        }
        write_column_checks(out, column);
    }
    if (table.primary_key.count > 0 && !key_written) {
        out(", PRIMARY KEY (");
        write_columns(out, table, table.primary_key);
        out(")");
    }
    for (key_descriptor const& key : table.keys) {
        if (!key.unique) continue;
        made_name name = name_key(table, key.columns, key.name, "_key");
        out(", CONSTRAINT ", identifier{name.finish()}, " UNIQUE (");
        write_columns(out, table, key.columns);
        out(")");
    }
    for (int i = 0; foreign_keys[i] != nullptr; ++i) {
        out(", ");
        write_foreign_key(out, table, *foreign_keys[i]);
    }
    out(")");
    Out::dialect::table_options(out);
}

template <class Out>
constexpr void write_create_index(Out& out, table_descriptor const& table, key_descriptor const& key) {
    made_name name = name_key(table, key.columns, key.name, "_idx");
    out("CREATE INDEX ");
    Out::dialect::index_name(out, table, identifier{name.finish()});
    out(" (");
    write_columns(out, table, key.columns);
    out(")");
}

}  // namespace koine::detail
