// SPDX-License-Identifier: BSL-1.0
// dialect · standard: SQL as the standard spells it, group by group; a dialect overrides what it spells differently.
#pragma once

#include <koine/dialect/functions/standard.hpp>
#include <koine/dialect/rendering.hpp>
#include <koine/dialect/write_clauses.hpp>

namespace koine::dialect {

/// Every function is handed `out`, which writes literals and parts: `out("lower(", operand, ")")`. A value can only be a
/// placeholder; text of a user's cannot reach these functions.
struct standard {
    /// A second name for the dialect in a URL; the first is `scheme`.
    static constexpr std::string_view other_scheme{};

    // ---- identifiers and placeholders
    static constexpr char quote_mark = '"';
    static constexpr bool numbered_placeholders = false;
    static constexpr bool types_placeholders = false;  ///< a server tells what they stand for
    static constexpr void name(auto& out, std::string_view text) {
        constexpr char mark = std::remove_reference_t<decltype(out)>::dialect::quote_mark;
        out.raw(mark);
        for (char c : text) {
            if (c == mark) out.raw(mark);
            out.raw(c);
        }
        out.raw(mark);
    }
    /// A column that a derived table hands on under a number.
    static constexpr void computed_name(auto& out, int position) {
        constexpr char mark = std::remove_reference_t<decltype(out)>::dialect::quote_mark;
        out.raw(mark);
        out("koine_", detail::number{position});
        out.raw(mark);
    }
    static constexpr void placeholder(auto& out, int) { out("?"); }
    /// A value where nothing tells its type (`typed` is false) may need a cast.
    static constexpr void value(auto& out, auto placeholder, storage, bool) { out(placeholder); }
    /// A value in SQL of the user's own.
    static constexpr void value_in_raw(auto& out, auto placeholder, storage kind) {
        std::remove_reference_t<decltype(out)>::dialect::value(out, placeholder, kind, false);
    }

    // ---- literals
    static constexpr void boolean_literal(auto& out, bool value) { out(value ? "TRUE" : "FALSE"); }
    static constexpr void text_literal(auto& out, std::string_view text) {
        out.raw('\'');
        for (char c : text) {
            if (c == '\'') out.raw(c);
            out.raw(c);
        }
        out.raw('\'');
    }
    /// A default of a description: written as millionths where it is no whole number.
    static constexpr void real_literal(auto& out, double value) {
        auto const whole = static_cast<std::int64_t>(value);
        auto const millionths = static_cast<std::int64_t>((value - static_cast<double>(whole)) * 1e6 + (value < 0 ? -0.5 : 0.5));
        if (millionths == 0) out(detail::number{whole});
        else out("(", detail::number{whole * 1000000 + millionths}, " / 1000000.0)");
    }

    // ---- operators
    static constexpr void equal(auto& out, auto left, auto right) { out(left, " = ", right); }
    static constexpr void not_equal(auto& out, auto left, auto right) { out(left, " <> ", right); }
    static constexpr void less(auto& out, auto left, auto right) { out(left, " < ", right); }
    static constexpr void less_equal(auto& out, auto left, auto right) { out(left, " <= ", right); }
    static constexpr void greater(auto& out, auto left, auto right) { out(left, " > ", right); }
    static constexpr void greater_equal(auto& out, auto left, auto right) { out(left, " >= ", right); }
    static constexpr void same_as(auto& out, auto left, auto right) { out(left, " IS NOT DISTINCT FROM ", right); }
    static constexpr void not_same_as(auto& out, auto left, auto right) { out(left, " IS DISTINCT FROM ", right); }
    static constexpr void is_null(auto& out, auto operand) { out(operand, " IS NULL"); }
    static constexpr void is_not_null(auto& out, auto operand) { out(operand, " IS NOT NULL"); }
    static constexpr void between(auto& out, auto operand, auto low, auto high) { out(operand, " BETWEEN ", low, " AND ", high); }
    /// A column of bool as a condition, or its negation.
    static constexpr void truth(auto& out, auto column, bool expected) { out(expected ? "" : "NOT ", column); }
    /// A column as an operand of arithmetic.
    static constexpr void computed(auto& out, auto column, storage) { out(column); }
    /// Integers divide toward zero; x / 0 is NULL, which the standard makes an error.
    static constexpr void divide(auto& out, auto left, auto right, bool) { out(left, " / NULLIF(", right, ", 0)"); }
    static constexpr void modulo(auto& out, auto left, auto right) { out(left, " % NULLIF(", right, ", 0)"); }
    /// Membership in a list whose length is known only when the statement runs.
    static constexpr void in_list(auto& out, auto operand, auto list) { out(operand, " IN (", list, ")"); }
    static constexpr void not_in_list(auto& out, auto operand, auto list) { out(operand, " NOT IN (", list, ")"); }

    /// Whether an operand, which may be NULL or not, is one of a subquery's rows, as a value.
    static constexpr void is_in_rows(auto& out, auto operand, auto rows, bool) { out(operand, " IN ", rows); }
    /// That an operand, which may be NULL or not, is none of a subquery's rows.
    static constexpr void not_in_rows(auto& out, auto operand, auto rows, bool) { out(operand, " NOT IN ", rows); }
    /// A comparison with any, or with every, row of a subquery.
    static constexpr void quantified(auto& out, auto operand, char const* comparison, auto rows, bool every) {
        out(operand, comparison, every ? "ALL " : "ANY ", rows);
    }
    /// A subquery that IN looks through, with its parentheses; `cut_off` by a LIMIT or not.
    static constexpr void rows(auto& out, auto subquery, bool) { out(subquery); }

    // ---- functions
    /// A function's pattern, where the result may be NULL or not: see functions/standard.hpp.
    static constexpr std::string_view spelling(function which, bool) { return detail::standard_spelling(which); }

    // ---- lists that are columns: a dialect without arrays says by `list_rows` how the elements of one are rows
    static constexpr auto rows_of(auto list, storage kind) {
        return [=](auto& to) { std::remove_reference_t<decltype(to)>::dialect::list_rows(to, list, kind); };
    }
    static constexpr auto unless_null(auto list, bool nullable, auto answer) {
        return [=](auto& to) {
            if (nullable) to("CASE WHEN ", list, " IS NOT NULL THEN ", answer, " END");
            else to(answer);
        };
    }
    /// A value beside elements that are rows.
    static constexpr void list_element(auto& out, auto value, storage) { out(value); }
    static constexpr void list_has(auto& out, auto list, auto value, storage kind, bool nullable) {
        auto const element = [=](auto& to) { std::remove_reference_t<decltype(to)>::dialect::list_element(to, value, element_of(kind)); };
        out(unless_null(list, nullable, [=](auto& to) { to(element, " IN (", rows_of(list, kind), ")"); }));
    }
    static constexpr void list_has_every(auto& out, auto list, auto wanted, storage kind, bool nullable) {
        out(unless_null(list, nullable, [=](auto& to) { to("NOT EXISTS (", rows_of(wanted, kind), " EXCEPT ", rows_of(list, kind), ")"); }));
    }
    static constexpr void list_has_some(auto& out, auto list, auto wanted, storage kind, bool nullable) {
        out(unless_null(list, nullable, [=](auto& to) { to("EXISTS (", rows_of(wanted, kind), " INTERSECT ", rows_of(list, kind), ")"); }));
    }

    // ---- aggregates
    static constexpr void count_rows(auto& out) { out("COUNT(*)"); }
    static constexpr void count(auto& out, auto operand) { out("COUNT(", operand, ")"); }
    static constexpr void sum(auto& out, auto operand) { out("SUM(", operand, ")"); }
    static constexpr void average(auto& out, auto operand, char const* quantifier) { out("AVG(", quantifier, operand, ")"); }
    static constexpr void minimum(auto& out, auto operand, storage) { out("MIN(", operand, ")"); }
    static constexpr void maximum(auto& out, auto operand, storage) { out("MAX(", operand, ")"); }
    static constexpr void any_true(auto& out, auto operand) { out("MAX(", operand, ")"); }
    static constexpr void all_true(auto& out, auto operand) { out("MIN(", operand, ")"); }
    static constexpr void statistic(auto& out, auto name, auto operand) { out(name, "(", operand, ")"); }
    static constexpr void string_agg(auto& out, auto operand, auto separator, auto order) { out("STRING_AGG(", operand, ", ", separator, " ORDER BY ", order, ")"); }
    static constexpr bool filters(detail::op) { return true; }  ///< an aggregate by FILTER (WHERE …)

    // ---- lists of rows
    static constexpr strategy lists = strategy::automatic;
    static constexpr bool weighs_strategy = false;
    static constexpr bool splits = true;
    static constexpr bool unites = true;
    /// One row of an array of rows.
    static constexpr void record(auto& out, auto cells) { out("ROW(", cells, ")"); }

    // ---- rows of several levels in one statement
    static constexpr bool names_levels = false;          ///< the rows of a level are found once, and those inside them by its name
    static constexpr bool levels_share_columns = false;  ///< those of one kind
    /// NULL in a column that only rows of other levels have.
    static constexpr void absent(auto& out, storage) { out("NULL"); }
    /// A value in a column that rows of other levels have, too.
    static constexpr void cell_of_level(auto& out, auto cell, storage) { out(cell); }
    /// That a row's key is one of its parents'; `unindexed`: no index serves that.
    static constexpr void among_keys(auto& out, auto key, auto keys, bool) { out(key, " IN (", keys, ")"); }

    // ---- json
    static constexpr bool aggregate_orders = true;   ///< a JSON aggregate has an ORDER BY of its own
    static constexpr bool aggregate_limits = false;  ///< and a LIMIT
    static constexpr bool page_is_derived = true;    ///< else lists are made for rows that a LIMIT cuts off
    static constexpr void json_value(auto& out, auto column, storage) { out(column); }
    static constexpr void json_if_present(auto& out, auto column, auto row) { out("CASE WHEN ", column, " IS NOT NULL THEN ", row, " END"); }
    /// An array that is a value of the query's own.
    static constexpr void json_array_value(auto& out, auto members) { std::remove_reference_t<decltype(out)>::dialect::json_array(out, members); }
    /// A list inside another list.
    static constexpr void json_nested(auto& out, auto list) { out(list); }
    static constexpr void json_group_ordered(auto& out, auto row, auto order, auto) { out("json_agg(", row, " ORDER BY ", order, ")"); }
    /// What makes a derived table without a limit keep its order.
    static constexpr void keep_order(auto&) {}

    // ---- ordering
    static constexpr void order_term(auto& out, auto operand, bool descending, detail::null_place nulls) {
        out(operand, descending ? " DESC" : "", nulls == detail::null_place::none ? "" : nulls == detail::null_place::first ? " NULLS FIRST" : " NULLS LAST");
    }

    // ---- set operations
    /// A query of a UNION that has clauses of its own at its end.
    static constexpr void apart(auto& out, auto rows) { out("(", rows, ")"); }
    /// A value of a row of a recursive table; `column`: no expression.
    static constexpr void recursive_cell(auto& out, auto cell, storage, bool) { out(cell); }

    // ---- clauses
    static constexpr void limit(auto& out, auto count) { out(" LIMIT ", count); }
    static constexpr void offset(auto& out, auto skip) { out(" OFFSET ", skip); }
    static constexpr void limit_offset(auto& out, auto count, auto skip) { out(" LIMIT ", count, " OFFSET ", skip); }

    static constexpr char const* shares_rows = " FOR SHARE";

    // ---- mutations
    /// An UPDATE or DELETE whose subqueries read the table that it changes shows it to them as it was. Where it would not, the
    /// rows are gathered first.
    static constexpr bool gathers_updated = false;
    static constexpr bool gathers_erased = false;
    static constexpr char const* row_name = nullptr;  ///< what tells a row without a primary key, where the database has it
    /// Whether an UPDATE and a DELETE name other tables by joins, or behind FROM and USING; and whether a DELETE can.
    static constexpr bool writes_by_joins = false;
    static constexpr bool erases_joined = true;
    /// Stands before WHERE in such an UPDATE.
    static constexpr void update_reads_itself(auto&) {}
    /// What such a subquery reads where nothing tells the rows apart.
    static constexpr void keyless_source(auto& out, auto table) { out(table); }
    static constexpr void default_row(auto& out) { out(" DEFAULT VALUES"); }
    static constexpr void on_conflict_nothing(auto& out, auto key, auto) { out(" ON CONFLICT (", key, ") DO NOTHING"); }
    static constexpr void on_conflict_update(auto& out, auto key, auto assignments) {
        out(" ON CONFLICT (", key, ") DO UPDATE SET ", assignments);
    }
    /// The value that the insert proposed for a column.
    static constexpr void proposed(auto& out, auto column) { out("excluded.", column); }
    static constexpr void last_generated(auto&) {}
    /// Behind a row that was found because another transaction may just have written it: it is read as it is now.
    static constexpr void locked_row(auto&) {}
    /// The statement that a stream of rows follows, where the database has one.
    static constexpr bool copies_rows = false;
    static constexpr void copy_rows(auto&, auto, auto) {}

    // ---- kinds and tables
    static constexpr bool generated_is_key = false;
    static constexpr void column_check(auto&, auto, detail::column_descriptor const&) {}
    static constexpr void current_timestamp(auto& out, storage) { out("(CURRENT_TIMESTAMP)"); }
    static constexpr void table_options(auto&) {}
    static constexpr void referenced_table(auto& out, detail::table_descriptor const& table) { detail::write_table_name(out, table); }
    static constexpr void index_name(auto& out, detail::table_descriptor const& table, auto index) {
        out(index, " ON ");
        detail::write_table_name(out, table);
    }

    // ---- capabilities
    static constexpr bool can(feature which) { return which != feature::packed_lists; }
    template <feature Which>
    static consteval void refuse() {
        static_assert(Which != feature::packed_lists, "koine: strategy::packed is an aggregate of SQLite's driver, and this database has no such thing");
    }
};

}  // namespace koine::dialect
