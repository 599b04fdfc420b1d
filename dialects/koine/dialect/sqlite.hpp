// SPDX-License-Identifier: BSL-1.0
// dialect · sqlite: what SQLite spells differently, by version (manual: sqlite.org/lang.html).
#pragma once

#include <koine/dialect/functions/sqlite.hpp>
#include <koine/dialect/sqlite/parser_stack.hpp>
#include <koine/dialect/sqlite/shallow_text.hpp>
#include <koine/dialect/standard.hpp>

namespace koine::dialect {

template <int Major = 3, int Minor = 40>
struct sqlite : standard {
    static constexpr std::string_view scheme = "sqlite";
    static constexpr int minimum_version = Major * 1000000 + Minor * 1000;

    // ---- literals and operators
    static constexpr void boolean_literal(auto& out, bool value) { out(value ? "1" : "0"); }
    /// `column = 1` is served by an index, the bare column is not.
    static constexpr void truth(auto& out, auto column, bool expected) { out(column, expected ? " = 1" : " = 0"); }
    static constexpr void same_as(auto& out, auto left, auto right) { out(left, " IS ", right); }
    static constexpr void not_same_as(auto& out, auto left, auto right) { out(left, " IS NOT ", right); }
    static constexpr void divide(auto& out, auto left, auto right, bool) { out(left, " / ", right); }
    static constexpr void modulo(auto& out, auto left, auto right) { out(left, " % ", right); }
    /// A table-valued function of the driver reads the bound list itself; json_each would lose NUL, and holds no blobs.
    static constexpr void list(auto& out, auto placeholder, storage) { out("SELECT value FROM koine_list(", placeholder, ")"); }

    /// There is neither ANY nor ALL: one false comparison makes ALL false, one true ANY true, else one that is neither decides.
    static constexpr void quantified(auto& out, auto operand, char const* comparison, auto rows, bool every) {
        out("(WITH koine_rows(value) AS ", rows, ", koine_compared(held) AS (SELECT ", operand, comparison, "value FROM koine_rows) SELECT CASE WHEN ",
            every ? "MIN(held) = 0 THEN 0" : "MAX(held) = 1 THEN 1", " WHEN COUNT(held) < COUNT(*) THEN NULL ELSE ", every ? "1" : "0", " END FROM koine_compared)");
    }

    // ---- functions: as bytes, because length() and lower() of text stop at a NUL
    static constexpr std::string_view spelling(function which, bool) { return detail::sqlite_spelling(which); }
    static constexpr void folded(auto& out, auto operand, bool insensitive) {
        if (insensitive) out("koine_fold(", operand, ")");
        else out("CAST(", operand, " AS BLOB)");
    }
    static constexpr void contains(auto& out, auto left, auto right, bool insensitive) {
        out("instr(", [=](auto& to) { folded(to, left, insensitive); }, ", ", [=](auto& to) { folded(to, right, insensitive); }, ") > 0");
    }
    static constexpr void starts_with(auto& out, auto left, auto right, bool insensitive) {
        out("instr(", [=](auto& to) { folded(to, left, insensitive); }, ", ", [=](auto& to) { folded(to, right, insensitive); }, ") = 1");
    }
    /// substr() of an empty blob is NULL, so equal texts are told apart first.
    static constexpr void ends_with(auto& out, auto left, auto right, bool insensitive) {
        auto const text = [=](auto& to) { folded(to, left, insensitive); };
        auto const end = [=](auto& to) { folded(to, right, insensitive); };
        out("(length(", text, ") >= length(", end, ") AND (", text, " = ", end, " OR substr(", text, ", length(", text, ") - length(", end, ") + 1) = ", end, "))");
    }

    // ---- lists: JSON, in which a uint64 is the text of its bytes
    static constexpr void list_rows(auto& out, auto list, storage) { out("SELECT value FROM json_each(", list, ")"); }
    static constexpr void list_element(auto& out, auto value, storage kind) {
        if (kind == storage::uint64) out("hex(", value, ")");
        else out(value);
    }
    static constexpr void value_as_json(auto& out, auto value, storage kind) {
        if (kind == storage::boolean) out("json(CASE WHEN ", value, " THEN 'true' ELSE 'false' END)");
        else if (kind == storage::json) out("json(", value, ")");
        else if (kind == storage::float64) out("json(printf('%!.20g', ", value, "))");
        else list_element(out, value, kind);
    }
    static constexpr void list_length(auto& out, auto list) { out("json_array_length(", list, ")"); }
    static constexpr void list_append(auto& out, auto list, auto value, storage kind, bool nullable) {
        out("json_insert(", nullable ? "COALESCE(" : "", list, nullable ? ", '[]')" : "", ", '$[#]', ", [=](auto& to) { value_as_json(to, value, element_of(kind)); }, ")");
    }
    /// There is no insertion before the first element.
    static constexpr void list_unshift(auto& out, auto list, auto value, storage kind, bool) {
        out("rtrim(json_array(", [=](auto& to) { value_as_json(to, value, element_of(kind)); }, "), ']') || CASE WHEN json_array_length(", list, ") > 0 THEN ',' || substr(json(", list,
            "), 2) ELSE ']' END");
    }

    // ---- aggregates
    /// MIN and MAX forget their FILTER over a frame whose beginning moves (3.40).
    static constexpr bool filters(detail::op aggregate) { return aggregate < detail::op::minimum || aggregate > detail::op::all_true; }
    static constexpr void string_agg(auto& out, auto operand, auto separator, auto order) { out("group_concat(", operand, ", ", separator, " ORDER BY ", order, ")"); }

    // ---- json
    static constexpr bool aggregate_orders = false;  // since 3.44, and slower than a derived table that an index orders
    static constexpr void json_array(auto& out, auto members) { out("json_array(", members, ")"); }
    static constexpr void json_group(auto& out, auto row) { out("json_group_array(", row, ")"); }
    /// Before 3.53 a REAL in JSON has 15 digits, which loses 93 of 100 doubles; a BLOB in JSON is an error in any version.
    static constexpr void json_value(auto& out, auto column, storage kind) {
        if (is_floating(kind) && Minor < 53) out("CASE WHEN ", column, " IS NULL THEN NULL ELSE printf('%!.20g', ", column, ") END");
        else if (kind == storage::bytes || kind == storage::uint64 || kind == storage::uuid) out("CASE WHEN ", column, " IS NULL THEN NULL ELSE hex(", column, ") END");
        else if (is_list(kind)) out("json(", column, ")");
        else if (kind == storage::json) out("CASE WHEN ", column, " IS NOT NULL THEN json_array(json(", column, ")) END");
        else out(column);
    }
    /// From 3.54 a scalar subquery loses the mark that says it is JSON, and would be nested as a string.
    static constexpr void json_nested(auto& out, auto list) { out("json(", list, ")"); }

    static constexpr auto json_path(std::string_view path) {
        return [path](auto& to) { detail::write_json_path(to, path); };
    }
    static constexpr void json_at(auto& out, auto json, std::string_view path) { out("(", json, " -> ", json_path(path), ")"); }
    static constexpr void json_object(auto& out, auto members) { out("json_object(", members, ")"); }
    static constexpr void json_member(auto& out, auto value, storage kind) {
        if (kind == storage::boolean) out("json(CASE WHEN ", value, " THEN 'true' WHEN NOT ", value, " THEN 'false' ELSE 'null' END)");
        else if (is_floating(kind)) out("json(CASE WHEN ", value, " IS NULL THEN 'null' ELSE printf('%!.20g', ", value, ") END)");
        else if (is_json_form(kind)) out("json(", value, ")");
        else out(value);
    }
    static constexpr void json_set(auto& out, auto json, auto object, std::string_view path, auto value, storage kind) {
        out("CASE WHEN json_type(", object, ") = 'object' THEN json_set(", json, ", ", json_path(path), ", ", [=](auto& to) { value_as_json(to, value, kind); }, ") ELSE ", json, " END");
    }
    static constexpr void json_remove(auto& out, auto json, auto object, std::string_view path) {
        out("CASE WHEN json_type(", object, ") = 'object' THEN json_remove(", json, ", ", json_path(path), ") ELSE ", json, " END");
    }

    /// An aggregate of the driver, which is handed the list by a pointer.
    static constexpr void packed_list(auto& out, auto list, auto cells) { out("koine_rows(", list, ", ", cells, ")"); }

    // ---- set operations: what is united stands in no parentheses
    static constexpr void apart(auto& out, auto rows) { out("SELECT * FROM (", rows, ")"); }

    // ---- clauses: OFFSET has no form without LIMIT
    static constexpr void offset(auto& out, auto skip) { out(" LIMIT -1 OFFSET ", skip); }

    // ---- mutations
    /// An UPDATE with FROM finds all rows, and what they are set to, before it changes one; else a subquery sees changed rows.
    static constexpr void update_reads_itself(auto& out) { out(" FROM (SELECT 1)"); }
    /// A DELETE of 3.40 erases row after row where no subquery names a column of the row, and may read one when rows are gone.
    static constexpr bool gathers_erased = true;
    static constexpr bool erases_joined = false;
    static constexpr char const* row_name = "_rowid_";
    static constexpr void erase_gathered(auto& out, auto table, auto key, auto rows, auto) {
        out("DELETE FROM ", table, " WHERE (", key, ") IN (", rows, ")");
    }

    // ---- kinds and tables
    static constexpr bool generated_is_key = true;
    static constexpr void column_type(auto& out, detail::column_descriptor const& column) {
        switch (column.kind) {
        case storage::boolean:
        case storage::int16:
        case storage::int32:
        case storage::int64: return out("INTEGER");
        case storage::float32:
        case storage::float64: return out("REAL");
        case storage::text:
        case storage::date:
        case storage::time:
        case storage::instant:
        case storage::local_time: return out("TEXT");
        // Exact, and one text for each value; in no order.
        default: return out("TEXT");
        case storage::uint64:
        case storage::uuid:
        case storage::bytes: return out("BLOB");
        }
    }
    /// AUTOINCREMENT, so that the key of an erased row is not given again, as on the other databases.
    static constexpr void generated_column(auto& out, detail::column_descriptor const&) { out("INTEGER PRIMARY KEY AUTOINCREMENT"); }
    /// Dates and times are text as wide as any other of their kind, which is in the order of time.
    static constexpr std::int64_t moment_length(storage kind) { return kind == storage::date ? 10 : kind == storage::time ? 15 : 26; }
    static constexpr void current_timestamp(auto& out, storage kind) {
        out(is_moment(kind) ? "(strftime('%Y-%m-%d %H:%M:%f000', 'now'))" : "(CURRENT_TIMESTAMP)");
    }
    static constexpr void column_check(auto& out, auto name, detail::column_descriptor const& column) {
        if (column.kind == storage::boolean) out(" CHECK (", name, " IN (0, 1))");
        if (column.kind == storage::uint64) out(" CHECK (length(", name, ") = 8)");
        if (column.kind == storage::uuid) out(" CHECK (length(", name, ") = 16)");
        if (is_moment(column.kind)) out(" CHECK (length(", name, ") = ", detail::number{moment_length(column.kind)}, ")");
        if (column.kind == storage::int16 && !column.bounded) out(" CHECK (", name, " BETWEEN -32768 AND 32767)");
        if (column.kind == storage::int32 && !column.bounded) out(" CHECK (", name, " BETWEEN -2147483648 AND 2147483647)");
        if (is_list(column.kind)) out(" CHECK (json_type(", name, ") = 'array')");
        if (column.kind == storage::json && !column.nullable) out(" CHECK (json_valid(", name, "))");
        if (column.kind == storage::json && column.nullable) out(" CHECK (", name, " IS NULL OR json_valid(", name, "))");
        if (column.kind == storage::text && column.length > 0) out(" CHECK (length(", name, ") <= ", detail::number{column.length}, ")");
    }
    static constexpr void table_options(auto& out) { out(" STRICT"); }
    /// A foreign key stays within its schema, which is not said.
    static constexpr void referenced_table(auto& out, detail::table_descriptor const& table) { out(detail::identifier{table.name}); }
    /// The schema stands before the index, not before its table.
    static constexpr void index_name(auto& out, detail::table_descriptor const& table, auto index) {
        if (!table.schema.empty()) out(detail::identifier{table.schema}, ".");
        out(index, " ON ", detail::identifier{table.name});
    }

    // ---- capabilities
    /// The parser of 3.40 has a stack of 100 entries; that of 3.46 grows.
    static constexpr bool can(feature which) {
        if (which == feature::unsigned_arithmetic || which == feature::outer_order || which == feature::record_arrays || which == feature::united_levels ||
            which == feature::intersect_all || which == feature::decimal_order || which == feature::row_locks || which == feature::lock_of_tables ||
            which == feature::skipped_locks)
            return false;
        if (which == feature::right_join || which == feature::full_join) return Minor >= 39;
        if (which == feature::boolean_aggregates || which == feature::distinct_on || which == feature::arrays || which == feature::temporal_types) return false;
        if (which == feature::deep_nesting) return Minor >= 46;
        if (which == feature::statistics || which == feature::quantified_groups) return false;
        if (which == feature::ordered_text) return Minor >= 44;
        return true;
    }
    static constexpr bool can_parse(std::string_view text) {
        return detail::surely_fits_parser(text) || detail::parser_stack::needed_for(text) <= detail::parser_stack::entries;
    }
    template <feature Which>
    static consteval void refuse() {
        static_assert(Which != feature::right_join,
                      "koine: SQLite before 3.39 has no RIGHT JOIN; turn the join round and say left_join, or name a newer version: dialect::sqlite<3, 39>");
        static_assert(Which != feature::full_join, "koine: SQLite before 3.39 has no FULL JOIN; name a newer version: dialect::sqlite<3, 39>");
        static_assert(Which != feature::row_locks,
                      "koine: SQLite locks no rows, but the whole database for one writer; read in the transaction that writes, behind its first write");
        static_assert(Which != feature::intersect_all,
                      "koine: SQLite has INTERSECT and EXCEPT without ALL; say koine::intersect or koine::except, or count the rows of each value in a group");
        static_assert(Which != feature::outer_order,
                      "koine: SQLite orders an include or a subquery by nothing but its own columns; select the column of the level around it there");
        static_assert(Which != feature::record_arrays, "koine: SQLite has no arrays of rows for values; its lists are loaded by strategy::packed, split or json");
        static_assert(Which != feature::united_levels,
                      "koine: SQLite gives the rows of a UNION in no order of their own; its lists are loaded by strategy::packed, split or json");
        static_assert(Which != feature::unsigned_arithmetic,
                      "koine: SQLite keeps a uint64 as eight bytes, and can neither compute with it nor compare it with another kind of number; "
                      "use std::int64_t");
        static_assert(Which != feature::decimal_order,
                      "koine: SQLite has no exact decimals: it keeps them as text, which is equal where they are, and neither orders nor adds them up; "
                      "keep the whole number of the smallest unit as std::int64_t");
        static_assert(Which != feature::quantified_groups,
                      "koine: SQLite has neither ANY nor ALL, and what stands in their place holds no aggregate; compare it with koine::scalar of a query's min or max");
        static_assert(Which != feature::statistics, "koine: SQLite has no aggregates of deviation and variance; select the values and compute them");
        static_assert(Which != feature::ordered_text,
                      "koine: SQLite before 3.44 joins texts in no order that it promises; select them in an order, or name a newer version: dialect::sqlite<3, 44>");
        static_assert(Which != feature::deep_nesting,
                      "koine: SQLite before 3.46 cannot parse what is nested so deep: six lists inside each other fit, five with orders and limits, "
                      "or ten relation filters; move the inner part into a second query, or name a newer version: dialect::sqlite<3, 46>");
    }
};

}  // namespace koine::dialect
