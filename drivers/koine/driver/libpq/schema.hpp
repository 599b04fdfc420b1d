// SPDX-License-Identifier: BSL-1.0
// driver · libpq/schema: what the system catalogs tell about a table (postgresql.org/docs/current/catalogs.html).
#pragma once

#include <koine/driver/libpq/statement.hpp>
#include <koine/driver/schema_description.hpp>

namespace koine::detail {

/// Runs a query about one table; `each` is called for every row.
template <class Each>
void each_catalog_row(libpq_link& link, std::string_view sql, std::string_view schema, std::string_view name, Each each) {
    libpq_query statement(link, sql);
    statement.bind(1, bound_value::of(schema));
    statement.bind(2, bound_value::of(name));
    auto const text = [&](int column) {
        std::string_view found;
        statement.cell(column).read<storage::text>(found);
        return std::string(found);
    };
    while (statement.step()) each(text);
}

/// A type as our DDL spells it; the catalog's word for it otherwise.
inline std::string ddl_spelling(std::string type) {
    if (type.starts_with("character varying")) type.replace(0, 17, "varchar");
    if (type.ends_with(" without time zone")) type.resize(type.size() - 18);
    if (type.ends_with(" with time zone")) type.replace(type.size() - 15, 15, "tz");
    if (std::size_t const comma = type.find(','); comma != std::string::npos) type.insert(comma + 1, " ");
    return type;
}

/// The table that a query is about: a name without a schema means the first of the search path that has it.
inline constexpr std::string_view libpq_table = "to_regclass(CASE WHEN $1 = '' THEN quote_ident($2) ELSE quote_ident($1) || '.' || quote_ident($2) END)";

template <class Table>
Table describe_libpq_table(libpq_link& link, std::string_view schema, std::string_view name) {
    Table table;
    each_catalog_row(link,
                     spell({"SELECT a.attname::text, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'f' ELSE 't' END,"
                            " coalesce(array_position(k.conkey, a.attnum), 0)::text"
                            " FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped"
                            " LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'"
                            " WHERE t.relkind IN ('r', 'p', 'v', 'm', 'f') AND t.oid = ", libpq_table, " ORDER BY a.attnum"}),
                     schema, name, [&](auto const& text) {
                         table.exists = true;
                         table.columns.push_back({text(0), ddl_spelling(text(1)), text(2) == "t", std::atoi(text(3).c_str())});
                     });
    // Not those that serve only some rows, or an expression; columns that are merely carried along are no part of the key.
    std::string last;
    each_catalog_row(link,
                     spell({"SELECT i.indexrelid::text, CASE WHEN i.indisunique THEN 't' ELSE 'f' END, a.attname::text"
                            " FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam AND m.amname = 'btree'"
                            " CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)"
                            " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum"
                            " WHERE NOT i.indisprimary AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL AND k.place <= i.indnkeyatts"
                            " AND i.indrelid = ", libpq_table, " ORDER BY i.indexrelid, k.place"}),
                     schema, name, [&](auto const& text) {
                         if (text(0) != last) table.keys.push_back({{}, text(1) == "t"});
                         last = text(0);
                         table.keys.back().columns.push_back(text(2));
                     });
    last.clear();
    each_catalog_row(link,
                     spell({"SELECT c.oid::text, t.relname::text, a.attname::text, b.attname::text,"
                            " CASE c.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT'"
                            " WHEN 'r' THEN 'RESTRICT' ELSE 'NO ACTION' END"
                            " FROM pg_constraint c JOIN pg_class t ON t.oid = c.confrelid"
                            " CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k(own, referenced, place)"
                            " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own"
                            " JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.referenced"
                            " WHERE c.contype = 'f' AND c.conrelid = ", libpq_table, " ORDER BY c.oid, k.place"}),
                     schema, name, [&](auto const& text) {
                         if (text(0) != last) table.references.push_back({{}, text(1), {}, text(4)});
                         last = text(0);
                         table.references.back().columns.push_back(text(2));
                         table.references.back().references.push_back(text(3));
                     });
    return table;
}

}  // namespace koine::detail
