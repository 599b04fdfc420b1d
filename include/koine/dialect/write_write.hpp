// SPDX-License-Identifier: BSL-1.0
// dialect · write_write: INSERT, UPDATE, DELETE and upserts, in as many statements as the database needs.
#pragma once

#include <koine/dialect/insert_rules.hpp>
#include <koine/dialect/write_update.hpp>
#include <koine/dialect/write_select.hpp>

namespace koine::detail {

/// Whether an insert names a column, by assignment or as a member of a row.
constexpr bool inserts(tree const& query, short column) {
    if (assignment_of(query, 0, column) >= 0) return true;
    int const row = query.clause(0, op::insert_row);
    if (row < 0) return false;
    for (int i = query.first(row); i < query.after(row); i = query.after(i))
        if (query[i].column == column) return true;
    return false;
}

/// Whether the conflict target is the only key that the inserted columns can violate: then ON DUPLICATE KEY is exact.
constexpr bool only_key_at_risk(tree const& query) {
    table_descriptor const& table = *query[0].table;
    token const& target = query[query.clause(0, op::conflict_target)];
    auto const at_risk = [&](column_set const& key) {
        for (int i = 0; i < key.count; ++i)
            if (table.columns[key.at[i]].generated && !inserts(query, key.at[i])) return false;
        return key.count > 0;
    };
    auto const is_target = [&](column_set const& key) {
        if (key.count != target.path_length) return false;
        for (int i = 0; i < key.count; ++i)
            if (key.at[i] != target.path[i]) return false;
        return true;
    };
    if (at_risk(table.primary_key) && !is_target(table.primary_key)) return false;
    for (key_descriptor const& key : table.keys)
        if (key.unique && at_risk(key.columns) && !is_target(key.columns)) return false;
    return true;
}

/// What one of the statements does that a verb takes.
enum class step : unsigned char {
    whole,
    insert_only,    ///< fails on a duplicate; what follows tells whether it is one of the conflict target
    update_by_key,  ///< updates the row that has the conflict target's key
    find_by_key,    ///< whether there is such a row
    read_back,      ///< the row as the insert or upsert left it
    copy_rows,      ///< no step of a verb: the statement that a stream of rows follows
};

template <class Dialect>
constexpr bool returns_itself(op code) {
    return code == op::update ? Dialect::can(feature::update_returning)
           : code == op::erase ? Dialect::can(feature::erase_returning) : Dialect::can(feature::insert_returning);
}

/// The statements of a verb in their order.
struct step_list {
    step at[3]{};
    int count = 0;
};
template <class Dialect>
constexpr step_list steps_of(tree const& query) {
    step_list steps;
    op const code = query[0].code;
    // One that skips cannot say so itself either: the server counts a row that it found as one that it changed.
    bool const upsert_in_two = code == op::upsert && query.clause(0, op::conflict_target) >= 0 && !Dialect::can(feature::conflict_target) &&
                               (query.clause(0, op::conflict_update) < 0 || !only_key_at_risk(query));
    if (upsert_in_two) {
        steps.at[steps.count++] = step::insert_only;
        steps.at[steps.count++] = query.clause(0, op::conflict_update) >= 0 ? step::update_by_key : step::find_by_key;
    } else {
        steps.at[steps.count++] = step::whole;
    }
    bool const reads_back = query.clause(0, op::returning) >= 0 && (upsert_in_two || !returns_itself<Dialect>(code));
    if (reads_back && (code == op::insert || code == op::upsert)) steps.at[steps.count++] = step::read_back;
    return steps;
}

template <class Out>
constexpr void write_inserted_columns(Out& out) {
    int const set = out.query.clause(0, op::set);
    int const row = out.query.clause(0, op::insert_row);
    int const owner = set >= 0 ? set : row;
    table_descriptor const& table = *out.query[0].table;
    bool any = false;
    for (int i = out.query.first(owner); i < out.query.after(owner); i = out.query.after(i)) {
        token const& column = out.query[set >= 0 ? out.query.first(i) : i];
        if (any) out(", ");
        out(identifier{table.columns[column.column].name});
        any = true;
    }
}

template <class Out>
constexpr void write_insert(Out& out) {
    int const set = out.query.clause(0, op::set);
    int const row = out.query.clause(0, op::insert_row);
    out("INSERT INTO ");
    write_table_name(out, *out.query[0].table);
    if (int const rows = out.query.clause(0, op::insert_query); rows >= 0) {
        char const* before = " (";
        for (int i = out.query.first(rows); i < inserted_query(out.query, rows); ++i)
            out(std::exchange(before, ", "), identifier{out.query[0].table->columns[out.query[i].column].name});
        return out(") ", [rows](Out& to) { write_select(to, inserted_query(to.query, rows), true); });
    }
    if (set < 0 && (row < 0 || out.query[row].arity == 0)) return Out::dialect::default_row(out);
    out(" (", [](Out& to) { write_inserted_columns(to); }, ") VALUES ");
    if (set >= 0) {
        out("(");
        for (int i = out.query.first(set); i < out.query.after(set); i = out.query.after(i)) {
            if (i > out.query.first(set)) out(", ");
            write_assigned(out, out.query.second(i));
        }
        out(")");
        return;
    }
    short slot = 0;
    for (int r = 0; r < out.query[row].number; ++r) {
        out(r > 0 ? ", (" : "(");
        for (int i = 0; i < out.query[row].arity; ++i) {
            if (i > 0) out(", ");
            out.placeholder(slot++);
        }
        out(")");
    }
}

template <class Out>
constexpr void write_returning(Out& out) {
    int const returning = out.query.clause(0, op::returning);
    if (returning < 0) return;
    out(" RETURNING ");
    token const& word = out.query[returning];
    bool const joined = out.query.joins(0);
    out.select_depth += joined ? 1 : 0;
    if (word.arity > 0) out(part{out.query.first(returning), loose});
    else
        for (int i = 0; i < word.shape->members.count; ++i) {
            if (i > 0) out(", ");
            out(column_of_source{0, word.shape->members[i].column});
        }
    out.select_depth -= joined ? 1 : 0;
}

/// `key = value` for each column of a key, with the values that the insert gives it; a generated one is the last given.
template <class Out>
constexpr void write_key_equals(Out& out, short const* columns, int count, int from) {
    for (int i = 0; i < count; ++i) {
        out(i > 0 ? " AND " : " WHERE ", column_of_source{from, columns[i]}, " = ");
        int const assignment = assignment_of(out.query, 0, columns[i]);
        int const row = out.query.clause(0, op::insert_row);
        if (assignment >= 0) {
            out(part{out.query.second(assignment), comparing});
        } else if (inserts(out.query, columns[i])) {
            short slot = 0;
            for (int j = out.query.first(row); out.query[j].column != columns[i]; j = out.query.after(j)) ++slot;
            out.placeholder(slot);
        } else {
            Out::dialect::last_generated(out);
        }
    }
}

/// What an upsert proposes for a column: by the name that the database has for it, or as it is.
template <class Out>
constexpr void write_excluded(Out& out, int index) {
    short const column = out.query[index].column;
    if (out.proposes) Out::dialect::proposed(out, identifier{out.query[0].table->columns[column].name});
    else out(part{out.query.second(assignment_of(out.query, 0, column)), tight});
}

/// The assignments of an upsert to a row that is there, in an order in which none reads a column that was set.
template <class Out>
constexpr void write_conflict_assignments(Out& out) {
    assignment_order const order = order_assignments(out.query, out.query.clause(0, op::conflict_update));
    for (int i = 0; i < order.count; ++i) {
        if (i > 0) out(", ");
        out(identifier{out.query[0].table->columns[out.query[out.query.first(order.at[i])].column].name}, " = ");
        ++out.select_depth;
        write_assigned(out, out.query.second(order.at[i]));
        --out.select_depth;
    }
}

template <class Out>
constexpr void write_update_by_key(Out& out) {
    token const& target = out.query[out.query.clause(0, op::conflict_target)];
    out("UPDATE ");
    write_table_name(out, *out.query[0].table);
    out(" SET ", [](Out& to) { write_conflict_assignments(to); });
    write_key_equals(out, target.path, target.path_length, 0);
}

/// Whether a row has the conflict target's key.
template <class Out>
constexpr void write_find_by_key(Out& out) {
    token const& target = out.query[out.query.clause(0, op::conflict_target)];
    out.sources.sources[0].number = out.sources.next_number++;
    out("SELECT 1 FROM ");
    write_source(out, 0);
    write_key_equals(out, target.path, target.path_length, 0);
    Out::dialect::locked_row(out);
}

/// The columns of an insert of rows whose values come behind the statement, in a format of the driver's.
template <class Out>
constexpr void write_copy(Out& out) {
    Out::dialect::copy_rows(out, [](Out& to) { write_table_name(to, *to.query[0].table); }, [](Out& to) { write_inserted_columns(to); });
}

template <class Out>
constexpr void write_read_back(Out& out) {
    table_descriptor const& table = *out.query[0].table;
    int const returning = out.query.clause(0, op::returning);
    int const target = out.query.clause(0, op::conflict_target);
    out.sources.sources[0].number = out.sources.next_number++;
    out("SELECT ");
    if (out.query[returning].arity > 0) out(part{out.query.first(returning), loose});
    else
        for (int i = 0; i < out.query[returning].shape->members.count; ++i) {
            if (i > 0) out(", ");
            out(column_of_source{0, out.query[returning].shape->members[i].column});
        }
    out(" FROM ");
    write_source(out, 0);
    if (target >= 0) write_key_equals(out, out.query[target].path, out.query[target].path_length, 0);
    else write_key_equals(out, table.primary_key.at, table.primary_key.count, 0);
}

template <class Out>
constexpr void write_upsert(Out& out) {
    write_insert(out);
    int const update = out.query.clause(0, op::conflict_update);
    int const target = out.query.clause(0, op::conflict_target);
    table_descriptor const& table = *out.query[0].table;
    auto const key = [&](Out& to) {
        for (int i = 0; i < to.query[target].path_length; ++i) {
            if (i > 0) to(", ");
            to(identifier{table.columns[to.query[target].path[i]].name});
        }
    };
    if (update < 0) return Out::dialect::on_conflict_nothing(out, key, identifier{table.columns[out.query[target].path[0]].name});
    out.proposes = true;
    Out::dialect::on_conflict_update(out, key, [](Out& to) { write_conflict_assignments(to); });
    ++out.select_depth;
    write_where(out, 0, false, [](Out&) {});
    --out.select_depth;
    out.proposes = false;
}

/// Writes one of the statements that a query takes in this dialect.
template <class Out>
constexpr void write_statement(Out& out, step which) {
    op const code = out.query[0].code;
    if (code == op::select) return write_select(out, 0);
    if (code == op::count_query) return out("SELECT COUNT(*) FROM (", [](Out& to) { write_select(to, 1); }, ") AS counted");
    if (code == op::exists_query) return out("SELECT EXISTS (", [](Out& to) { write_select(to, 1); }, ")");
    out.sources.push_unaliased(out.query[0].table);
    enter_joined(out);
    switch (which) {
    case step::insert_only: return write_insert(out);
    case step::update_by_key: return write_update_by_key(out);
    case step::find_by_key: return write_find_by_key(out);
    case step::read_back: return write_read_back(out);
    case step::copy_rows: return write_copy(out);
    case step::whole: break;
    }
    if (code == op::insert) write_insert(out);
    if (code == op::upsert) write_upsert(out);
    if (code == op::update) write_update(out);
    if (code == op::erase) write_erase(out);
    if (returns_itself<typename Out::dialect>(code)) write_returning(out);
}

}  // namespace koine::detail
