// SPDX-License-Identifier: BSL-1.0
// dialect · check: a query's mistakes as sentences; one mistake, one message, the sentence in the compiler's first line.
#pragma once

#include <koine/dialect/analysis.hpp>

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
        static_assert(free_of<culprit>(problem::no_model, found.what),
                      "koine: this type is no model; write `constexpr auto describe(koine::model<T>)` beside it, or declare in this query that its rows are those of "
                      "another: koine::with<T>(query)");
        static_assert(free_of<culprit>(problem::lock_of_no_rows, found.what),
                      "koine: for_update and for_share lock the rows of a model's table that a query itself gives: once, and not those of distinct(), groups, windows, unions, pages "
                      "by a token, last or distinct_on, nor those of a query inside another");
        static_assert(free_of<culprit>(problem::lock_of_absent_table, found.what),
                      "koine: for_update and for_share lock rows of tables that are in the query, and that no outer join may leave out");
        static_assert(free_of<culprit>(problem::no_recursion, found.what),
                      "koine: with_recursive takes a query that does not name its table, and one that names it once, as its root or by an inner join, and has beside "
                      "inner joins nothing but where and what it selects");
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
        static_assert(free_of<culprit>(problem::outer_aggregate, found.what),
                      "koine: an aggregate in a subquery names a column of the subquery's own rows; one of columns around it alone SQL takes for an aggregate of the rows around");
        static_assert(free_of<culprit>(problem::misplaced_window, found.what),
                      "koine: a function over a window stands in the select or order_by of a query, and not in an include, a cursor's order or another function's rows; "
                      "a window function stands in koine::over(…)");
        static_assert(free_of<culprit>(problem::ungrouped_column, found.what),
                      "koine: a column stands beside an aggregate and is not grouped by; add it to group_by, or aggregate it");
        static_assert(free_of<culprit>(problem::missing_where, found.what),
                      "koine: an update or erase has a where; to change every row say update_all or erase_all");
        static_assert(free_of<culprit>(problem::missing_set, found.what), "koine: an update sets at least one column: .set(column = value)");
        static_assert(free_of<culprit>(problem::missing_target, found.what),
                      "koine: an upsert names its conflict target: .on<&model::member>()");
        static_assert(free_of<culprit>(problem::ambiguous_join, found.what),
                      "koine: an update sets a column by a joined table of which several rows may match; join it by a relation to one or by its primary key or a "
                      "unique one, or set the column by koine::scalar(query)");
        static_assert(free_of<culprit>(problem::wrong_excluded, found.what),
                      "koine: koine::excluded<…> is what the row of an upsert gives a column, one that is not generated; and its set leaves the columns of its key as they are");
        static_assert(free_of<culprit>(problem::missing_column, found.what),
                      "koine: an insert sets every column that has no default and may not be NULL");
        static_assert(free_of<culprit>(problem::null_into_member, found.what),
                      "koine: a value that may be NULL, or a column of an outer-joined table, is selected into a plain member; make it a std::optional");
        static_assert(free_of<culprit>(problem::relation_in_returning, found.what),
                      "koine: returning gives columns of the written rows; select their relations in the same transaction");
        static_assert(free_of<culprit>(problem::own_table_in_returning, found.what),
                      "koine: a subquery in returning would read the written table half-way through; ask in the same transaction, behind the statement");
        static_assert(free_of<culprit>(problem::told_apart_by_json, found.what),
                      "koine: rows are grouped or told apart by a list or JSON here, and databases differ on what equals one; select and group by other columns, or by what "
                      "koine::json_as_text and its kind give");
        static_assert(free_of<culprit>(problem::too_many_tables, found.what), "koine: a query has at most 48 to-one members in one row, and 158 tables in sight");
        static_assert(free_of<culprit>(problem::too_deep, found.what), "koine: at most fifteen structs of a shape lie inside each other");
        return false;
    }
}

}  // namespace koine::detail
