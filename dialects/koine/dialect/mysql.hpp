// SPDX-License-Identifier: BSL-1.0
// dialect · mysql: what MySQL spells differently, by version (manual: dev.mysql.com/doc/refman). It is
// run on MySQL 9; what is said of 8 is by the manual.
#pragma once

#include <koine/dialect/functions/mysql.hpp>
#include <koine/dialect/mysql/json.hpp>

namespace koine::dialect {

template <int Major = 8, int Minor = 0, int Patch = 31>
struct mysql : mysql_json {
    static constexpr std::string_view scheme = "mysql";
    static constexpr int minimum_version = Major * 10000 + Minor * 100 + Patch;

    // ---- identifiers
    static constexpr char quote_mark = '`';

    // ---- literals: \ escapes in a string unless NO_BACKSLASH_ESCAPES is set, so none is written
    static constexpr void text_literal(auto& out, std::string_view text) {
        bool plain = true;
        for (char c : text) plain = plain && c != '\\';
        if (plain) return standard::text_literal(out, text);
        out("_utf8mb4 0x");
        for (char c : text) {
            out.raw("0123456789ABCDEF"[(static_cast<unsigned char>(c) >> 4) & 15]);
            out.raw("0123456789ABCDEF"[static_cast<unsigned char>(c) & 15]);
        }
    }

    // ---- placeholders
    /// A bare ? that meets no column is a double to MySQL.
    static constexpr void value(auto& out, auto placeholder, storage kind, bool typed) {
        if (typed || kind == storage::boolean || kind == storage::text || kind == storage::bytes || kind == storage::uuid || is_json_form(kind)) return out(placeholder);
        out("CAST(", placeholder, " AS ");
        if (is_moment(kind)) moment_type(out, kind);
        else if (is_decimal(kind)) decimal_type(out, kind);
        else out(is_floating(kind) ? "DOUBLE" : kind == storage::uint64 ? "UNSIGNED" : "SIGNED");
        out(")");
    }
    /// LIMIT takes no CAST.
    static constexpr void value_in_raw(auto& out, auto placeholder, storage) { out(placeholder); }

    // ---- operators
    /// `column = TRUE` is served by an index, the bare column is not.
    static constexpr void truth(auto& out, auto column, bool expected) { out(column, expected ? " = TRUE" : " = FALSE"); }
    static constexpr void same_as(auto& out, auto left, auto right) { out(left, " <=> ", right); }
    static constexpr void not_same_as(auto& out, auto left, auto right) { out("NOT (", left, " <=> ", right, ")"); }
    static constexpr void divide(auto& out, auto left, auto right, bool integers) { out(left, integers ? " DIV " : " / ", right); }
    static constexpr void modulo(auto& out, auto left, auto right) { out(left, " % ", right); }
    /// Bytes travel as hexadecimal text: JSON has no other form for them. It has none for dates and times either.
    static constexpr void list(auto& out, auto placeholder, storage kind) {
        out("SELECT ");
        if (kind == storage::bytes || kind == storage::uuid) out("UNHEX(element)");
        else if (is_moment(kind)) out("CAST(element AS ", [kind](auto& to) { moment_type(to, kind); }, ")");
        else if (is_decimal(kind)) out("CAST(element AS ", [kind](auto& to) { decimal_type(to, kind); }, ")");
        else out("element");
        out(" FROM JSON_TABLE(", placeholder, ", '$[*]' COLUMNS (element ",
            [kind](auto& to) { list_element_type(to, kind); }, " PATH '$')) AS elements");
    }
    /// IN takes no subquery with a LIMIT, but a derived table of one.
    static constexpr void rows(auto& out, auto subquery, bool cut_off) {
        if (cut_off) out("(SELECT * FROM ", subquery, " AS cut_off)");
        else out(subquery);
    }
    static constexpr void list_element_type(auto& out, storage kind) {
        switch (kind) {
        case storage::boolean: return out("TINYINT");
        case storage::int16:
        case storage::int32:
        case storage::int64: return out("BIGINT");
        case storage::uint64: return out("BIGINT UNSIGNED");
        case storage::float32:
        case storage::float64: return out("DOUBLE");
        default: return out("LONGTEXT");
        }
    }
    static constexpr void decimal_type(auto& out, storage kind) { out("DECIMAL(", detail::number{precision_of(kind)}, ",", detail::number{scale_of(kind)}, ")"); }
    static constexpr void moment_type(auto& out, storage kind) {
        out(kind == storage::date ? "DATE" : kind == storage::time ? "TIME(6)" : "DATETIME(6)");
    }

    // ---- functions: on bytes, so that no collation takes part. LOWER of the character set tis620 folds A to Z only, and
    // takes any byte for a character.
    static constexpr std::string_view spelling(function which, bool) { return detail::mysql_spelling(which); }
    static constexpr void folded(auto& out, auto operand, bool insensitive) {
        if (insensitive) out("CAST(LOWER(CONVERT(CAST(", operand, " AS BINARY) USING tis620)) AS BINARY)");
        else out("CAST(", operand, " AS BINARY)");
    }
    static constexpr void contains(auto& out, auto left, auto right, bool insensitive) {
        out("LOCATE(", [=](auto& to) { folded(to, right, insensitive); }, ", ", [=](auto& to) { folded(to, left, insensitive); }, ") > 0");
    }
    static constexpr void starts_with(auto& out, auto left, auto right, bool insensitive) {
        auto const start = [=](auto& to) { folded(to, right, insensitive); };
        out("LEFT(", [=](auto& to) { folded(to, left, insensitive); }, ", LENGTH(", right, ")) = ", start);
    }
    static constexpr void ends_with(auto& out, auto left, auto right, bool insensitive) {
        auto const end = [=](auto& to) { folded(to, right, insensitive); };
        out("RIGHT(", [=](auto& to) { folded(to, left, insensitive); }, ", LENGTH(", right, ")) = ", end);
    }

    // ---- lists: JSON
    static constexpr void value_as_json(auto& out, auto value, storage kind) {
        if (kind == storage::json) return out("CAST(", value, " AS JSON)");
        if (kind == storage::boolean) out("CAST(IF(", value, ", 'true', 'false') AS JSON)");
        else out(value);
    }
    static constexpr auto json_of(auto value, storage kind) {
        return [=](auto& to) { std::remove_reference_t<decltype(to)>::dialect::value_as_json(to, value, element_of(kind)); };
    }
    static constexpr auto list_or_empty(auto list, bool nullable) {
        return [=](auto& to) {
            if (nullable) to("COALESCE(", list, ", JSON_ARRAY())");
            else to(list);
        };
    }
    static constexpr void list_has(auto& out, auto list, auto value, storage kind, bool) { out("JSON_CONTAINS(", list, ", JSON_ARRAY(", json_of(value, kind), "))"); }
    static constexpr void list_has_every(auto& out, auto list, auto wanted, storage, bool) { out("JSON_CONTAINS(", list, ", ", wanted, ")"); }
    static constexpr void list_has_some(auto& out, auto list, auto wanted, storage, bool) { out("JSON_OVERLAPS(", list, ", ", wanted, ")"); }
    static constexpr void list_length(auto& out, auto list) { out("JSON_LENGTH(", list, ")"); }
    static constexpr void list_append(auto& out, auto list, auto value, storage kind, bool nullable) {
        out("JSON_ARRAY_APPEND(", list_or_empty(list, nullable), ", '$', ", json_of(value, kind), ")");
    }
    static constexpr void list_unshift(auto& out, auto list, auto value, storage kind, bool nullable) {
        out("JSON_ARRAY_INSERT(", list_or_empty(list, nullable), ", '$[0]', ", json_of(value, kind), ")");
    }

    // ---- aggregates: the mean of integers is a decimal here
    static constexpr void average(auto& out, auto operand, char const* quantifier) { out("AVG(", quantifier, "(", operand, ") * 1e0)"); }
    static constexpr void string_agg(auto& out, auto operand, auto separator, auto order) { out("GROUP_CONCAT(", operand, " ORDER BY ", order, " SEPARATOR ", separator, ")"); }
    static constexpr bool filters(detail::op) { return false; }

    // ---- json
    static constexpr bool aggregate_orders = false;  // JSON_ARRAYAGG has no ORDER BY, 9.7 included
    static constexpr bool page_is_derived = false;   // the optimizer defers subqueries past LIMIT; a derived table costs
    static constexpr void json_array(auto& out, auto members) { out("JSON_ARRAY(", members, ")"); }
    static constexpr void json_group(auto& out, auto row) { out("JSON_ARRAYAGG(", row, ")"); }  // NULL is decoded as empty; a COALESCE would hide a lost aggregate
    static constexpr void json_value(auto& out, auto column, storage kind) {
        if (kind == storage::bytes || kind == storage::uuid) out("HEX(", column, ")");
        else if (kind == storage::json) out("CASE WHEN ", column, " IS NOT NULL THEN JSON_ARRAY(", column, ") END");
        else out(column);
    }
    /// The order of a derived table is ignored unless it has a limit.
    static constexpr void keep_order(auto& out) { out(" LIMIT 18446744073709551615"); }

    // ---- ordering: there is no NULLS LAST; and where an aggregate orders, NULL is a 0 to it, so that its place is always written
    static constexpr void order_term(auto& out, auto operand, bool descending, detail::null_place nulls) {
        if (nulls != detail::null_place::none) out(operand, nulls == detail::null_place::last ? " IS NULL, " : " IS NULL DESC, ");
        out(operand, descending ? " DESC" : "");
    }

    // ---- set operations: a text of a recursive table is never longer than its first query's may be, which is what can be sent
    static constexpr void recursive_cell(auto& out, auto cell, storage kind, bool column) {
        if (kind == storage::text && !column) out("CAST(", cell, " AS CHAR(4000000))");
        else out(cell);
    }

    // ---- clauses: OFFSET has no form without LIMIT
    static constexpr void offset(auto& out, auto skip) { out(" LIMIT 18446744073709551615 OFFSET ", skip); }

    // ---- mutations
    /// A subquery cannot read the table that its statement changes (error 1093), but a derived table can, which a limit keeps
    /// apart. Its rows are locked at once as a plain UPDATE would: two that only read them would deadlock when they change them.
    static constexpr bool gathers_updated = true;
    static constexpr bool gathers_erased = true;
    /// By joins columns are set in an order that nobody knows.
    static constexpr bool writes_by_joins = true;
    static constexpr void gathered(auto& out, auto rows, auto pairs) {
        out(" INNER JOIN (", rows, " LIMIT 18446744073709551615 FOR UPDATE) AS koine_rows ON ", pairs);
    }
    static constexpr void update_gathered(auto& out, auto table, auto assignments, auto rows, auto pairs) {
        out("UPDATE ", table, [=](auto& to) { gathered(to, rows, pairs); }, " SET ", assignments);
    }
    static constexpr void erase_gathered(auto& out, auto table, auto, auto rows, auto pairs) {
        out("DELETE ", table, " FROM ", table, [=](auto& to) { gathered(to, rows, pairs); });
    }
    /// A copy, made when the first row asks for it: rows that a condition let through without asking are changed there already.
    static constexpr void keyless_source(auto& out, auto table) { out("(SELECT * FROM ", table, " LIMIT 18446744073709551615)"); }
    static constexpr void default_row(auto& out) { out(" () VALUES ()"); }
    /// Where the conflict target is the only key at risk; otherwise the verb takes two statements.
    static constexpr void on_conflict_nothing(auto& out, auto, auto column) { out(" ON DUPLICATE KEY UPDATE ", column, " = ", column); }
    static constexpr void on_conflict_update(auto& out, auto, auto assignments) { out(" AS proposed ON DUPLICATE KEY UPDATE ", assignments); }
    static constexpr void proposed(auto& out, auto column) { out("proposed.", column); }
    static constexpr void last_generated(auto& out) { out("LAST_INSERT_ID()"); }
    /// A plain read would see the snapshot of the transaction, which may be older than the duplicate.
    static constexpr void locked_row(auto& out) { out(" LOCK IN SHARE MODE"); }

    // ---- kinds and tables
    static constexpr unsigned keyed_text_length = 255;
    static constexpr void column_type(auto& out, detail::column_descriptor const& column) {
        switch (column.kind) {
        case storage::boolean: return out("BOOLEAN");
        case storage::int16: return out("SMALLINT");
        case storage::int32: return out("INT");
        case storage::int64: return out("BIGINT");
        case storage::uint64: return out("BIGINT UNSIGNED");
        case storage::float32: return out("FLOAT");
        case storage::float64: return out("DOUBLE");
        case storage::text:
            if (column.length > 0) return out("VARCHAR(", detail::number{column.length}, ")");
            if (column.keyed || column.labels.count > 0 || column.default_value.which != constant::kind::none)
                return out("VARCHAR(", detail::number{keyed_text_length}, ")");
            return out("LONGTEXT");
        case storage::bytes:
            if (column.keyed) return out("VARBINARY(", detail::number{keyed_text_length}, ")");
            return out("LONGBLOB");
        // A UUID of MariaDB is in an order of its own.
        case storage::uuid: return out("BINARY(16)");
        default:
            if (is_decimal(column.kind)) return decimal_type(out, column.kind);
            if (is_json_form(column.kind)) return out("JSON");
            return moment_type(out, column.kind);
        }
    }
    static constexpr void current_timestamp(auto& out, storage kind) { out(is_moment(kind) ? "(CURRENT_TIMESTAMP(6))" : "(CURRENT_TIMESTAMP)"); }
    static constexpr void generated_column(auto& out, detail::column_descriptor const& column) {
        column_type(out, column);
        out(" NOT NULL AUTO_INCREMENT");
    }
    static constexpr void column_check(auto& out, auto name, detail::column_descriptor const& column) {
        if (column.kind == storage::boolean) out(" CHECK (", name, " IN (0, 1))");
    }
    /// Text compares by its bytes.
    static constexpr void table_options(auto& out) { out(" DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin"); }

    // ---- capabilities
    static constexpr bool can(feature which) {
        switch (which) {
        case feature::intersect:
        case feature::intersect_all: return minimum_version >= 80031;
        case feature::insert_returning:
        case feature::update_returning:
        case feature::erase_returning:
        case feature::keyless_returning:
        case feature::joined_returning:
        case feature::keyless_join:
        case feature::conflict_condition:
        case feature::conflict_target:
        case feature::simultaneous_update:
        case feature::packed_lists:
        case feature::record_arrays:
        case feature::full_join:
        case feature::unequal_full_join:
        case feature::frames_of_groups:
        case feature::filtered_aggregates:
        case feature::boolean_aggregates:
        case feature::distinct_on:
        case feature::placed_nulls:
        case feature::arrays:
        case feature::forward_references:
        case feature::deferred_references:
        case feature::transactional_ddl: return false;
        default: return true;
        }
    }
    template <feature Which>
    static consteval void refuse() {
        static_assert(Which != feature::packed_lists && Which != feature::record_arrays,
                      "koine: MySQL loads lists by strategy::united, json or split; packed is an aggregate of SQLite's driver, and rows are arrays of PostgreSQL");
        static_assert(Which != feature::intersect && Which != feature::intersect_all,
                      "koine: MySQL before 8.0.31 has no INTERSECT and no EXCEPT; say column.in(query), or name a newer version: dialect::mysql<8, 0, 31>");
        static_assert(Which != feature::full_join,
                      "koine: MySQL has no FULL JOIN; ask for the pairs by left_join, and for the rows that have no partner by a second query");
        static_assert(Which != feature::frames_of_groups, "koine: MySQL has neither window frames of groups nor such that leave rows out; count rows or ranges");
        static_assert(Which != feature::update_returning,
                      "koine: MySQL has no UPDATE … RETURNING; select the rows in the same transaction");
        static_assert(Which != feature::erase_returning,
                      "koine: MySQL has no DELETE … RETURNING; select the rows first, in the same transaction");
        static_assert(Which != feature::keyless_join,
                      "koine: MySQL sets columns by joined tables in an order that nobody knows, and shows no statement the table that it changes; this table has no primary "
                      "key to find its rows first by: set a column by koine::scalar(query), or erase by in(query)");
        static_assert(Which != feature::keyless_returning,
                      "koine: MySQL has no INSERT … RETURNING, and this row has no primary key that it could be read back by; "
                      "insert it as a range of one, or without returning()");
        static_assert(Which != feature::conflict_condition,
                      "koine: MySQL updates the row that an upsert finds without a condition; set each column to koine::case_when(condition, value).otherwise(column)");
        static_assert(Which != feature::simultaneous_update,
                      "koine: MySQL sets one column after the other, and these assignments read each other in a circle; "
                      "read the row first and set values");
    }
};

}  // namespace koine::dialect
