// SPDX-License-Identifier: BSL-1.0
// dialect · check_features: what a query needs and a dialect lacks.
#pragma once

#include <koine/dialect/analysis.hpp>
#include <koine/dialect/write_write.hpp>

namespace koine::detail {

/// How many values an operand has: a row several.
constexpr int width_of(tree const& query, int operand) { return query[operand].code == op::row ? query[operand].arity : 1; }
/// The kind of one of an operand's values: of a row's, of what a query selects, or its own.
constexpr storage kind_at(tree const& query, int operand, int position) {
    if (query[operand].code == op::row) {
        int value = query.first(operand);
        for (int i = 0; i < position; ++i) value = query.after(value);
        return query[value].kind;
    }
    if (query[operand].code != op::select) return query[operand].kind;
    if (int const items = query.clause(operand, op::select_items); items >= 0) return query[query.first(items)].kind;
    int const shaped = query.clause(operand, op::select_shape);
    if (shaped < 0) return query[operand].table->columns[position].kind;
    int const given = given_item(query, shaped, position);
    return given >= 0 ? query[given].kind : query[shaped].shape->table->columns[query[shaped].shape->members[position].column].kind;
}

/// Whether an operator computes with a uint64, or compares one with another kind of number.
constexpr bool computes_unsigned(tree const& query, int index) {
    op const code = query[index].code;
    bool const calls = code == op::function;
    auto const called = static_cast<function>(query[index].number);
    bool const compares = (code >= op::equal && code <= op::between) || code == op::coalesce || code == op::case_when ||
                          (code >= op::in_query && code <= op::every_row) || (calls && called <= function::least);
    bool const computes = (code >= op::add && code <= op::negate) || code == op::sum || code == op::average || code == op::statistic ||
                          (calls && (called == function::real_of_number || called == function::text_of_integer || (called >= function::absolute && called <= function::square_root)));
    if (!compares && !computes) return false;
    for (int position = 0; position < width_of(query, query.first(index)); ++position) {
        bool any = false;
        bool all = true;
        for (int operand = query.first(index), i = 0; i < query[index].arity; operand = query.after(operand), ++i) {
            if (code == op::case_when && i % 2 == 0 && i + 1 < query[index].arity) continue;
            storage const kind = kind_at(query, operand, position);
            any = any || kind == storage::uint64;
            all = all && kind == storage::uint64;
        }
        if (any && (computes || !all)) return true;
    }
    return false;
}

/// Whether a query asks for the order of decimals, or for their sum; the key of a table may end an order that is cut off.
constexpr bool orders_decimals(tree const& query) {
    for (int i = 0; i < query.count; ++i) {
        op const code = query[i].code;
        bool const orders = (code >= op::less && code <= op::greater_equal) || code == op::between || code == op::ascending || code == op::descending ||
                            code == op::sum || code == op::minimum || code == op::maximum ||
                            (code == op::function && (query[i].number == static_cast<int>(function::greatest) || query[i].number == static_cast<int>(function::least)));
        bool const orders_rows = (code == op::any_row || code == op::every_row) && query[i].number >= static_cast<std::int64_t>(op::less);
        for (int position = 0; (orders || orders_rows) && query[i].arity > 0 && position < width_of(query, query.first(i)); ++position)
            if (is_decimal(kind_at(query, query.first(i), position))) return true;
        if (code != op::limit && code != op::offset && code != op::last && code != op::after && code != op::before && code != op::cursor_column) continue;
        table_descriptor const* const table = query[0].table;
        for (int k = 0; table != nullptr && k < table->primary_key.count; ++k)
            if (is_decimal(table->columns[table->primary_key.at[k]].kind)) return true;
    }
    return false;
}

/// Whether an insert tells the primary key of its row: by its values, or because the database numbers it.
constexpr bool knows_key(tree const& query) {
    table_descriptor const& table = *query[0].table;
    if (query.clause(0, op::insert_query) >= 0) return false;
    for (int i = 0; i < table.primary_key.count; ++i) {
        short const column = table.primary_key.at[i];
        if (!table.columns[column].generated && !inserts(query, column)) return false;
    }
    return table.primary_key.count > 0;
}

/// Whether an operand names columns, and either none but those of a joined table, or none of them.
constexpr bool is_of_side(tree const& query, int operand, token const& joined, bool of_joined) {
    bool any = false;
    for (int i = operand; i < query.after(operand); ++i) {
        if (query[i].code != op::column) continue;
        if ((query[i].table == joined.table && query[i].text == joined.text) != of_joined) return false;
        any = true;
    }
    return any;
}
/// Whether a condition equates, whatever else it asks, something of a joined table with something of the others.
constexpr bool equates_sides(tree const& query, int condition, token const& joined) {
    int const one = query.first(condition);
    if (query[condition].code == op::logical_and) return equates_sides(query, one, joined) || equates_sides(query, query.second(condition), joined);
    if (query[condition].code != op::equal) return false;
    int const other = query.second(condition);
    return (is_of_side(query, one, joined, true) && is_of_side(query, other, joined, false)) ||
           (is_of_side(query, one, joined, false) && is_of_side(query, other, joined, true));
}

/// Whether an aggregate, or a function over a window, is compared with any or all rows of a query.
constexpr bool quantifies_groups(tree const& query) {
    for (int i = 0; i < query.count; ++i) {
        if (query[i].code != op::any_row && query[i].code != op::every_row) continue;
        for (int operand = query.first(i); operand < query.second(i); ++operand)
            if (is_aggregate(query[operand].code) || query[operand].code == op::over) return true;
    }
    return false;
}

constexpr bool has_compound(tree const& query, set_operation which) {
    for (int i = 0; i < query.count; ++i)
        if (query[i].code == op::compound && query[i].number == static_cast<std::int64_t>(which)) return true;
    return false;
}

/// Whether a query needs something that not every dialect has.
constexpr bool needs(tree const& query, feature which) {
    op const code = query[0].code;
    switch (which) {
    case feature::update_returning: return code == op::update && query.clause(0, op::returning) >= 0;
    case feature::erase_returning: return code == op::erase && query.clause(0, op::returning) >= 0;
    case feature::keyless_returning: return code == op::insert && query.clause(0, op::returning) >= 0 && !knows_key(query);
    case feature::simultaneous_update:
        if (code == op::upsert && query.clause(0, op::conflict_update) >= 0) return !order_assignments(query, query.clause(0, op::conflict_update)).complete;
        return code == op::update && !query.joins(0) && !order_assignments(query, query.clause(0, op::set)).complete;
    case feature::conflict_condition: return code == op::upsert && query.clause(0, op::where) >= 0;
    case feature::joined_returning: return code == op::erase && query.joins(0) && query.clause(0, op::returning) >= 0;
    case feature::correlated_tables: {
        analyser analysis(query);
        analysis.run();
        return analysis.windows_see_outer();
    }
    case feature::outer_order: {
        analyser analysis(query);
        analysis.run();
        return analysis.orders_by_outer();
    }
    case feature::unsigned_arithmetic:
        for (int i = 0; i < query.count; ++i)
            if (computes_unsigned(query, i)) return true;
        return false;
    case feature::decimal_order: return orders_decimals(query);
    case feature::right_join: return query.contains(op::right_join);
    case feature::full_join: return query.contains(op::full_join);
    case feature::unequal_full_join:
        for (int i = 0; i < query.count; ++i)
            if (query[i].code == op::full_join && !query[i].relation_joins() && !equates_sides(query, query.first(i), query[i])) return true;
        return false;
    case feature::intersect: return has_compound(query, set_operation::intersect_distinct) || has_compound(query, set_operation::except_distinct);
    case feature::intersect_all: return has_compound(query, set_operation::intersect_all) || has_compound(query, set_operation::except_all);
    case feature::quantified_groups: return quantifies_groups(query);
    case feature::statistics: return query.contains(op::statistic);
    case feature::ordered_text: return query.contains(op::string_agg);
    case feature::frames_of_groups:
        for (int i = 0; i < query.count; ++i)
            if (query[i].code == op::frame && query[i].number != 0) return true;
        return false;
    case feature::json_merge_patch:
        for (int i = 0; i < query.count; ++i)
            if (query[i].code == op::function && query[i].number == static_cast<int>(function::json_merge)) return true;
        return false;
    case feature::row_locks: return query.clause(0, op::lock) >= 0;
    case feature::lock_of_tables: return names_locked_tables(query);
    case feature::skipped_locks: {
        int const lock = query.clause(0, op::lock);
        return lock >= 0 && (query[lock].number & lock_skips) != 0;
    }
    case feature::packed_lists: return named_strategy(query) == strategy::packed;
    case feature::record_arrays: return named_strategy(query) == strategy::rows;
    case feature::united_levels: return named_strategy(query) == strategy::united;
    default: return false;
    }
}

/// The features for whose lack a query is refused; the others are made up for.
inline constexpr feature refusable[] = {feature::update_returning,    feature::erase_returning,     feature::keyless_returning,
                                        feature::simultaneous_update, feature::unsigned_arithmetic, feature::correlated_tables,
                                        feature::outer_order,         feature::packed_lists,        feature::record_arrays,
                                        feature::united_levels,       feature::right_join,          feature::full_join,
                                        feature::unequal_full_join,   feature::intersect_all,       feature::intersect,
                                        feature::decimal_order,       feature::statistics,          feature::ordered_text,
                                        feature::frames_of_groups,    feature::row_locks,           feature::lock_of_tables,
                                        feature::skipped_locks,       feature::quantified_groups,   feature::joined_returning,
                                        feature::json_merge_patch,    feature::conflict_condition};

}  // namespace koine::detail

namespace koine {

/// What becomes of a feature in a dialect.
template <class Dialect>
constexpr support support_of(feature which) {
    if (Dialect::can(which)) return support::native;
    // Refused by the text that would come of it, by the model, and by create_tables.
    if (which == feature::deep_nesting || which == feature::keyless_join || which == feature::transactional_ddl) return support::refused;
    for (feature one : detail::refusable)
        if (one == which) return support::refused;
    return support::emulated;
}

}  // namespace koine

namespace koine::detail {

/// The position there of the first that a query needs and a dialect lacks; -1 where there is none.
template <class Dialect>
constexpr int lacking_feature(tree const& query) {
    int at = 0;
    for (feature which : refusable) {
        if (!Dialect::can(which) && needs(query, which)) return at;
        ++at;
    }
    return -1;
}
/// Whether an update or erase that joins tables could only be written by its rows' keys, and they have none.
template <class Dialect>
constexpr bool lacks_key_to_gather(tree const& query) {
    op const code = query[0].code;
    return (code == op::update || code == op::erase) && query.joins(0) && wants_to_gather<Dialect>(query) && !can_gather<Dialect>(*query[0].table);
}

template <class Dialect, class Tokens>
consteval bool check_features() {
    constexpr int lacking = lacking_feature<Dialect>(tree_of<Tokens>);
    constexpr bool keyless = lacking < 0 && lacks_key_to_gather<Dialect>(tree_of<Tokens>);
    if constexpr (lacking >= 0) Dialect::template refuse<refusable[lacking]>();
    if constexpr (keyless) Dialect::template refuse<feature::keyless_join>();
    return lacking < 0 && !keyless;
}

}  // namespace koine::detail
