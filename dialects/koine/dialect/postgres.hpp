// SPDX-License-Identifier: BSL-1.0
// dialect · postgres: what PostgreSQL spells differently, by version (manual: postgresql.org/docs).
#pragma once

#include <koine/dialect/functions/postgres.hpp>
#include <koine/dialect/standard.hpp>

namespace koine::dialect {

template <int Major = 15>
struct postgres : standard {
    static constexpr std::string_view scheme = "postgresql";
    static constexpr std::string_view other_scheme = "postgres";
    static constexpr int minimum_version = Major * 10000;

    // ---- identifiers and placeholders
    static constexpr bool numbered_placeholders = true;
    static constexpr bool types_placeholders = true;
    static constexpr void placeholder(auto& out, int position) { out("$", detail::number{position}); }
    /// A bare $1 as a function's argument has no type; beside a column narrower than its C++ kind computes in, it would have
    /// the column's, and refuse what the column cannot hold.
    static constexpr void value(auto& out, auto placeholder, storage kind, bool typed) {
        if (typed && wide(kind) == kind) out(placeholder);
        else out(placeholder, "::", named(wide(kind)));
    }
    static constexpr storage wide(storage kind) {
        if (kind == storage::int16 || kind == storage::int32) return storage::int64;
        if (is_list(kind)) return list_storage(wide(element_of(kind)));
        return kind == storage::float32 ? storage::float64 : kind;
    }

    // What a dialect that derives from this one says differently is taken from there.
    static constexpr auto named(storage kind) {
        return [kind](auto& to) { std::remove_reference_t<decltype(to)>::dialect::type_name(to, kind); };
    }
    static constexpr auto fold(auto operand, bool insensitive) {
        return [=](auto& to) { std::remove_reference_t<decltype(to)>::dialect::folded(to, operand, insensitive); };
    }

    // ---- operators
    static constexpr void in_list(auto& out, auto operand, auto list) { out(operand, " = ANY(", list, ")"); }
    static constexpr void not_in_list(auto& out, auto operand, auto list) { out(operand, " <> ALL(", list, ")"); }
    static constexpr void list(auto& out, auto placeholder, storage kind) {
        if (wide(kind) == kind) out(placeholder);
        else out(placeholder, "::", named(wide(kind)), "[]");
    }
    /// Integers compute as bigint, floats as double precision, as everywhere else.
    static constexpr void computed(auto& out, auto column, storage kind) {
        if (wide(kind) == kind) out(column);
        else out(column, "::", named(wide(kind)));
    }
    static constexpr void divide(auto& out, auto left, auto right, bool) { out(left, " / NULLIF(", right, ", 0)"); }

    // ---- functions: lower() in the collation "C" folds A to Z only
    static constexpr std::string_view spelling(function which, bool nullable) { return detail::postgres_spelling(which, nullable); }
    static constexpr void folded(auto& out, auto operand, bool insensitive) {
        if (insensitive) out("lower(", operand, " COLLATE \"C\")");
        else out(operand);
    }
    static constexpr void contains(auto& out, auto left, auto right, bool insensitive) {
        out("strpos(", fold(left, insensitive), ", ", fold(right, insensitive), ") > 0");
    }
    static constexpr void starts_with(auto& out, auto left, auto right, bool insensitive) {
        out("starts_with(", fold(left, insensitive), ", ", fold(right, insensitive), ")");
    }
    static constexpr void ends_with(auto& out, auto left, auto right, bool insensitive) {
        out("right(", fold(left, insensitive), ", length(", fold(right, insensitive), ")) = ", fold(right, insensitive));
    }

    // ---- lists: arrays
    static constexpr auto widened(auto list, storage kind) {
        return [=](auto& to) { computed(to, list, kind); };
    }
    static constexpr void list_has(auto& out, auto list, auto value, storage, bool) { out(value, " = ANY(", list, ")"); }
    static constexpr void list_has_every(auto& out, auto list, auto wanted, storage kind, bool) { out(widened(list, kind), " @> ", wanted); }
    static constexpr void list_has_some(auto& out, auto list, auto wanted, storage kind, bool) { out(widened(list, kind), " && ", wanted); }
    static constexpr void list_length(auto& out, auto list) { out("cardinality(", list, ")::bigint"); }
    static constexpr void list_append(auto& out, auto list, auto value, storage kind, bool) { out("array_append(", widened(list, kind), ", ", value, ")"); }
    static constexpr void list_unshift(auto& out, auto list, auto value, storage kind, bool) { out("array_prepend(", value, ", ", widened(list, kind), ")"); }

    // ---- aggregates: avg of integers is a numeric here
    static constexpr void average(auto& out, auto operand, char const* quantifier) { out("AVG(", quantifier, "(", operand, ")::double precision)"); }
    static constexpr void statistic(auto& out, auto name, auto operand) { out(name, "((", operand, ")::double precision)"); }
    static constexpr void any_true(auto& out, auto operand) { out("bool_or(", operand, ")"); }
    static constexpr void all_true(auto& out, auto operand) { out("bool_and(", operand, ")"); }
    /// Before 18 bytes and uuids have no least, but texts that are in their order have one in the collation "C".
    static constexpr void minimum(auto& out, auto operand, storage kind) { extreme(out, "MIN(", operand, kind); }
    static constexpr void maximum(auto& out, auto operand, storage kind) { extreme(out, "MAX(", operand, kind); }
    static constexpr void extreme(auto& out, char const* function, auto operand, storage kind) {
        if (Major >= 18 || (kind != storage::bytes && kind != storage::uuid)) out(function, operand, ")");
        else if (kind == storage::uuid) out(function, "(", operand, ")::text COLLATE \"C\")::uuid");
        else out("decode(", function, "encode(", operand, ", 'hex') COLLATE \"C\"), 'hex')");
    }

    // ---- rows of several levels in one statement
    static constexpr bool names_levels = true;
    static constexpr bool levels_share_columns = true;
    static constexpr void absent(auto& out, storage kind) { out("NULL::", named(kind)); }
    /// UNION makes no text of an enumeration or a uuid by itself.
    static constexpr void cell_of_level(auto& out, auto cell, storage kind) { out(cell, kind == storage::text ? "::text" : ""); }
    /// An array is looked up in the index key by key, however many the planner expects; without an index the keys are hashed.
    static constexpr void among_keys(auto& out, auto key, auto keys, bool unindexed) {
        out(key, unindexed ? " IN (" : " = ANY(ARRAY(", keys, unindexed ? ")" : "))");
    }

    // ---- json: as `json`; `jsonb` is half as fast, and prints 1e300 with 301 digits
    static constexpr void json_array(auto& out, auto members) { out("json_build_array(", members, ")"); }
    static constexpr void json_group(auto& out, auto row) { out("json_agg(", row, ")"); }
    /// encode() does not depend on the setting bytea_output, nor UTC on TimeZone.
    static constexpr void json_value(auto& out, auto column, storage kind) {
        if (kind == storage::bytes) out("encode(", column, ", 'hex')");
        else if (kind == storage::instant) out("timezone('UTC', ", column, ")");
        else if (kind == storage::json) out("CASE WHEN ", column, " IS NOT NULL THEN json_build_array(", column, ") END");
        else out(column);
    }

    // ---- columns of json
    static constexpr void json_array_value(auto& out, auto members) { out("jsonb_build_array(", members, ")"); }
    static constexpr void json_object(auto& out, auto members) { out("jsonb_build_object(", members, ")"); }
    static constexpr void json_member(auto& out, auto value, storage) { out(value); }
    static constexpr void json_at(auto& out, auto json, std::string_view path) {
        auto const is_array = [json](std::string_view to) { return [=](auto& inner) { inner("jsonb_typeof(", extracted(json, to), ") = 'array'"); }; };
        detail::write_json_in_arrays(out, path, is_array, [json](std::string_view to) { return extracted(json, to); });
    }
    static constexpr auto extracted(auto json, std::string_view path) {
        return [=](auto& to) {
            to("(", json);
            for (detail::json_steps steps(path); steps.any();) {
                std::string_view const step = steps.next();
                to(" -> ");
                if (step.front() == '.') text_literal(to, step.substr(1));
                else to.raw(step.substr(1));
            }
            to(")");
        };
    }
    static constexpr auto json_path(std::string_view path) {
        return [path](auto& to) {
            to("ARRAY[");
            for (detail::json_steps steps(path); steps.any();) {
                text_literal(to, steps.next().substr(1));
                if (steps.any()) to(", ");
            }
            to("]");
        };
    }
    static constexpr void json_set(auto& out, auto json, auto object, std::string_view path, auto value, storage) {
        out("CASE WHEN jsonb_typeof(", object, ") = 'object' THEN jsonb_set(", json, ", ", json_path(path), ", to_jsonb(", value, ")) ELSE ", json, " END");
    }
    static constexpr void json_remove(auto& out, auto json, auto object, std::string_view path) {
        out("CASE WHEN jsonb_typeof(", object, ") = 'object' THEN ", json, " #- ", json_path(path), " ELSE ", json, " END");
    }

    // ---- set operations: the queries of a recursive table have columns of the very same types
    static constexpr void recursive_cell(auto& out, auto cell, storage kind, bool column) {
        out(column ? "" : "(", cell, column ? "::" : ")::", named(kind));
    }

    // ---- ordering: NULL is last ascending and first descending by itself
    static constexpr void order_term(auto& out, auto operand, bool descending, detail::null_place nulls) {
        bool const usual = nulls == (descending ? detail::null_place::first : detail::null_place::last);
        standard::order_term(out, operand, descending, usual ? detail::null_place::none : nulls);
    }

    // ---- mutations
    static constexpr bool copies_rows = true;
    static constexpr void copy_rows(auto& out, auto table, auto columns) { out("COPY ", table, " (", columns, ") FROM STDIN"); }

    // ---- kinds and tables
    static constexpr void type_name(auto& out, storage kind) {
        if (is_list(kind)) return out(named(element_of(kind)), "[]");
        if (is_decimal(kind)) return out("numeric(", detail::number{precision_of(kind)}, ", ", detail::number{scale_of(kind)}, ")");
        switch (kind) {
        case storage::boolean: return out("boolean");
        case storage::int16: return out("smallint");
        case storage::int32: return out("integer");
        case storage::int64: return out("bigint");
        case storage::uint64: return out("numeric(20, 0)");
        case storage::float32: return out("real");
        case storage::float64: return out("double precision");
        case storage::text: return out("text");
        case storage::bytes: return out("bytea");
        case storage::date: return out("date");
        case storage::time: return out("time");
        case storage::instant: return out("timestamptz");
        case storage::local_time: return out("timestamp");
        case storage::uuid: return out("uuid");
        case storage::json: return out("jsonb");
        case storage::decimals: return;
        }
    }
    static constexpr void column_type(auto& out, detail::column_descriptor const& column) {
        if (column.kind == storage::text && column.length > 0) out("varchar(", detail::number{column.length}, ")");
        else out(named(column.kind));
    }
    static constexpr void generated_column(auto& out, detail::column_descriptor const& column) {
        std::remove_reference_t<decltype(out)>::dialect::column_type(out, column);
        out(" GENERATED BY DEFAULT AS IDENTITY");
    }
    static constexpr void column_check(auto& out, auto name, detail::column_descriptor const& column) {
        if (column.kind == storage::uint64) out(" CHECK (", name, " BETWEEN 0 AND 18446744073709551615)");
    }

    // ---- capabilities
    static constexpr bool can(feature which) {
        return which != feature::forward_references && which != feature::json_merge_patch && which != feature::unequal_full_join && standard::can(which);
    }
    template <feature Which>
    static consteval void refuse() {
        static_assert(Which != feature::json_merge_patch,
                      "koine: PostgreSQL merges no patch into JSON: its || adds labels, but neither removes one nor merges what lies deeper; say koine::json_set and koine::json_remove for each");
        static_assert(Which != feature::unequal_full_join,
                      "koine: PostgreSQL has a FULL JOIN only where the condition equates something of one side with something of the other; "
                      "ask for the pairs by left_join, and for the rows that have no partner by a second query");
        standard::refuse<Which>();
    }
};

}  // namespace koine::dialect
