// SPDX-License-Identifier: BSL-1.0
// expression · token: everything that a query can say, as one list; a query is a row of these in prefix order.
#pragma once

#include <koine/descriptor/shape_of.hpp>

namespace koine::detail {

enum class op : unsigned char {
    // leaves
    column, all_columns_of, value, list_value, null_literal, boolean_literal, number_literal, raw, refused,
    // comparison
    equal, not_equal, less, less_equal, greater, greater_equal, same_as, not_same_as, is_null, is_not_null, between,
    in_list, not_in_list, in_query, not_in_query, any_row, every_row,
    // logic
    logical_and, logical_or, logical_not, violated, when,
    // arithmetic
    add, subtract, multiply, divide, modulo, negate,
    // text
    contains, starts_with, ends_with, contains_insensitive, starts_with_insensitive, ends_with_insensitive,
    // lists that are columns
    list_has, list_has_every, list_has_some, list_is_empty, list_length, list_append, list_unshift,
    // columns of JSON
    json_at, json_set, json_remove, json_object, json_array,
    // functions and aggregates
    row, coalesce, function, case_when, window_function, over, partition_by, frame,
    count_rows, count, sum, average, minimum, maximum, any_true, all_true, statistic, string_agg,
    // subqueries
    exists, scalar_query,
    // statements
    select, compound, insert, update, erase, upsert, count_query, exists_query,
    // clauses of a select
    with, select_items, select_shape, as_member, distinct, inner_join, left_join, right_join, full_join, cross_join, where, group_by,
    having, order_by, ascending, descending, limit, offset, last, after, before, cursor_column, distinct_on, include, unindexed, lists_by, lock, lock_table, raw_clause,
    // clauses of a write
    set, assign, all_rows, insert_row, insert_query, conflict_target, conflict_update, excluded, returning,
};

constexpr bool is_aggregate(op code) { return code >= op::count_rows && code <= op::string_agg; }
constexpr bool is_join(op code) { return code >= op::inner_join && code <= op::cross_join; }
constexpr bool is_statement(op code) { return code >= op::select && code <= op::exists_query; }

/// Where NULL stands in an order: by its direction, or as is said of it.
enum class null_place : unsigned char { usual, first, last, none };

/// How the rows of the queries of a compound come together; a token's number.
enum class set_operation : unsigned char { union_distinct, union_all, intersect_distinct, intersect_all, except_distinct, except_all };

inline constexpr int maximum_columns = 1024;
inline constexpr int maximum_include_depth = 8;
/// Structs inside each other, and the member of the innermost.
inline constexpr int maximum_shape_depth = 16;

/// One word of a query. Which payload holds depends on the code.
struct token {
    op code{};
    short arity = 0;                              ///< operands that follow, each with its own
    short column = -1;                            ///< of `table`
    storage kind{};                               ///< of a column, a value, a result
    bool nullable = false;
    bool distinct = false;                        ///< an aggregate of the different values
    bool filtered = false;                        ///< an aggregate of those rows for which its last operand is true
    bool typed = false;                           ///< a value whose type the column it meets tells
    bool related = false;                         ///< a SELECT of the rows of `relation`, paired with a row around it; an include that gives a member one
    table_descriptor const* table = nullptr;      ///< a column's, a statement's or a join's
    std::string_view text{};                      ///< an alias, a piece of SQL
    std::string_view outer{};                     ///< of related rows: the alias of the table around that has the relation
    relation_descriptor const* relation = nullptr;
    shape_descriptor const* shape = nullptr;
    short path[maximum_include_depth]{};          ///< of an include or a shape's member: positions, level by level; of a key: its columns
    short path_length = 0;
    unsigned literal = 0;                         ///< a number in the text of a window function
    std::int64_t number = 0;

    /// Of a computed table: whether its definition names it.
    [[nodiscard]] constexpr bool recursive() const { return code == op::with && number != 0; }
    /// Whether this joins by a relation; a join by a condition has it for an operand, a cross join has neither.
    [[nodiscard]] constexpr bool relation_joins() const { return is_join(code) && relation != nullptr; }
};

/// Tokens of a pack as an array: an initialiser list, because a fold would nest as deep as the query is long.
template <class... Tokens>
struct token_array {
    static constexpr token at[sizeof...(Tokens) == 0 ? 1 : sizeof...(Tokens)] = {Tokens::value...};
    static constexpr int count = static_cast<int>(sizeof...(Tokens));
};

template <op Code, int Arity, storage Kind = storage::boolean, bool Nullable = false>
struct operator_token {
    static constexpr token value{.code = Code, .arity = Arity, .kind = Kind, .nullable = Nullable};
};

/// Stands where an operand or a clause has a mistake whose sentence was said; a query that holds it is not looked at again.
struct refused_token {
    static constexpr token value{.code = op::refused};
};

template <fixed_string Text>
inline constexpr auto kept_text = Text;

/// A column that its table does not have is of a struct that was refused.
constexpr token name_column(table_descriptor const& table, short column, std::string_view alias) {
    if (column < 0 || column >= table.columns.count) return refused_token::value;
    return {.code = op::column,
            .column = column,
            .kind = table.columns[column].kind,
            .nullable = table.columns[column].nullable,
            .table = &table,
            .text = alias};
}

/// A column by its member, of the table itself or of an alias of it.
template <auto Member, fixed_string Alias = "">
struct column_token {
    using model = class_of<Member>;
    static constexpr token value = name_column(table_of<model>, member_index<Member>, kept_text<Alias>.view());
};

template <storage Kind, bool Typed>
struct value_token {
    static constexpr token value{.code = op::value, .kind = Kind, .typed = Typed};
};

template <storage Kind>
struct list_token {
    static constexpr token value{.code = op::list_value, .kind = Kind, .typed = true};
};

}  // namespace koine::detail
