// SPDX-License-Identifier: BSL-1.0
// dialect · check: a query's mistakes as sentences; one mistake, one message, the sentence in the compiler's first line.
#pragma once

#include <koine/dialect/analysis.hpp>
#include <koine/dialect/write_write.hpp>

namespace koine::detail {

/// Names to be read in a diagnostic: of the shape's member, and of the model's columns and relations.
template <fixed_string Name>
struct the_member;
template <fixed_string... Names>
struct the_model_has;
template <class Member, class Known>
constexpr bool shape_member_is_known(problem found) {
    return found != problem::unknown_member;
}
template <class Member>
constexpr bool no_null_meets(problem found) {
    return found != problem::null_into_member;
}
template <class Member>
constexpr bool member_fits(problem found, problem which) {
    return found != which;
}
template <class Culprit>
constexpr bool free_of(problem which, problem found) {
    return found != which;
}

template <std::size_t Length>
constexpr auto fixed(std::string_view text) {
    fixed_string<Length + 1> made;
    for (std::size_t i = 0; i < Length; ++i) made.characters[i] = text[i];
    made.characters[Length] = '\0';  // clang prints as text only what ends so by an assignment
    return made;
}

template <class Tokens>
struct token_types;
template <class... Types>
struct token_types<token_array<Types...>> {
    template <int Index>
    using at = nth<static_cast<std::size_t>(Index), Types...>;
};

template <class Tokens>
inline constexpr finding finding_of = analyser(tree_of<Tokens>).run();

/// What a member of a shape can be called: like a column's member, or like a relation.
constexpr int known_names(shape_descriptor const& shape) {
    int count = shape.table->columns.count;
    for (entry const& said : shape.said) count += said.related >= 0 ? 1 : 0;
    return count;
}
constexpr std::string_view known_name(shape_descriptor const& shape, int index) {
    int const columns = shape.table->columns.count;
    if (index < columns) return shape.table->columns[index].member;
    for (entry const& said : shape.said)
        if (said.related >= 0 && index-- == columns) return said.name;
    return {};
}

/// The index that a relation asks for, to be read in a diagnostic: `articles (author_id)`.
template <fixed_string Index>
struct the_index;
struct index_name {
    char text[256]{};
    std::size_t size = 0;

    constexpr explicit index_name(relation_descriptor const& relation) {
        table_descriptor const& table = relation.through_junction() ? *relation.junction : *relation.to;
        put(table.name);
        for (int i = 0; i < relation.to_columns.count; ++i) {
            put(i == 0 ? " (" : ", ");
            put(table.columns[relation.to_columns.at[i]].name);
        }
        put(")");
    }
    constexpr void put(std::string_view part) {
        for (char c : part)
            if (size < sizeof text) text[size++] = c;
    }
    [[nodiscard]] constexpr std::string_view view() const { return {text, size}; }
};
template <class Index>
inline constexpr bool is_declared = false;
/// A struct, because g++ shows for whom it was instantiated; clang shows the condition.
template <class Index>
struct named_index {
    static consteval bool require() {
        static_assert(is_declared<Index>,
                      "koine: the rows of this relation are looked for by a foreign key that is declared unindexed; declare the index that is named here, or say "
                      "koine::unindexed in the include or the relation's word too");
        return false;
    }
};
template <class Tokens>
consteval bool check_indexes() {
    constexpr index_name name(*finding_of<Tokens>.relation);
    return named_index<the_index<fixed<name.size>(name.view())>>::require();
}

template <class Tokens>
consteval bool check_shape_rules() {
    constexpr finding found = finding_of<Tokens>;
    if constexpr (found.shape != nullptr) {
        constexpr std::string_view name = found.shape->members[found.member].name;
        constexpr auto spelled = fixed<name.size()>(name);
        using member = the_member<spelled>;
        if constexpr (found.what == problem::unknown_member) {
            [&]<int... Index>(std::integer_sequence<int, Index...>) {
                using known = the_model_has<fixed<known_name(*found.shape, Index).size()>(known_name(*found.shape, Index))...>;
                static_assert(shape_member_is_known<member, known>(found.what),
                              "koine: a member of the shape is neither a column nor a relation of the model, and is given no "
                              "expression by as<…>()");
            }(std::make_integer_sequence<int, known_names(*found.shape)>{});
        }
        static_assert(member_fits<member>(found.what, problem::wrong_member_type),
                      "koine: a member of the shape has another type than the column of its name");
        static_assert(member_fits<member>(found.what, problem::wrong_relation_form),
                      "koine: a member of the shape has not its relation's form: std::vector for many, std::optional for one that "
                      "may be missing, the struct itself for one that is always there");
        static_assert(member_fits<member>(found.what, problem::include_of_no_list),
                      "koine: include<…> narrows a relation to many, and its last member is none; a condition on one related row goes into where");
        static_assert(no_null_meets<member>(found.what),
                      "koine: a column that may be NULL is selected into a plain member of the shape; make the member a std::optional");
    }
    return true;
}

/// Whether a query keeps the rules that hold in every dialect; where it does not, compiling stops with the sentence.
template <class Tokens>
consteval bool check_rules() {
    constexpr finding found = finding_of<Tokens>;
    if constexpr (found.what == problem::none) return true;
    else if constexpr (found.what == problem::refused) return false;
    else if constexpr (found.what == problem::unindexed_relation) return check_indexes<Tokens>();
    else if constexpr (found.shape != nullptr) return check_shape_rules<Tokens>() && false;
    else {
        using culprit = typename token_types<Tokens>::template at<found.token>;
        static_assert(free_of<culprit>(problem::column_not_in_query, found.what),
                      "koine: a column belongs to a table that is not in the query; join its table, or use the alias under which it is");
        static_assert(free_of<culprit>(problem::relation_not_in_query, found.what),
                      "koine: a relation starts from a table that is not in the query; join its table, or use the model that the query is of");
        static_assert(free_of<culprit>(problem::included_twice, found.what), "koine: two includes are about one member of the shape; one include takes all its clauses");
        static_assert(free_of<culprit>(problem::limit_and_last, found.what), "koine: limit takes the first rows and last the last; one of the two");
        static_assert(free_of<culprit>(problem::window_over_groups, found.what),
                      "koine: last, distinct_on, after and before are of rows; a query with distinct(), group_by or an aggregate gives groups");
        static_assert(free_of<culprit>(problem::window_without_order, found.what),
                      "koine: last, distinct_on, after and before need an order in which every row has one place: order_by that ends in a unique key, or a primary key");
        static_assert(free_of<culprit>(problem::cursor_values, found.what),
                      "koine: after and before take a value for each term of the order, of its family, and for each column of the primary key where the order does not "
                      "end in a unique key; a std::optional only where the term may be NULL");
        static_assert(free_of<culprit>(problem::cursor_order, found.what), "koine: an order with parts that may be absent has no cursors");
        static_assert(free_of<culprit>(problem::cursor_terms, found.what), "koine: an order with a cursor has at most 32 terms, the columns of an appended key among them");
        static_assert(free_of<culprit>(problem::cursor_row, found.what),
                      "koine: after<…> and before<…> find a row of the table whose rows are ordered, and by its own columns; give after(…) the values of the order");
        static_assert(free_of<culprit>(problem::table_named_twice, found.what),
                      "koine: a table is in the query twice under one name; give it a second one by koine::alias");
        static_assert(free_of<culprit>(problem::aggregate_in_where, found.what),
                      "koine: an aggregate cannot stand in where, on, group_by, set or another aggregate; conditions on groups go into having");
        static_assert(free_of<culprit>(problem::ungrouped_column, found.what),
                      "koine: a column stands beside an aggregate and is not grouped by; add it to group_by, or aggregate it");
        static_assert(free_of<culprit>(problem::missing_where, found.what),
                      "koine: an update or erase has a where; to change every row say update_all or erase_all");
        static_assert(free_of<culprit>(problem::missing_set, found.what), "koine: an update sets at least one column: .set(column = value)");
        static_assert(free_of<culprit>(problem::missing_target, found.what),
                      "koine: an upsert names its conflict target: .on<&model::member>()");
        static_assert(free_of<culprit>(problem::missing_column, found.what),
                      "koine: an insert sets every column that has no default and may not be NULL");
        static_assert(free_of<culprit>(problem::null_into_member, found.what),
                      "koine: a value that may be NULL, or a column of an outer-joined table, is selected into a plain member; make it a std::optional");
        static_assert(free_of<culprit>(problem::relation_in_returning, found.what),
                      "koine: returning gives columns of the written rows; select their relations in the same transaction");
        static_assert(free_of<culprit>(problem::own_table_in_returning, found.what),
                      "koine: a subquery in returning would read the written table half-way through; ask in the same transaction, behind the statement");
        static_assert(free_of<culprit>(problem::too_many_tables, found.what), "koine: a query has at most 48 to-one members in one row, and 158 tables in sight");
        static_assert(free_of<culprit>(problem::too_deep, found.what), "koine: at most fifteen structs of a shape lie inside each other");
        return false;
    }
}

/// Whether an operator computes with a uint64, or compares one with another kind of number.
constexpr bool computes_unsigned(tree const& query, int index) {
    op const code = query[index].code;
    bool const calls = code == op::function;
    auto const called = static_cast<function>(query[index].number);
    bool const compares = (code >= op::equal && code <= op::between) || code == op::coalesce || code == op::case_when || code == op::in_query ||
                          code == op::not_in_query || (calls && called <= function::least);
    bool const computes = (code >= op::add && code <= op::negate) || code == op::sum || code == op::average ||
                          (calls && (called == function::real_of_number || called == function::text_of_integer || called >= function::absolute));
    if (!compares && !computes) return false;
    bool any = false;
    bool all = true;
    for (int operand = query.first(index), i = 0; i < query[index].arity; operand = query.after(operand), ++i) {
        if (code == op::case_when && i % 2 == 0 && i + 1 < query[index].arity) continue;
        storage kind = query[operand].kind;
        if (query[operand].code == op::select) {
            int const items = query.clause(operand, op::select_items);
            if (items >= 0) kind = query[query.first(items)].kind;
        }
        any = any || kind == storage::uint64;
        all = all && kind == storage::uint64;
    }
    return any && (computes || !all);
}

/// Whether an insert tells the primary key of its row: by its values, or because the database numbers it.
constexpr bool knows_key(tree const& query) {
    table_descriptor const& table = *query[0].table;
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

/// Whether a query needs something that not every dialect has.
constexpr bool needs(tree const& query, feature which) {
    op const code = query[0].code;
    switch (which) {
    case feature::update_returning: return code == op::update && query.clause(0, op::returning) >= 0;
    case feature::erase_returning: return code == op::erase && query.clause(0, op::returning) >= 0;
    case feature::keyless_returning: return code == op::insert && query.clause(0, op::returning) >= 0 && !knows_key(query);
    case feature::simultaneous_update: return code == op::update && !order_assignments(query, query.clause(0, op::set)).complete;
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
    case feature::right_join: return query.contains(op::right_join);
    case feature::full_join: return query.contains(op::full_join);
    case feature::unequal_full_join:
        for (int i = 0; i < query.count; ++i)
            if (query[i].code == op::full_join && !query[i].relation_joins() && !equates_sides(query, query.first(i), query[i])) return true;
        return false;
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
                                        feature::unequal_full_join};

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

template <class Dialect, class Tokens>
consteval bool check_features() {
    constexpr int lacking = lacking_feature<Dialect>(tree_of<Tokens>);
    if constexpr (lacking >= 0) Dialect::template refuse<refusable[lacking]>();
    return lacking < 0;
}

}  // namespace koine::detail
