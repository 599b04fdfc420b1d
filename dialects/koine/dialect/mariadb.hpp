// SPDX-License-Identifier: BSL-1.0
// dialect · mariadb: what MariaDB spells differently, by version (manual: mariadb.com/kb).
#pragma once

#include <koine/dialect/functions/mariadb.hpp>
#include <koine/dialect/mysql.hpp>

namespace koine::dialect {

/// A dialect of its own: it shares MySQL's lexical rules, and differs in JSON, RETURNING, upserts and collations.
template <int Major = 10, int Minor = 11>
struct mariadb : mysql<> {
    static constexpr std::string_view scheme = "mariadb";
    static constexpr int minimum_version = Major * 10000 + Minor * 100;

    // ---- operators
    /// In a statement that runs again, 10.11 answers NULL NOT IN (a list) as it did for the last list.
    static constexpr void not_in_list(auto& out, auto operand, auto list) {
        out("CASE WHEN ", operand, " IS NULL THEN CASE WHEN EXISTS (", list, ") THEN NULL ELSE TRUE END ELSE ", operand, " NOT IN (", list, ") END");
    }

    /// In a statement that runs again, 10.11 answers NULL IN (a query) as it did the last time.
    static constexpr void is_in_rows(auto& out, auto operand, auto rows, bool nullable) {
        if (nullable) out("CASE WHEN ", operand, " IS NULL THEN CASE WHEN EXISTS ", rows, " THEN NULL ELSE FALSE END ELSE ", operand, " IN ", rows, " END");
        else out(operand, " IN ", rows);
    }
    /// 10.11 says that NULL is not among no rows only where it is asked.
    static constexpr void not_in_rows(auto& out, auto operand, auto rows, bool nullable) {
        if (nullable) out("(", operand, " IS NULL AND NOT EXISTS ", rows, " OR ", operand, " NOT IN ", rows, ")");
        else out(operand, " NOT IN ", rows);
    }

    // ---- lists: its JSON functions compare numbers as doubles, which takes 9007199254740993 for its neighbour
    static constexpr void list_rows(auto& out, auto list, storage kind) {
        out("SELECT element FROM JSON_TABLE(", list, ", '$[*]' COLUMNS (element ", [kind](auto& to) { list_element_type(to, element_of(kind)); },
            element_of(kind) == storage::text ? " COLLATE utf8mb4_nopad_bin" : "", " PATH '$')) AS elements");
    }
    static constexpr void list_has(auto& out, auto list, auto value, storage kind, bool nullable) { standard::list_has(out, list, value, kind, nullable); }
    static constexpr void list_has_every(auto& out, auto list, auto wanted, storage kind, bool nullable) { standard::list_has_every(out, list, wanted, kind, nullable); }
    static constexpr void list_has_some(auto& out, auto list, auto wanted, storage kind, bool nullable) { standard::list_has_some(out, list, wanted, kind, nullable); }
    static constexpr void value_as_json(auto& out, auto value, storage kind) {
        if (kind == storage::json) return out("JSON_EXTRACT(", value, ", '$')");
        out(value, kind == storage::boolean ? " = TRUE" : "");
    }

    static constexpr void json_member(auto& out, auto value, storage kind) {
        if (is_json_form(kind)) out("JSON_COMPACT(", value, ")");
        else json_value(out, value, kind);
    }

    // ---- functions
    static constexpr std::string_view spelling(function which, bool nullable) { return detail::mariadb_spelling(which, nullable); }

    // ---- aggregates: those of integers are decimals of four digits
    static constexpr void statistic(auto& out, auto name, auto operand) { out(name, "((", operand, ") * 1e0)"); }

    // ---- json: the aggregate has ORDER BY and LIMIT; a derived table cannot see outer columns, and there is no LATERAL
    static constexpr bool aggregate_orders = true;
    static constexpr bool aggregate_limits = true;
    static constexpr void json_group_ordered(auto& out, auto row, auto order, auto limit) {
        out("JSON_ARRAYAGG(", row, " ORDER BY ", order, limit, ")");
    }
    /// FLOAT is printed with six digits, which loses 16777217.
    static constexpr void json_value(auto& out, auto column, storage kind) {
        // A correlated EXISTS would be a string; a comparison is a boolean.
        if (kind == storage::float32) out("CAST(", column, " AS DOUBLE)");
        else if (kind == storage::boolean) out("(", column, ") = TRUE");
        else if (is_list(kind)) out("JSON_COMPACT(", column, ")");
        else if (kind == storage::json) out("CASE WHEN ", column, " IS NOT NULL THEN JSON_ARRAY(JSON_COMPACT(", column, ")) END");
        else mysql<>::json_value(out, column, kind);
    }

    // ---- clauses
    static constexpr char const* shares_rows = " LOCK IN SHARE MODE";

    // ---- mutations: VALUES() where MySQL has a row alias; a subquery may read the table that its statement changes
    static constexpr bool gathers_updated = false;
    static constexpr bool gathers_erased = false;
    static constexpr void keyless_source(auto& out, auto table) { out(table); }
    static constexpr void on_conflict_update(auto& out, auto, auto assignments) { out(" ON DUPLICATE KEY UPDATE ", assignments); }
    static constexpr void proposed(auto& out, auto column) { out("VALUES(", column, ")"); }

    // ---- kinds and tables: JSON is another name for a text that is checked
    static constexpr void column_type(auto& out, detail::column_descriptor const& column) {
        if (is_json_form(column.kind)) out("LONGTEXT");
        else mysql<>::column_type(out, column);
    }
    static constexpr void column_check(auto& out, auto name, detail::column_descriptor const& column) {
        if (is_json_form(column.kind)) out(" CHECK (JSON_VALID(", name, "))");
        else mysql<>::column_check(out, name, column);
    }
    static constexpr void table_options(auto& out) { out(" DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"); }

    // ---- capabilities: INSERT … RETURNING since 10.5, DELETE … RETURNING since 10.0
    static constexpr bool can(feature which) {
        if (which == feature::insert_returning || which == feature::erase_returning || which == feature::keyless_returning) return true;
        if (which == feature::lock_of_tables) return false;
        if (which == feature::skipped_locks) return minimum_version >= 100600;
        if (which == feature::intersect) return minimum_version >= 100300;
        if (which == feature::intersect_all) return minimum_version >= 100500;
        return which != feature::correlated_tables && mysql<>::can(which);
    }
    template <feature Which>
    static consteval void refuse() {
        static_assert(Which != feature::packed_lists && Which != feature::record_arrays,
                      "koine: MariaDB loads lists by strategy::united, json or split; packed is an aggregate of SQLite's driver, and rows are arrays of PostgreSQL");
        static_assert(Which != feature::lock_of_tables,
                      "koine: MariaDB has no FOR UPDATE OF, and would lock the rows of all tables that a query joins; lock the rows of one table by a query of its own");
        static_assert(Which != feature::skipped_locks, "koine: MariaDB before 10.6 has no SKIP LOCKED; name a newer version: dialect::mariadb<10, 6>");
        static_assert(Which != feature::intersect, "koine: MariaDB before 10.3 has no INTERSECT and no EXCEPT; say column.in(query)");
        static_assert(Which != feature::intersect_all,
                      "koine: MariaDB before 10.5 has INTERSECT and EXCEPT without ALL; say koine::intersect or koine::except, or name a newer version: "
                      "dialect::mariadb<10, 5>");
        static_assert(Which != feature::full_join,
                      "koine: MariaDB has no FULL JOIN; ask for the pairs by left_join, and for the rows that have no partner by a second query");
        static_assert(Which != feature::frames_of_groups, "koine: MariaDB has neither window frames of groups nor such that leave rows out; count rows or ranges");
        static_assert(Which != feature::update_returning,
                      "koine: MariaDB has no UPDATE … RETURNING; select the rows in the same transaction");
        static_assert(Which != feature::correlated_tables,
                      "koine: MariaDB numbers the rows of an include with last or distinct_on before it pairs them with their parents, and cuts off those of in(query) and "
                      "any(query) before it looks through them, so that their clauses cannot name columns of a level around them");
        static_assert(Which != feature::joined_returning,
                      "koine: MariaDB has no DELETE … RETURNING that joins tables; erase by a condition: in(query), koine::exists(query) or koine::is<relation>()");
        static_assert(Which != feature::keyless_join,
                      "koine: MariaDB sets columns by joined tables in an order that nobody knows, and shows a DELETE that joins tables nothing of the table that it changes; "
                      "this table has no primary key to find its rows first by: set a column by koine::scalar(query), or erase by in(query)");
        static_assert(Which != feature::conflict_condition,
                      "koine: MariaDB updates the row that an upsert finds without a condition; set each column to koine::case_when(condition, value).otherwise(column)");
        static_assert(Which != feature::simultaneous_update,
                      "koine: MariaDB sets one column after the other, and these assignments read each other in a circle; "
                      "read the row first and set values");
    }
};

}  // namespace koine::dialect
