// SPDX-License-Identifier: BSL-1.0
// dialect · analysis: finds what is wrong with a query, on its tokens and before a dialect is asked.
#pragma once

#include <koine/dialect/computed_rules.hpp>
#include <koine/dialect/grouping_rules.hpp>
#include <koine/dialect/insert_rules.hpp>
#include <koine/dialect/join_rules.hpp>
#include <koine/dialect/lock_rules.hpp>
#include <koine/dialect/own_table.hpp>
#include <koine/dialect/window_rules.hpp>

namespace koine::detail {

class analyser {
public:
    constexpr explicit analyser(tree const& analysed) : query_(analysed) {}

    /// Whether an include with last or distinct_on, or what in() or any() looks through and a limit cuts off, names columns of a level around it.
    [[nodiscard]] constexpr bool windows_see_outer() const { return windows_see_outer_; }
    /// Whether any include names columns of a level around it.
    [[nodiscard]] constexpr bool includes_see_outer() const { return includes_see_outer_; }
    /// Whether an include or a subquery is ordered by columns of a level around it.
    [[nodiscard]] constexpr bool orders_by_outer() const { return orders_by_outer_; }

    constexpr finding run() {
        if (query_.contains(op::refused)) return {problem::refused};
        if (int const culprit = told_apart_by_json(query_); culprit >= 0) return {problem::told_apart_by_json, culprit};
        if (updates_wrongly(query_)) return {problem::wrong_excluded};
        op const code = query_[0].code;
        if (code == op::select || code == op::count_query || code == op::exists_query) {
            check_select(code == op::select ? 0 : 1, code == op::select);
            return found_;
        }
        if (query_[0].table->columns.count == 0) return {problem::refused};
        if (query_[0].table->computed()) return {problem::no_model, 0};
        sources_.push_unaliased(query_[0].table);
        add_joined(0, 0);
        check_write(code);
        return found_;
    }

private:
    constexpr void report(finding const& found) {
        if (found_.what == problem::none) found_ = found;
    }
    constexpr void report(problem what, int token) { report({what, token}); }
    constexpr void report(problem what, shape_descriptor const& shape, int member) {
        report({what, 0, &shape, member});
    }

    constexpr void require_index(relation_descriptor const& relation) {
        if (relation.lacks_index()) report({problem::unindexed_relation, 0, nullptr, 0, &relation});
    }

    constexpr void check_write(op code) {
        int const set = query_.clause(0, op::set);
        if ((code == op::update || code == op::erase) && query_.clause(0, op::where) < 0 && query_.clause(0, op::all_rows) < 0)
            report(problem::missing_where, 0);
        if (code == op::update && set < 0) report(problem::missing_set, 0);
        if (code == op::upsert && query_.clause(0, op::conflict_target) < 0) report(problem::missing_target, 0);
        if (code == op::insert && lacks_required_column(query_)) report(problem::missing_column, 0);
        if (int const ambiguous = ambiguous_join(query_); ambiguous >= 0) report(problem::ambiguous_join, ambiguous);
        for (int i = query_.first(0), in_sight = sources_.count; i < query_.after(0); i = query_.after(i)) {
            sources_.count = query_[i].code == op::returning ? 1 : in_sight;
            if (query_[i].code == op::insert_row) continue;
            if (query_[i].code == op::insert_query) {
                sources_.lowest = sources_.count;
                check_select(inserted_query(query_, i), true);
                sources_.lowest = 0;
                continue;
            }
            if (code == op::insert && query_[i].code == op::set) check_inserted(i);
            else check_expressions(query_.first(i), query_.after(i), false);
            if (query_[i].code == op::returning && query_[i].arity > 0 && clause_reads_own_table(query_, i)) report(problem::own_table_in_returning, i);
            if (query_[i].code == op::returning && query_[i].arity == 0) {
                check_shape(*query_[i].shape, -1);
                for (shape_member const& member : query_[i].shape->members)
                    if (member.related()) report(problem::relation_in_returning, i);
            }
        }
    }

    /// What an insert sets is made of values and subqueries: there is no row yet.
    constexpr void check_inserted(int set) {
        sources_.lowest = sources_.count;
        for (int i = query_.first(set); i < query_.after(set); i = query_.after(i)) check_expressions(query_.second(query_.unmarked(i)), query_.after(i), false);
        sources_.lowest = 0;
    }

    /// Columns are of tables in sight, and aggregates stand where rows are grouped.
    constexpr void check_expressions(int begin, int end, bool aggregates, bool windows = false) {
        for (int i = begin; i < end;) {
            token const& word = query_[i];
            if (is_statement(word.code)) {
                check_select(i);
                i = query_.after(i);
                continue;
            }
            if (word.code == op::column) {
                int const from = sources_.find(word);
                if (from < 0) report(word.table->computed() ? problem::no_model : problem::column_not_in_query, i);
                outer_ = outer_ || from < floor_;
            }
            if (word.code >= op::in_query && word.code <= op::every_row) {
                int const rows = query_.second(i);
                if (query_.is_cut_off(rows) && names_outer(rows, query_.after(rows), sources_.count)) windows_see_outer_ = true;
            }
            if (word.code == op::window_function || (word.code == op::over && !windows)) report(problem::misplaced_window, i);
            if (word.code == op::over) {
                int const called = query_.first(i);
                check_expressions(query_.first(called), query_.after(called), aggregates);
                check_expressions(query_.after(called), query_.after(i), aggregates);
                i = query_.after(i);
                continue;
            }
            if (is_aggregate(word.code)) {
                if (!aggregates) report(problem::aggregate_in_where, i);
                if (is_of_outer(query_, sources_, own_, i)) report(problem::outer_aggregate, i);
                check_expressions(query_.first(i), query_.after(i), false);
                i = query_.after(i);
                continue;
            }
            ++i;
        }
    }

    constexpr void enter(int select) {
        int const first = sources_.count;
        token const& rows = query_[select];
        if (rows.related) {
            if (rows.relation->refused()) return report(problem::refused, select);
            int const from = sources_.find_table(rows.relation->from, rows.outer);
            if (from < 0) report(problem::relation_not_in_query, select);
            outer_ = outer_ || from < floor_;
            if (query_.clause(select, op::unindexed) < 0) require_index(*rows.relation);
        }
        add_source(select, false, first);
        add_joined(select, first);
    }
    /// Puts a table in sight; those from `first` on are of the same statement.
    constexpr void add_source(int at, bool outer, int first) {
        token const& word = query_[at];
        if (word.table->columns.count == 0 || (word.relation_joins() && word.relation->refused())) report(problem::refused, at);
        for (int i = first; i < sources_.count; ++i)
            if (sources_.sources[i].table == word.table && sources_.sources[i].alias == word.text) report(problem::table_named_twice, at);
        if (sources_.count + 2 >= maximum_sources) return report(problem::too_many_tables, at);
        int const declared = query_.declaration_of(at);
        if (word.table->computed() && declared < 0) report(problem::no_model, at);
        int const pushed = sources_.push(word.table, word.text, outer);
        if (declared >= 0) sources_.sources[pushed].computed = query_.number_of(declared);
        if ((word.related || word.relation_joins()) && word.relation->through_junction()) sources_.push(word.relation->junction, word.text, outer);
    }
    constexpr void add_joined(int statement, int first) {
        for (int i = query_.first(statement); i < query_.after(statement); i = query_.after(i))
            if (is_join(query_[i].code)) add_source(i, sources_.enter_join(query_[i].code, first), first);
    }

    /// The tables that a SELECT declares see no table around them.
    constexpr void check_definitions(int select) {
        for (int with = query_.clause(select, op::with); with >= 0; with = query_.clause(select, op::with, query_.after(with))) {
            for (int other = query_.clause(select, op::with); other < with; other = query_.clause(select, op::with, query_.after(other)))
                if (query_[other].table == query_[with].table) report(problem::table_named_twice, with);
            if (query_[with].recursive() && !is_recursion(query_, with)) report(problem::no_recursion, with);
            int const lowest = std::exchange(sources_.lowest, sources_.count);
            int const rows = query_.first(with);
            if (query_[rows].code == op::compound)
                for (int i = query_.first(rows); i < query_.after(rows); i = query_.after(i)) check_select(i, true);
            else check_select(rows, true);
            sources_.lowest = lowest;
        }
    }

    /// `read`: its rows are, and are not only looked at.
    constexpr void check_select(int select, bool read = false) {
        check_definitions(select);
        int const mark = sources_.count;
        enter(select);
        if (sources_.count == mark) return;
        int const own_before = std::exchange(own_, mark);
        bool const missing = sources_.sources[mark].outer;
        int const items = query_.clause(select, op::select_items);
        int const shaped = query_.clause(select, op::select_shape);
        grouping_rules const groups(query_, select);
        for (int i = query_.first(select); i < query_.after(select); i = query_.after(i)) {
            op const code = query_[i].code;
            if (code == op::include || code == op::with) continue;
            bool const aggregates = code == op::select_items || code == op::select_shape || code == op::having || code == op::order_by || code == op::raw_clause;
            bool const windows = code == op::select_items || code == op::select_shape || code == op::order_by || code == op::raw_clause;
            check_expressions(query_.first(i), query_.after(i), aggregates, windows);
            if (code == op::order_by) orders_by_outer_ = orders_by_outer_ || names_outer(query_.first(i), query_.after(i), mark, true, true);
        }
        report(problem_of_lock(query_, sources_, select, mark, groups.are_there() || query_.clause(select, op::distinct) >= 0), select);
        check_window(select, mark, groups.are_there() || query_.clause(select, op::distinct) >= 0);
        if (shaped >= 0) {
            missing_ = missing;
            check_shape(*query_[shaped].shape, shaped);
            check_includes(select, shaped);
        }
        if (missing && shaped < 0 && items < 0 && read) report(problem::null_into_member, select);
        if (items >= 0 && !query_[items].nullable && can_be_null(query_, sources_, query_.first(items))) report(problem::null_into_member, items);
        if (shaped >= 0)
            for (int i = query_.first(shaped); i < query_.after(shaped); i = query_.after(i))
                check_given(i);
        if (groups.are_there()) report(groups.check());
        sources_.count = mark;
        own_ = own_before;
    }

    /// What an expression gives a member: no NULL into a plain one.
    constexpr void check_given(int item) {
        if (query_[item].code == op::as_member && !query_[item].nullable && can_be_null(query_, sources_, query_.first(item)))
            report(problem::null_into_member, item);
    }
    constexpr void check_shape(shape_descriptor const& shape, int owner, int depth = 1) {
        if (depth >= maximum_shape_depth) return report(problem::too_deep, 0);
        if (depth == 1 && joined_by(query_, path_, shape) > maximum_joins) return report(problem::too_many_tables, 0);
        for_each_member(query_, path_, shape, [&](int m, shape_member const& member) {
            if (given_item(query_, owner, m) >= 0) return;
            if (member.role == member_role::refused || (member.related() && member.relation->refused())) report(problem::refused, 0);
            else if (member.role == member_role::unknown) report(problem::unknown_member, shape, m);
            else if (member.role == member_role::column) {
                if (!member.compatible) report(problem::wrong_member_type, shape, m);
                else if (!member.nullable && (shape.table->columns[member.column].nullable || (missing_ && depth == 1))) report(problem::null_into_member, shape, m);
            } else if (!member.compatible) report(problem::wrong_relation_form, shape, m);
            else if (missing_ && depth == 1 && member.role == member_role::to_one && !member.nullable) report(problem::null_into_member, shape, m);
            else if (member.related()) {
                int const include = include_of(query_, path_);
                if (include < 0 || query_.clause(include, op::unindexed) < 0) require_index(*member.relation);
                if (include >= 0 && include_of(query_, path_, query_.after(include)) >= 0) report(problem::included_twice, include);
                bool const list = member.role == member_role::to_many;
                int const tables = tables_;
                if (list) {
                    int const joined = joined_by(query_, path_, *member.nested);
                    tables_ += 2 + joined;
                    if (joined > maximum_joins || tables_ + maximum_joins >= maximum_sources) return report(problem::too_many_tables, 0);
                }
                check_shape(*member.nested, include, depth + 1);
                tables_ = tables;
            }
        });
    }

    /// The clauses of an include see the included table, and the tables of the levels around it.
    constexpr void check_includes(int select, int shaped) {
        for (int i = query_.clause(select, op::include); i >= 0; i = query_.clause(select, op::include, query_.after(i))) {
            int const mark = sources_.count;
            int rows = mark;
            shape_descriptor const* shape = query_[shaped].shape;
            relation_descriptor const* last_relation = nullptr;
            shape_path path;
            for (int level = 0; level < query_[i].path_length; ++level) {
                int const position = query_[i].path[level];
                path.enter(position);
                shape_member const member = member_with(query_, path, shape->members[position]);
                if (!member.related()) return report(problem::include_of_no_list, *shape, position);
                bool const last_level = level + 1 == query_[i].path_length;
                if (last_level && member.role == member_role::to_one && narrows(query_, i)) return report(problem::include_of_no_list, *shape, position);
                last_relation = member.relation;
                rows = sources_.push(member.relation->to, {});
                if (member.relation->through_junction()) sources_.push(member.relation->junction, {});
                shape = member.nested;
            }
            bool const numbered = query_.clause(i, op::last) >= 0 || query_.clause(i, op::distinct_on) >= 0;
            bool const sees_outer = names_outer(query_.first(i), query_.after(i), rows);
            includes_see_outer_ = includes_see_outer_ || sees_outer;
            if (sees_outer && numbered) windows_see_outer_ = true;
            if (int const order = query_.clause(i, op::order_by); order >= 0) orders_by_outer_ = orders_by_outer_ || names_outer(query_.first(order), query_.after(order), rows);
            for (int item = query_.first(i); item < query_.after(i); item = query_.after(item)) check_given(item);
            check_window(i, rows, false, last_relation->through_junction());
            sources_.count = mark;
        }
    }
    /// Checks words; whether they name columns of sources before one.
    constexpr bool names_outer(int begin, int end, int floor, bool aggregates = false, bool windows = false) {
        int const floor_before = std::exchange(floor_, floor);
        bool const outer_before = std::exchange(outer_, false);
        check_expressions(begin, end, aggregates, windows);
        floor_ = floor_before;
        return std::exchange(outer_, outer_before);
    }

    constexpr void check_window(int owner, int rows, bool of_groups, bool junction = false) {
        report(window_rules(query_, sources_, rows, junction).check(owner, of_groups));
    }

    tree const& query_;
    scope sources_{};
    shape_path path_{};
    finding found_{};
    int tables_ = 0;      ///< of the lists around what is being looked at
    int own_ = 0;         ///< the first source of the SELECT that is being looked at
    int floor_ = 0;       ///< the first source of what is being looked at
    bool missing_ = false;  ///< whether a right or a full join may leave out the row that a shape is of
    bool outer_ = false;  ///< whether it named one before
    bool windows_see_outer_ = false, includes_see_outer_ = false, orders_by_outer_ = false;
};

}  // namespace koine::detail
